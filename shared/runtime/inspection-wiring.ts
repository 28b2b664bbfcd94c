import { documents } from "../aws/documents.ts";
import { tableInspections } from "../aws/inspections.ts";
import { tableKept } from "../aws/kept.ts";
import { tableObligations } from "../aws/obligations.ts";
import { type PhotoLinks, photoLinks } from "../aws/photo-links.ts";
import type { InspectionDeps } from "../record/inspections/change.ts";
import { ActionRecord, InspectedRecord } from "../record/inspections/inspections.ts";
import { type Fulfilment, fulfil } from "../record/obligations/fulfil.ts";
import { env } from "./env.ts";
import { now } from "./now.ts";
import { obligationDeps } from "./rhythm-wiring.ts";
import { actionIdFor } from "./secrets.ts";
import { tableDeps } from "./wiring.ts";

/** Inspections, what they found, and the actions on what they have in common. */
export const inspectionDeps = () => {
  const client = documents();
  const table = env("TABLE");
  const deps = tableDeps(client);
  return {
    ...deps,
    obligations: tableObligations(client, table),
    inspections: tableInspections(client, table, deps.orgs),
    inspected: tableKept(client, table, "inspected", InspectedRecord),
    actions: tableKept(client, table, "action", ActionRecord),
    actionIdFor,
  } satisfies InspectionDeps & { actionIdFor: typeof actionIdFor };
};

/** The same, whom nobody writes to any more, and what an inspection was owed for. */
export const inspectionWakingDeps = () => {
  const duties = obligationDeps();
  const { suppressions } = duties;
  return { ...inspectionDeps(), suppressions, fulfil: (done: Fulfilment) => fulfil(duties, done) };
};

/** The same with leave to look at photos and to upload them. */
export const inspectionDesk = (): ReturnType<typeof inspectionDeps> & { readonly photos: PhotoLinks } => {
  const at = { bucket: env("EVIDENCE_BUCKET"), endpoint: process.env.AWS_ENDPOINT_URL_S3, now };
  return { ...inspectionDeps(), photos: photoLinks(documents().config, at) };
};
