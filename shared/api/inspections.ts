import * as z from "zod";
import { CivilDate } from "../calendar/civil-date.ts";
import { RESULTS } from "../inspection/line.ts";
import { InspectionId, PhotoId } from "../kernel/ids.ts";
import { Capability } from "../policy/capability.ts";
import { NextField } from "./next-field.ts";

export const InspectionTickets = z
  .object({
    tickets: z.array(
      z.object({
        photoId: PhotoId,
        line: z.number().int(),
        key: z.string(),
        url: z.string(),
        fields: z.record(z.string(), z.string()),
        expiresAt: z.string(),
      }),
    ),
  })
  .meta({ id: "InspectionTickets" });

/** What can be done about a line, as a screen draws it. */
const InspectionActView = z.object({
  n: z.number().int(),
  act: z.enum(["signed", "assigned", "rectified", "verified", "approved"]),
  path: z.string().meta({ description: "sent to the line's own address with this behind it" }),
  title: z.string(),
  fields: z.array(NextField),
});

const DueView = z.object({
  clock: z.string(),
  title: z.string(),
  due: z.string(),
  grade: z.enum(["binding", "advisory"]),
  overdue: z.boolean(),
});

const deed = { at: z.string(), by: z.string() };

export const FindingView = z
  .object({
    n: z.number().int(),
    code: z.string(),
    title: z.string(),
    note: z.string().optional(),
    value: z.string().optional(),
    state: z.enum(["OPEN", "SIGNED", "RECTIFYING", "RECTIFIED", "CLOSED"]),
    stateSays: z.string(),
    signed: z.object({ ...deed, remark: z.string().optional() }).optional(),
    assigned: z.object({ ...deed, rectifier: z.string(), dueOn: CivilDate.optional() }).optional(),
    rectified: z.object({ ...deed, measure: z.string() }).optional(),
    verified: z.object({ ...deed, passed: z.boolean(), result: z.string() }).optional(),
    rounds: z.number().int().meta({ description: "how often its verification failed" }),
    dues: z.array(DueView),
  })
  .meta({ id: "Finding" });

const Outcome = z.enum(["passed", "findings", "waiting", "refused", "rectified"]);

const head = {
  inspectionId: InspectionId,
  policy: z.string(),
  schedule: z.object({ id: z.string(), title: z.string(), rules: z.array(z.string()) }),
  doneAt: z.string(),
  filedAt: z.string(),
  subject: z.string(),
  object: z.string().optional(),
  department: z.string(),
  people: z
    .array(z.object({ name: z.string(), inCharge: z.boolean() }))
    .optional()
    .meta({ description: "absent where the reader does not learn who inspects (covert)" }),
  outcome: Outcome,
  outcomeSays: z.string(),
};

export const InspectionRow = z
  .object({ ...head, findings: z.number().int(), open: z.number().int() })
  .meta({ id: "InspectionRow" });
export const InspectionList = z
  .object({ items: z.array(InspectionRow), cursor: z.string().optional() })
  .meta({ id: "InspectionList" });

export const InspectionView = z
  .object({
    ...head,
    lines: z.array(
      z.object({
        n: z.number().int(),
        code: z.string(),
        title: z.string(),
        result: z.enum(RESULTS),
        value: z.string().optional(),
        limit: z.string().optional(),
        note: z.string().optional(),
        leads: z.enum(["finding", "refusal", "approval"]).optional(),
      }),
    ),
    findings: z.array(FindingView),
    approvals: z.array(
      z.object({
        n: z.number().int(),
        of: z.string(),
        by: z.array(z.string()),
        decided: z.object({ ...deed, passed: z.boolean(), plan: z.string() }).optional(),
      }),
    ),
    photos: z.array(
      z.object({
        photoId: PhotoId,
        line: z.number().int(),
        after: z.boolean().meta({ description: "it shows what was done about it" }),
        copy: z.string(),
        thumbnail: z.string(),
      }),
    ),
    refusedPhotos: z.number().int().meta({ description: "photos that were no photos, or too many" }),
    acts: z.array(InspectionActView),
    history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), why: z.string().optional() })),
  })
  .meta({ id: "Inspection" });
export type InspectionView = z.infer<typeof InspectionView>;

export const FindingRow = FindingView.extend({
  inspectionId: InspectionId,
  policy: z.string(),
  schedule: z.string(),
  subject: z.string(),
  department: z.string(),
  inspector: z.string().optional(),
  doneAt: z.string(),
}).meta({ id: "FindingRow" });
export const FindingList = z
  .object({ items: z.array(FindingRow), cursor: z.string().optional() })
  .meta({ id: "FindingList" });

/** What somebody fills in, drawn from the regulation. */
const InspectionForm = z
  .object({
    policy: z.string(),
    policySays: z.string(),
    schedule: z.string(),
    title: z.string(),
    of: z.string(),
    mode: z.string(),
    people: z.number().int(),
    checklists: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        items: z.array(z.object({ id: z.string(), title: z.string(), limit: z.string().optional() })),
      }),
    ),
  })
  .meta({ id: "InspectionForm" });
export const InspectionForms = z
  .object({
    forms: z.array(InspectionForm),
    regulations: z
      .array(z.object({ id: z.string(), title: z.string(), may: z.array(Capability), common: z.boolean() }))
      .meta({ description: "those whose inspections the reader may see; `common`: what they have in common counts" }),
  })
  .meta({ id: "InspectionForms" });

export const InspectedList = z
  .object({
    object: z.string(),
    made: z.array(
      z.object({
        inspectionId: z.string(),
        doneAt: z.string(),
        policy: z.string(),
        schedule: z.string(),
        findings: z.number().int(),
      }),
    ),
  })
  .meta({ id: "InspectedList" });
