import type { Case } from "../../case/case.ts";
import type { EventOf } from "../../case/event.ts";
import { type Locale, say } from "../../kernel/text.ts";
import type { StepField } from "../../policy/field.ts";
import type { Policy } from "../../policy/policy.ts";
import { showAnswers } from "../answers.ts";
import type { Line } from "./line.ts";

type Corrected = Pick<EventOf<"corrected">, "field" | "before" | "value" | "place">;

/** What a correction says: of which form or step, which answer, and that before and after; nothing answered is a dash. */
export const sayCorrection = (
  policy: Policy,
  { timeline }: Pick<Case, "timeline">,
  { field, before, value, place }: Corrected,
  locale: Locale,
): { readonly of: string; readonly field: string; readonly before: string; readonly after: string } => {
  const about = timeline[place];
  const step = about?.type === "step" ? policy.workflow?.steps.find(({ id }) => id === about.step) : undefined;
  const fields: readonly StepField[] =
    about?.type === "received" ? (policy.intake?.fields ?? []) : (step?.fields ?? []);
  const shown = (answer: typeof before): string =>
    answer === undefined
      ? "—"
      : showAnswers(policy, fields, { [field]: answer }, locale)
          .map((one) => one.value)
          .join("; ") || "—";
  return {
    of: (step?.title ?? say("收到", "Received"))[locale],
    field: fields.find(({ id }) => id === field)?.label[locale] ?? field,
    before: shown(before),
    after: shown(value),
  };
};

/** What was put right, before and after; the customer only where they may read the field itself. */
export const corrected: Line<"corrected"> = (event, { policy, current, reader, locale }) => {
  const about = current.timeline[event.place];
  const step = about?.type === "step" ? policy.workflow?.steps.find(({ id }) => id === about.step) : undefined;
  if (reader === "customer" && about?.type !== "received" && !step?.customerSees?.includes(event.field))
    return undefined;
  const { of, field, before, after } = sayCorrection(policy, current, event, locale);
  return {
    what: say("更正", "Corrected"),
    detail: [
      of,
      `${field}${locale === "zh-CN" ? "：" : ": "}${before} → ${after}`,
      ...(reader === "staff" ? [event.reason] : []),
    ],
  };
};
