import * as z from "zod";
import { Fact } from "../policy/terms.ts";
import { NextField } from "./next-field.ts";

/** Every step of the workflow, and whether exactly the caller may take it now. */
export const NextSteps = z.array(
  z.object({
    step: z.string(),
    title: z.string(),
    allowed: z.boolean(),
    why: z.string().optional().meta({ description: "why it is not open to the caller now" }),
    fields: z.array(NextField),
    offered: z.record(z.string(), Fact).meta({
      description: "what the rules themselves would answer: a sum worked out, a quantity that may be booked",
    }),
  }),
);

/** What can be done beside the steps, and whether exactly the caller may. */
export const Acts = z
  .array(
    z.object({
      act: z.string(),
      of: z.string(),
      title: z.string(),
      rules: z.array(z.string()),
      path: z.string().meta({ description: "where it is sent (POST), below the case" }),
      given: z.record(z.string(), Fact).meta({ description: "members of the body that are settled already" }),
      allowed: z.boolean(),
      why: z.string().optional().meta({ description: "why the caller may not do it now" }),
      fields: z.array(NextField),
    }),
  )
  .meta({ description: "what can be done beside the steps: signatures, approvals, visits, charges …" });
