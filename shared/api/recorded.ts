import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import { both, type Locale } from "../kernel/text.ts";
import type { StepField } from "../policy/field.ts";
import type { Policy } from "../policy/policy.ts";
import { showAnswers } from "./answers.ts";
import { whoIs } from "./who.ts";

const Said = z.object({ label: z.string(), value: z.string() });

/** Facts that staff measured, judged or learnt outside, each with who entered it, when, and from what source. */
export const RecordedView = z
  .object({
    on: z.string().meta({ description: "the step or event with which they were entered" }),
    at: z.string(),
    by: z.string(),
    happenedAt: z.string().optional().meta({ description: "where it happened before it was entered" }),
    facts: z.array(Said.extend({ id: z.string(), current: z.boolean().meta({ description: "false: changed since" }) })),
    source: z.array(Said).meta({ description: "what was said beside them, the source of a measurement among it" }),
  })
  .meta({ id: "RecordedFacts" });
export type RecordedView = z.infer<typeof RecordedView>;

type Entry = {
  readonly event: Extract<CaseEvent, { type: "step" | "happened" }>;
  readonly title: string;
  readonly fields: readonly StepField[];
  readonly sets: readonly string[];
};

const entryOf = (policy: Policy, event: CaseEvent, locale: Locale): Entry | undefined => {
  if (event.type === "step") {
    const step = policy.workflow?.steps.find(({ id }) => id === event.step);
    const { title = both(event.step), fields = [], sets = [] } = step ?? {};
    return { event, title: title[locale], fields, sets };
  }
  if (event.type !== "happened") return undefined;
  const outside = policy.events.find(({ id }) => id === event.event);
  const { title = both(event.event), fields = [], sets = [] } = outside ?? {};
  return { event, title: title[locale], fields, sets };
};

/** Whether an answer is a word about the others, and not a text of its own. */
const isSource = ({ id, type }: StepField, sets: readonly string[]): boolean =>
  !sets.includes(id) && type !== "longText" && type !== "list";

/** What staff entered of a case, the first entry first; entries without a fact are left out. */
export const recordedViews = (policy: Policy, current: Case, locale: Locale): RecordedView[] => {
  const show = (at: Parameters<typeof withOffset>[0]) => withOffset(at, policy.calendar.timeZone);
  return current.told.flatMap((event): RecordedView[] => {
    const entry = entryOf(policy, event, locale);
    if (entry === undefined) return [];
    const { event: said, title, fields, sets } = entry;
    const shown = (of: readonly StepField[]) => showAnswers(policy, of, said.answers, locale);
    const facts = shown(fields.filter(({ id }) => sets.includes(id)));
    if (facts.length === 0) return [];
    return [
      {
        on: title,
        at: show(said.at),
        by: whoIs(policy, said.by, "staff", locale),
        happenedAt: said.type === "happened" && said.when !== said.at ? show(said.when) : undefined,
        facts: facts.map(({ id, label, value }) => ({
          id,
          label,
          value,
          current: current.facts[id] === said.answers[id],
        })),
        source: shown(fields.filter((field) => isSource(field, sets))).map(({ label, value }) => ({ label, value })),
      },
    ];
  });
};
