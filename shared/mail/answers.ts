import { sayBlocks } from "../case/blocks.ts";
import type { EventOf } from "../case/event.ts";
import { Instant } from "../kernel/instant.ts";
import type { Locale, Text } from "../kernel/text.ts";
import type { Field } from "../policy/field.ts";
import type { Category } from "../policy/intake.ts";
import type { Policy } from "../policy/policy.ts";
import type { Fact } from "../policy/terms.ts";
import { sayFact } from "../policy/wording.ts";
import type { Block, Row } from "./block.ts";
import { sayMoment } from "./date.ts";
import type { LetterData } from "./mail.ts";

/** The name of a category, wherever it stands in the tree; undefined for a code that is not in it. */
export const categoryTitle = (tree: readonly Category[], code: string): Text | undefined => {
  for (const node of tree) {
    const found = node.code === code ? node.title : categoryTitle(node.children, code);
    if (found !== undefined) return found;
  }
  return undefined;
};

const say = (policy: Policy, field: Field, fact: Fact, locale: Locale): string => {
  if (field.type === "choice") return field.of.find(({ value }) => value === fact)?.label[locale] ?? String(fact);
  if ("unit" in field && field.unit !== undefined) return `${fact} ${field.unit[locale]}`;
  if (field.type === "category")
    return `${fact} ${categoryTitle(policy.categories, String(fact))?.[locale] ?? ""}`.trim();
  const at = field.type === "moment" ? Instant.safeParse(fact) : undefined;
  if (at?.success) return sayMoment(at.data, policy.calendar.timeZone, locale);
  return sayFact(policy, field.id, fact)[locale];
};

/**
 * What the answers of a step, or of an event outside the workflow, say to this reader. The reporter sees the fields that
 * it opens (`customerSees`) and no others, so that internal findings, liability among them, cannot slip into a letter.
 */
export const answerBlocks = (
  { policy, locale, audience }: LetterData,
  event: EventOf<"step" | "happened">,
): readonly Block[] => {
  const step =
    event.type === "step"
      ? policy.workflow?.steps.find(({ id }) => id === event.step)
      : policy.events.find(({ id }) => id === event.event);
  const open = (id: string): boolean => audience === "staff" || (step?.customerSees ?? []).includes(id);
  return (step?.fields ?? []).flatMap((field): Block[] => {
    const fact = event.answers[field.id];
    if (fact === undefined || !open(field.id)) return [];
    if (field.type === "list") {
      const rows = sayBlocks(field, fact, locale, (inner, one) => say(policy, inner, one, locale));
      return [{ is: "facts", rows }];
    }
    if (typeof fact === "object") return [];
    const label = field.label[locale];
    const text = say(policy, field, fact, locale);
    return [field.type === "longText" ? { is: "quote", label, text } : { is: "facts", rows: [{ label, value: text }] }];
  });
};

/** The first answers of the form, so that staff know which case it is before they open it. */
export const caseRows = ({ policy, locale, case: current }: LetterData): readonly Row[] =>
  (policy.intake?.fields ?? [])
    .filter(({ type }) => type !== "longText")
    .flatMap((field): Row[] => {
      const fact = current.facts[field.id];
      return fact === undefined ? [] : [{ label: field.label[locale], value: say(policy, field, fact, locale) }];
    })
    .slice(0, 4);
