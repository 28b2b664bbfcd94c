import * as z from "zod";
import { Name, Slug } from "../policy/terms.ts";

export const AssignBody = z
  .strictObject({
    route: Slug.meta({ description: "a route of the regulation; see `routing` of the case" }),
    role: Name.optional().meta({ description: "one of those to whom the route gives; absent where there is one" }),
    person: z
      .strictObject({ sub: z.string().max(128).optional(), name: z.string().trim().min(1).max(100) })
      .optional()
      .meta({ description: "with a `sub`, nobody else of the role takes it over" }),
    absent: z.boolean().optional().meta({ description: "nobody of that role is there: whoever stands in gets it" }),
    note: z.string().trim().max(2000).optional(),
    answers: z.record(z.string(), z.unknown()).optional().meta({ description: "to the step that goes with the route" }),
  })
  .meta({ id: "Assignment" });

export const TakeOverBody = z.strictObject({}).meta({ id: "TakingOver" });
export const GiveBackBody = z.strictObject({ reason: z.string().trim().min(1).max(2000) }).meta({ id: "GivingBack" });
export const NeedBody = z
  .strictObject({ text: z.string().trim().min(1).max(2000).meta({ description: "what was given, by whom and when" }) })
  .meta({ id: "NeedRecord" });
export const OpinionBody = z
  .strictObject({
    route: Slug,
    text: z.string().trim().min(1).max(4000),
    agrees: z.boolean().optional().meta({ description: "with the other department; asked of every one but the first" }),
  })
  .meta({ id: "Opinion" });

export const DuplicateBody = z
  .strictObject({ same: z.boolean().meta({ description: "whether the two cases are one matter" }) })
  .meta({ id: "DuplicateDecision" });

/** The number of an assignment, or of a need, as it stands in a path. */
export const nth = z.coerce.number().int().min(1).max(999);
