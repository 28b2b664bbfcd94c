import * as z from "zod";
import { KindView } from "./intake-views.ts";
import { Provisional } from "./provisional.ts";
import { Shown } from "./shown.ts";

const Named = z.object({ id: z.string(), title: z.string() });

export const CaseList = z
  .object({
    items: z.array(
      z.object({
        caseId: z.string(),
        policy: Named,
        number: z.string(),
        provisional: Provisional,
        state: z.object({ id: z.string(), says: z.string() }),
        receivedAt: Shown,
        closedAt: Shown.optional(),
        kind: KindView,
        clock: z.string().optional(),
        clockSays: z.string().optional(),
        due: Shown.optional(),
        overdue: z.boolean(),
        category: z.string().optional(),
        categorySays: z.string().optional(),
        evidenceComplete: z.boolean(),
        desk: Named.optional().meta({ description: "the role that has it" }),
        handler: z.object({ sub: z.string(), name: z.string() }).optional().meta({ description: "who has it in hand" }),
        reporter: z.string().meta({ description: "masked, whoever reads the list", examples: ["陈••••"] }),
        phone: z
          .string()
          .optional()
          .meta({ description: "masked", examples: ["••••0100"] }),
      }),
    ),
    cursor: z
      .string()
      .optional()
      .meta({ description: "there may be more: ask again with it. A page may be short, or empty, and still have one" }),
  })
  .meta({ id: "CaseList" });
export type CaseList = z.infer<typeof CaseList>;
