import { say, type Text } from "../kernel/text.ts";
import type { Explained, PolicyDocument } from "./explain-policy.ts";
import { line } from "./explain-words.ts";
import type { Policy } from "./policy.ts";
import { LISTED } from "./trace.ts";
import { listed } from "./wording.ts";

/** Entries by the words with which `trace` names what they show, the longer words first. */
const SHOWN: readonly (readonly [word: string, key: string])[] = [
  ["extension of ", "extensions."],
  ["exception of ", "exceptions."],
  ["claim document ", "claims.documents."],
  ["claim exclusion ", "claims.exclusions."],
  ["compensation ", "claims.compensation."],
  ["clock ", "clocks."],
  ["step ", "workflow."],
  ["fact ", "facts."],
  ["kpi ", "kpis."],
  ["evidence ", "evidence."],
  ...Object.entries(LISTED).map(([section, word]) => [`${word} `, `${section}.`] as const),
];

/** Constructs of which many are shown in one entry. */
const TOGETHER: readonly (readonly [named: RegExp, key: string])[] = [
  [/^category /, "categories"],
  [/^role /, "roles"],
  [/^(intake form$|field (?!of )|damage field )/, "intake"],
  [/^numbering$/, "numbering"],
  [/^(liability|triage question)\b/, "liability"],
  [/^claims$/, "claims"],
  [/^return/, "returns"],
];

const keyOf = (by: string): string | undefined => {
  const form = /^(?:field|entry) of ([^:]+):/.exec(by)?.[1];
  if (form !== undefined) return `forms.${form}`;
  const shown = SHOWN.find(([word]) => by.startsWith(word));
  if (shown !== undefined) return `${shown[1]}${by.slice(shown[0].length)}`;
  return TOGETHER.find(([named]) => named.test(by))?.[1];
};

/** The entry that shows what carries a rule, as `trace` names it; undefined where the words name none. */
export const entryFor = ({ sections }: PolicyDocument, rule: string, by: string): Explained | undefined => {
  const wanted = keyOf(by);
  const found = sections
    .flatMap(({ entries }) => entries)
    .filter(({ key, rules }) => key === wanted && rules.includes(rule));
  return found.length === 1 ? found[0] : undefined;
};

/** What the software answers questions about and does nothing about by itself. */
const ASKED_ONLY = {
  corrective: say("调查后的纠正措施", "corrective action on surveys"),
} as const;

/** What of these sections is run already, and so is none of them. */
const notRun = (policy: Policy): Pick<Policy, keyof typeof ASKED_ONLY> => ({
  ...policy,
  corrective: policy.corrective.filter(({ trigger }) => trigger.on === "survey"),
});

const has = (section: Policy[keyof typeof ASKED_ONLY]): boolean =>
  Array.isArray(section) ? section.length > 0 : section !== undefined;

/** One line for the sections of a regulation that are not run by themselves yet; nothing where it has none of them. */
export const askedOnly = (policy: Policy): readonly Text[] => {
  const left = notRun(policy);
  const names = Object.entries(ASKED_ONLY).flatMap(
    ([section, name]) => (has(left[section as keyof typeof ASKED_ONLY]) ? [name] : []), // the keys of the list above
  );
  if (names.length === 0) return [];
  return [
    line(
      "以下内容目前可查询和说明，尚未自动执行",
      "Can be asked and explained, is not run by itself yet",
      listed(names),
    ),
  ];
};
