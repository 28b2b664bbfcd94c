import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { Policy } from "../../policy/policy.ts";
import type { PrivacyRule } from "../../policy/records.ts";
import { Name } from "../../policy/terms.ts";
import type { Act } from "../act.ts";
import { clean } from "../clean.ts";
import type { FieldFault, Refusal } from "../fault.ts";
import { notAnOfficer } from "./officer.ts";

export type DiscloseCommand = {
  readonly do: "disclose";
  readonly authority: string;
  readonly legalBasis: string;
  readonly document: string;
  /** Which data; all that may be disclosed, when none is named. */
  readonly fields?: readonly string[] | undefined;
};

/** What may be given to an authority at all, and by which rule; classes of information in words have no name to ask by. */
export const disclosable = ({ privacy }: Policy): ReadonlyMap<string, PrivacyRule> =>
  new Map(
    privacy
      .filter(({ disclosure }) => disclosure !== undefined)
      .flatMap((rule) => rule.fields.filter((name) => Name.safeParse(name).success).map((name) => [name, rule])),
  );

const faultsIn = (policy: Policy, fields: readonly string[]): readonly FieldFault[] => {
  const known = disclosable(policy);
  const names = [...known.keys()].join(", ");
  return fields.flatMap((name, place) =>
    known.has(name)
      ? []
      : [
          {
            path: `/fields/${place}`,
            code: "unknown-field",
            says: say(`可依法提供的信息有：${names}`, `what can be disclosed: ${names}`),
          },
        ],
  );
};

const whoIsMissing: FieldFault = { path: "/authority", code: "required", says: say("须写明提供给谁", "say to whom") };

/** Why nothing is disclosed: not by this person, to nobody at all, or not without a basis in law (COU-11). */
const notDisclosed = (policy: Policy, command: DiscloseCommand, by: Parameters<typeof notAnOfficer>[1]) => {
  const clauses = policy.privacy.flatMap(({ disclosure }) => disclosure?.rules ?? []);
  const rules = [...new Set(clauses)];
  const foreign = notAnOfficer(policy, by, rules);
  if (foreign !== undefined) return foreign;
  if (rules.length === 0) {
    const says = say("制度未规定对外提供信息", "the regulation lets nobody disclose anything");
    return { code: "not-disclosable", says, rules: [], audited: true } as const satisfies Refusal;
  }
  if (clean(command.legalBasis, true) !== "" && clean(command.document, false) !== "") return undefined;
  const says = say(
    "须有法律依据及对方的文书编号，方可提供",
    "nothing is disclosed without a legal basis and the reference of the authority's document",
  );
  return { code: "no-legal-basis", says, rules, audited: true } as const satisfies Refusal;
};

/**
 * Gives data of a case to an authority (COU-11, D-06): by the role that may, on a legal basis. The event says what, to whom
 * and why; the data itself is in the answer alone.
 */
export const disclose: Act<DiscloseCommand> = {
  decide: ({ policy }, current, command, asked) => {
    const no = notDisclosed(policy, command, asked.by);
    if (no !== undefined) return refuse(no);
    const fields = command.fields ?? [...disclosable(policy).keys()];
    const authority = clean(command.authority, false);
    const faults = [...(authority === "" ? [whoIsMissing] : []), ...faultsIn(policy, fields)];
    if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules: [] });
    const nth = current.timeline.filter(({ type }) => type === "disclosed").length + 1;
    return accept([
      {
        type: "disclosed",
        ...asked,
        key: command.key,
        disclosure: `disclosure-${nth}`,
        authority,
        legalBasis: clean(command.legalBasis, true),
        document: clean(command.document, false),
        fields: [...new Set(fields)],
      },
    ]);
  },
  led: (_policy, event, { authority, document }) =>
    event.type === "disclosed" &&
    event.authority === clean(authority, false) &&
    event.document === clean(document, false),
};
