import * as z from "zod";

const Standing = z.object({
  id: z.enum(["met", "missed", "not-reached", "no-target", "no-data"]),
  says: z.string(),
});

const amount = z.number().meta({ description: "of mean hours in milliseconds, so that parts add up exactly" });

const Once = z.object({
  period: z
    .string()
    .meta({ examples: ["2026-10", "2026-Q4"], description: "of a survey the day on which it was sent" }),
  says: z.string(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  numerator: amount.optional(),
  denominator: amount.optional(),
  value: z.number().nullable().meta({ description: "unrounded; null where there is no data" }),
  shown: z.string().nullable(),
  standing: Standing,
  provisional: z.boolean().meta({ description: "its period still runs" }),
});

const GivenEntry = z.object({
  at: z.string(),
  by: z.string(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  note: z.string().optional(),
});

const FigureView = Once.extend({
  id: z.string(),
  title: z.string(),
  rules: z.array(z.string()),
  above: z.string().meta({ description: "what stands above the line" }),
  below: z.string().optional().meta({ description: "what stands below it; a plain count has nothing there" }),
  how: z.array(z.string()).meta({ description: "how the figure comes about" }),
  unit: z.enum(["percent", "count", "hours"]),
  wanted: z
    .string()
    .optional()
    .meta({ examples: ["≥ 90 %"] }),
  striven: z.boolean().meta({ description: "striven for: missing it is no failure" }),
  hasParts: z.boolean().meta({ description: "whether cases or surveys make it, which can be listed" }),
  given: z
    .object({
      sides: z.array(z.enum(["numerator", "denominator"])),
      by: z.array(z.string()),
      mayWrite: z.boolean(),
      history: z.array(GivenEntry).meta({ description: "the last first; it is the one that counts" }),
    })
    .optional()
    .meta({ description: "what somebody writes down for the period, because nothing counts it" }),
  earlier: z.array(Once).meta({ description: "the periods before, the last first" }),
});
export type FigureView = z.infer<typeof FigureView>;

/** The figures of a regulation as of a day. */
export const FigureList = z
  .object({
    policy: z.object({ id: z.string(), title: z.string() }),
    on: z.iso.date(),
    items: z.array(FigureView),
    others: z
      .array(z.object({ id: z.string(), title: z.string() }))
      .meta({ description: "the regulations with figures that the caller may see, this one among them" }),
  })
  .meta({ id: "FigureList" });
export type FigureList = z.infer<typeof FigureList>;

/** What makes up a figure: a line a part. */
export const FigureParts = z
  .object({
    items: z.array(
      z.object({
        at: z.string().meta({ description: "from when it counts" }),
        numerator: amount,
        denominator: amount,
        says: z.string(),
        case: z
          .object({
            caseId: z.string(),
            number: z.string(),
            state: z.string(),
            category: z.string().optional(),
            receivedAt: z.string(),
          })
          .optional(),
        campaign: z.object({ campaignId: z.string(), title: z.string() }).optional(),
        duty: z
          .object({
            title: z.string(),
            object: z.string().optional().meta({ description: "none of what the company itself owes" }),
            day: z.iso.date().meta({ description: "the last day of its window" }),
          })
          .optional(),
      }),
    ),
    cursor: z.string().optional(),
  })
  .meta({ id: "FigureParts" });
export type FigureParts = z.infer<typeof FigureParts>;

/** What somebody writes down of a figure for a period. */
export const GivenBody = z.strictObject({
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  note: z.string().trim().min(1).max(500).optional(),
});
