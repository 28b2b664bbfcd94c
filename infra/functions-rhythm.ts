import type { FunctionSpec } from "./function-spec.ts";

/** The rows of what is done again and again by a calendar, and of what tells how it stands. */
export const rhythm = {
  "registers.http": {
    trigger: { on: "http", by: "registers" },
    needs: {
      TABLE: { items: ["GetItem", "BatchGetItem", "PutItem", "UpdateItem"], ask: ["queue", "ledger", "words"] },
    },
    memoryMb: 512,
    timeoutSeconds: 29,
    impact:
      "Nobody can enter anything into a register, stamp a goods pass or agree to a swap; what stands there waits.",
  },
  "visits.http": {
    trigger: { on: "http", by: "visits" },
    needs: { TABLE: { items: ["GetItem", "PutItem"], ask: ["queue", "ledger", "words"] } },
    memoryMb: 512,
    timeoutSeconds: 29,
    impact: "Nobody sees a list of what is owed this week, nor can write down that it was done.",
  },
  "visit.schedule": {
    trigger: { on: "minutely" },
    needs: {
      TABLE: { items: ["GetItem", "PutItem", "UpdateItem", "DeleteItem"], ask: ["wake", "words"] },
      MAIL_CONFIGURATION_SET: "send",
      PUBLIC_URL: "know",
    },
    memoryMb: 512,
    timeoutSeconds: 300,
    impact: "Nothing that is owed again and again is planned or reminded of, and nothing missed is known to be.",
  },
  "inspections.http": {
    trigger: { on: "http", by: "inspections" },
    needs: {
      TABLE: { items: ["GetItem", "BatchGetItem", "PutItem"], ask: ["queue", "ledger", "words"] },
      EVIDENCE_BUCKET: { read: ["derived"], write: ["original"] },
    },
    memoryMb: 512,
    timeoutSeconds: 29,
    impact:
      "Inspections cannot be handed in, nor findings signed, put right or verified; phones keep what they could not send.",
  },
  "inspection.schedule": {
    trigger: { on: "minutely" },
    needs: {
      TABLE: { items: ["GetItem", "PutItem"], ask: ["wake", "words"] },
      MAIL_CONFIGURATION_SET: "send",
      PUBLIC_URL: "know",
    },
    memoryMb: 512,
    timeoutSeconds: 300,
    impact: "Nobody is asked to sign, put right or verify a finding, and what was inspected stands in no ledger.",
  },
  "reports.http": {
    trigger: { on: "http", by: "reports" },
    needs: {
      TABLE: { items: ["GetItem", "BatchGetItem", "PutItem"], ask: ["queue", "ledger"] },
      EVIDENCE_BUCKET: { read: ["report"] },
    },
    memoryMb: 1024,
    timeoutSeconds: 29,
    impact: "Reports can be neither read, completed nor submitted; those that were submitted are still mailed.",
  },
  "report.schedule": {
    trigger: { on: "minutely" },
    needs: {
      TABLE: {
        items: ["GetItem", "BatchGetItem", "PutItem", "UpdateItem"],
        ask: ["wake", "queue", "ledger", "words"],
      },
      EVIDENCE_BUCKET: { read: ["report"], write: ["report"] },
      MAIL_CONFIGURATION_SET: "send",
      PUBLIC_URL: "know",
    },
    memoryMb: 1769,
    timeoutSeconds: 600,
    impact: "No report is compiled or mailed: authors find no draft, and whoever waits for a report gets none.",
  },
  "digest.schedule": {
    trigger: { on: "minutely" },
    needs: {
      TABLE: { items: ["GetItem", "BatchGetItem", "PutItem"], ask: ["wake", "queue", "ledger", "words", "changed"] },
      MAIL_CONFIGURATION_SET: "send",
      PUBLIC_URL: "know",
    },
    memoryMb: 1024,
    timeoutSeconds: 600,
    impact: "Nobody is told by mail what is overdue and due; the lists of the console show it all the same.",
  },
  "digests.http": {
    trigger: { on: "http", by: "digests" },
    needs: {
      TABLE: { items: ["GetItem", "BatchGetItem"], ask: ["queue", "ledger", "words", "changed"] },
      PUBLIC_URL: "know",
    },
    memoryMb: 1024,
    timeoutSeconds: 29,
    impact: "Nobody can see what a digest would say or has said; the mails leave as before.",
  },
  "kpis.http": {
    trigger: { on: "http", by: "kpis" },
    needs: { TABLE: { items: ["GetItem", "PutItem", "UpdateItem"], ask: ["words"] } },
    memoryMb: 1024,
    timeoutSeconds: 29,
    impact:
      "Nobody sees how a regulation is kept, nor writes down what no case tells; everything is counted all the same.",
  },
} as const satisfies Record<string, FunctionSpec>;
