import * as z from "zod";
import type { Locale, Text } from "../kernel/text.ts";
import type { StepField } from "../policy/field.ts";
import type { Policy } from "../policy/policy.ts";
import { NextField, nextField } from "./next-field.ts";

/** What exactly the reader may do now, each sent (POST) below the address of what it is done to. */
export const VisitActs = z
  .array(
    z.object({
      act: z.string(),
      path: z.string(),
      title: z.string(),
      fields: z.array(NextField),
      closed: z.string().optional().meta({ description: "why it cannot be done here, and what shows it instead" }),
    }),
  )
  .meta({ description: "what the reader may do now; `answers.opinion` is the member `opinion` of `answers`" });

type Act = {
  readonly act: string;
  readonly path: string;
  readonly title: Text;
  readonly fields: readonly StepField[];
  readonly closed?: Text | undefined;
};

export const visitActViews = (policy: Policy, acts: readonly Act[], locale: Locale): z.infer<typeof VisitActs> =>
  acts.map(({ act, path, title, fields, closed }) => ({
    act,
    path,
    title: title[locale],
    fields: fields.map((field) => nextField(policy, field, locale)),
    ...(closed === undefined ? {} : { closed: closed[locale] }),
  }));
