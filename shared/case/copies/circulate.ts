import * as z from "zod";
import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { Slug } from "../../policy/terms.ts";
import type { Act } from "../act.ts";
import { keyed } from "../actor.ts";
import { bringing, brought } from "../bring.ts";
import { clean } from "../clean.ts";
import type { FieldFault } from "../fault.ts";
import { notOfRoles } from "../roles.ts";
import { copiesOf } from "./copies.ts";

/** Copies of a form that go to people outside, by name and address. */
export const circulated = z.strictObject({
  ...keyed,
  ...brought,
  type: z.literal("circulated"),
  form: Slug,
  /** What they are told. */
  words: z.string(),
  recipients: z.array(z.strictObject({ copy: z.number().int().positive(), name: z.string(), email: z.string() })),
});

export type CirculateCommand = {
  readonly do: "circulate";
  readonly form: string;
  readonly words: string;
  readonly to: readonly { readonly name: string; readonly email: string }[];
};

const fault = (path: string, zh: string, en: string): FieldFault => ({ path, code: "required", says: say(zh, en) });

/**
 * Sends copies of a form to everybody outside who holds what it is about, e.g. the new version of a document that was
 * delivered (DPA-05): each is asked to acknowledge, and stays on the list until they have.
 */
export const circulate: Act<CirculateCommand> = {
  decide: ({ policy }, current, command, asked) => {
    const outside = policy.forms.filter(
      ({ copies, entries }) => entries === undefined && copies.some(({ role }) => role === undefined),
    );
    const form = outside.find(({ id }) => id === command.form);
    if (form === undefined) {
      const names = outside.map(({ id }) => id).join(", ");
      const says = say(
        `此表单不对外分送；可分送的有：${names}`,
        `no copy of this form goes outside; of these it does: ${names}`,
      );
      return refuse({ code: "unknown-form", says, rules: [] });
    }
    const { rules, by, keptBy } = form;
    const foreign = notOfRoles(policy, asked.by, [...by, ...(keptBy === undefined ? [] : [keptBy])], rules);
    if (foreign !== undefined) return refuse(foreign);
    const words = clean(command.words, true);
    const seen = new Set<string>();
    const people = command.to
      .map(({ name, email }) => ({ name: clean(name, false), email: email.toLowerCase() }))
      .filter(({ email }) => !seen.has(email) && seen.add(email));
    const faults = [
      ...(words === "" ? [fault("/words", "请说明更新内容", "say what has changed")] : []),
      ...(people.length === 0 ? [fault("/to", "请列出收件人", "name those who get it")] : []),
      ...people.flatMap(({ name }, at) =>
        name === "" ? [fault(`/to/${at}/name`, "请填写姓名", "give the name")] : [],
      ),
    ];
    if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules });
    const before = copiesOf(current, form).reduce((most, { n }) => Math.max(most, n), form.copies.length);
    const recipients = people.map((one, at) => ({ copy: before + at + 1, ...one }));
    const isOutside = policy.events.some(({ id }) => id === form.filledOn);
    const then = bringing(policy, current, isOutside ? form.filledOn : undefined);
    return accept([{ type: "circulated", ...asked, key: command.key, form: form.id, words, recipients, ...then }]);
  },
  led: (_policy, event, { form, words }) =>
    event.type === "circulated" && event.form === form && event.words === clean(words, true),
};
