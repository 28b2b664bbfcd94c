import { say } from "../kernel/text.ts";
import { Field } from "../policy/field.ts";
import type { OutsideEvent } from "../policy/outside.ts";
import type { Policy } from "../policy/policy.ts";
import type { Opens } from "./open.ts";
import { clausesOf, recordable, recordersOf } from "./outside.ts";
import { actsAs, notOfRoles } from "./roles.ts";

const when = Field.parse({
  id: "at",
  type: "moment",
  label: say("发生时间", "When it happened"),
  hint: say("不填即为现在", "Empty: now"),
});
const why = Field.parse({
  id: "reason",
  type: "longText",
  max: 2000,
  label: say("补记原因", "Why it is recorded later"),
});

const eventField = (events: readonly OutsideEvent[]): Field =>
  Field.parse({
    id: "event",
    type: "choice",
    required: true,
    label: say("事项", "What happened"),
    of: events.map(({ id, title }) => ({ value: id, label: title })),
  });

/** Events that no clock of a case waits for belong to schedules, and are not offered. */
const ofClocks = (policy: Policy): readonly OutsideEvent[] => {
  const deadlines = policy.clocks.filter(({ kind }) => kind === "deadline");
  const heard = deadlines.flatMap(({ start, stop, pauses }) => [
    start,
    stop,
    ...pauses.flatMap(({ from, to }) => [from, to]),
  ]);
  return recordable(policy).filter(({ id }) => heard.includes(id));
};

/** What may be recorded of what happens outside the workflow: one form for all events that ask nothing, one for each other. */
export const openOutside: Opens = ({ policy }, _current, by) => {
  const events = ofClocks(policy);
  const common = { act: "recordEvent", path: "events" } as const;
  const plain = events.filter((one) => one.fields.length === 0 && actsAs(by, recordersOf(policy, one)));
  const title = say("登记发生的事项", "Record what happened");
  return [
    ...(plain.length === 0
      ? []
      : [{ ...common, of: "events", title, rules: [], given: {}, fields: [eventField(plain), when, why] }]),
    ...events
      .filter(({ fields }) => fields.length > 0)
      .map((one) => {
        const rules = clausesOf(policy, one.id);
        return {
          ...common,
          of: one.id,
          title: one.title,
          rules,
          given: { event: one.id },
          // below `facts` in the body
          fields: [when, why, ...one.fields.map((field) => ({ ...field, id: `facts.${field.id}` }))],
          closed: notOfRoles(policy, by, recordersOf(policy, one), rules),
        };
      }),
  ];
};
