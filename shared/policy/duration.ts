import * as z from "zod";

const DURATION_KINDS = ["hours", "workingDays", "days", "weeks", "months", "years", "sameDay"] as const;
type DurationKind = (typeof DURATION_KINDS)[number];
export type Duration = { readonly kind: DurationKind; readonly n: number };

const UNITS: Readonly<Record<string, DurationKind>> = {
  hour: "hours",
  "working day": "workingDays",
  day: "days",
  week: "weeks",
  month: "months",
  year: "years",
};

/** Reads `4 working days`, `24 hours`, `15 days`, `2 weeks`, `1 month`, `5 years`, `same day`; undefined for anything else. */
export const readDuration = (said: string): Duration | undefined => {
  if (said === "same day") return { kind: "sameDay", n: 0 };
  const [, figure, unit] = /^([1-9]\d{0,3}) (hour|working day|day|week|month|year)s?$/.exec(said) ?? [];
  const kind = unit === undefined ? undefined : UNITS[unit];
  return kind === undefined ? undefined : { kind, n: Number(figure) };
};

/** A length of time as people say it (conventions K-2 … K-6 tell how each unit is counted). */
export const Duration = z
  .string()
  .refine((said) => readDuration(said) !== undefined, {
    error: "say a duration like `4 working days`, `24 hours`, `15 days`, `2 weeks`, `1 month`, `5 years` or `same day`",
  })
  .transform((said) => readDuration(said) as Duration); // the refinement above has just read it
