import { headOf, linked } from "../audit/chain.ts";
import type { AuditFile } from "../audit/file.ts";
import { type CaseRecord, saltOf } from "./record.ts";

/** The whole timeline of a record as its own keepers see it: with its salt, and a link on every event. */
export const auditFile = (record: CaseRecord, number: string): AuditFile => {
  const { kind, org, id, policy } = record;
  const salt = saltOf(record);
  const events = linked(record, record.timeline, salt);
  return {
    format: "aftercare-audit/1",
    case: { kind, org, id, number },
    policy,
    salt,
    count: events.length,
    head: headOf(record, events),
    events,
  };
};
