import type { FunctionSpec } from "./function-spec.ts";
import { rhythm } from "./functions-rhythm.ts";
import type { Needs } from "./needs.ts";

const intake = {
  TABLE: { items: ["GetItem", "PutItem", "UpdateItem"], ask: ["words"] },
  EVIDENCE_BUCKET: { read: ["derived"], write: ["original"] },
} as const satisfies Needs;

const erasing = { remove: ["original", "derived", "paper", "quarantine", "aside"] } as const;

/** Everything the system responds to: one row a file of `functions/`. */
const functions = {
  "public.http": {
    trigger: { on: "http", by: "public" },
    needs: intake,
    memoryMb: 512,
    timeoutSeconds: 10,
    impact: "Customers cannot file complaints with photos, and forms that are being filled in lose their way to us.",
  },
  "docs.http": {
    trigger: { on: "http", by: "docs" },
    needs: {},
    memoryMb: 256,
    timeoutSeconds: 10,
    impact: "Nobody can read how the interface is spoken; those who know it go on as before.",
  },
  "pages.http": {
    trigger: { on: "http", by: "pages" },
    needs: intake,
    memoryMb: 512,
    timeoutSeconds: 10,
    impact: "Customers see neither the complaint form nor the state of their case.",
  },
  "customer.http": {
    trigger: { on: "http", by: "customer" },
    needs: { TABLE: { items: ["GetItem", "PutItem"] }, EVIDENCE_BUCKET: { read: ["derived"] } },
    memoryMb: 512,
    timeoutSeconds: 10,
    impact: "Customers cannot confirm or sign, so that work which waits for their word stands still.",
  },
  "cases.http": {
    trigger: { on: "http", by: "cases" },
    needs: {
      TABLE: { items: ["GetItem", "PutItem", "UpdateItem"], ask: ["words"] },
      EVIDENCE_BUCKET: { read: ["original", "derived", "paper"] },
    },
    memoryMb: 512,
    timeoutSeconds: 10,
    impact: "Staff can neither see nor answer complaints, while the customers' deadlines keep running.",
  },
  "find.http": {
    trigger: { on: "http", by: "find" },
    needs: { TABLE: { items: ["GetItem"], ask: ["queue", "ledger", "words"] } },
    memoryMb: 1024,
    timeoutSeconds: 29,
    impact: "Staff see no list of their work, find no case, and cannot take the register away.",
  },
  "imports.http": {
    trigger: { on: "http", by: "imports" },
    needs: { TABLE: { items: ["GetItem", "PutItem", "UpdateItem"] } },
    memoryMb: 1024,
    timeoutSeconds: 29,
    impact: "Cases that were kept elsewhere cannot be taken over; everything else goes on.",
  },
  "wake.schedule": {
    trigger: { on: "schedule", rate: "1 minute" },
    needs: {
      TABLE: { items: ["GetItem", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"], ask: ["wake"] },
      MAIL_CONFIGURATION_SET: "send",
      PUBLIC_URL: "know",
    },
    memoryMb: 512,
    timeoutSeconds: 55,
    impact: "No acknowledgement, reminder or escalation leaves: customers wait unheard and deadlines pass unnoticed.",
  },
  "mail-feedback.event": {
    trigger: { on: "mailBack" },
    needs: { TABLE: { items: ["GetItem", "PutItem"] } },
    memoryMb: 512,
    timeoutSeconds: 30,
    impact: "Nobody learns that a customer did not get a mail, and we go on writing to mailboxes that are not there.",
  },
  "survey.http": {
    trigger: { on: "http", by: "survey" },
    needs: { TABLE: { items: ["GetItem", "PutItem"] } },
    memoryMb: 512,
    timeoutSeconds: 10,
    impact: "Customers who were asked for their opinion can neither give it nor decline.",
  },
  "campaigns.http": {
    trigger: { on: "http", by: "campaigns" },
    needs: { TABLE: { items: ["GetItem", "PutItem"], ask: ["words"] } },
    memoryMb: 1024,
    timeoutSeconds: 29,
    impact: "Surveys can be neither planned, approved nor held up, and nobody sees what they found.",
  },
  "opinions.http": {
    trigger: { on: "http", by: "opinions" },
    needs: { TABLE: { items: ["GetItem", "PutItem", "UpdateItem"], ask: ["words"] } },
    memoryMb: 512,
    timeoutSeconds: 29,
    impact: "What customers found wrong in a survey can be neither read nor given to a department; its deadlines wait.",
  },
  "customers.http": {
    trigger: { on: "http", by: "customers" },
    needs: { TABLE: { items: ["GetItem", "PutItem"], ask: ["words"] } },
    memoryMb: 1024,
    timeoutSeconds: 29,
    impact: "The list of whom surveys ask can be neither read nor renewed; campaigns that are under way go on.",
  },
  "campaign.schedule": {
    trigger: { on: "minutely" },
    needs: {
      TABLE: { items: ["GetItem", "PutItem", "UpdateItem"], ask: ["wake", "words", "changed"] },
      MAIL_CONFIGURATION_SET: "send",
      PUBLIC_URL: "know",
    },
    memoryMb: 512,
    timeoutSeconds: 600,
    impact: "Surveys stand still: nobody is asked or reminded, and none that ended is counted.",
  },
  ...rhythm,
  "look.http": {
    trigger: { on: "http", by: "look" },
    needs: { TABLE: { items: ["GetItem", "PutItem", "UpdateItem"], ask: ["words"] } },
    memoryMb: 512,
    timeoutSeconds: 10,
    impact: "What letters look like can be neither seen nor changed; letters leave as before.",
  },
  "privacy.http": {
    trigger: { on: "http", by: "privacy" },
    needs: { TABLE: { items: ["GetItem", "PutItem"], ask: ["words"] } },
    memoryMb: 512,
    timeoutSeconds: 29,
    impact: "Timelines cannot be exported, and people's data can be neither held, disclosed nor erased.",
  },
  "erasure.schedule": {
    trigger: { on: "hourly" },
    needs: {
      TABLE: { items: ["DeleteItem", "GetItem", "PutItem", "UpdateItem"], ask: ["wake", "words"] },
      EVIDENCE_BUCKET: erasing,
    },
    memoryMb: 512,
    timeoutSeconds: 300,
    impact: "Personal data is kept for longer than its regulation allows, and longer than was promised.",
  },
  "anchor.schedule": {
    trigger: { on: "daily", at: "00:20" },
    needs: { TABLE: { items: ["GetItem"], ask: ["changed"] }, ANCHOR_BUCKET: "add" },
    memoryMb: 512,
    timeoutSeconds: 600,
    impact: "Nobody loses anything today, but what was altered since yesterday could no longer be found out.",
  },
  "mail-in.upload": {
    trigger: { on: "upload", prefix: "incoming/" },
    needs: {
      TABLE: { items: ["GetItem", "PutItem", "UpdateItem"], ask: ["words"] },
      EVIDENCE_BUCKET: { read: ["incoming"], write: ["original", "paper", "aside"], remove: ["incoming"] },
      MAIL_CONFIGURATION_SET: "answer",
      PUBLIC_URL: "know",
    },
    memoryMb: 1024,
    timeoutSeconds: 60,
    impact: "What customers answer by mail reaches no case, and nobody knows that they wrote.",
  },
  "photo.upload": {
    trigger: { on: "upload", prefix: "original/" },
    needs: {
      TABLE: { items: ["GetItem", "PutItem"] },
      EVIDENCE_BUCKET: { read: ["original"], write: ["derived", "quarantine"] },
    },
    memoryMb: 1769,
    timeoutSeconds: 60,
    impact: "Photos that customers sent do not count as evidence, and their cases keep asking for them.",
    layer: "sharp",
  },
} as const satisfies Record<string, FunctionSpec>;

export type FunctionName = keyof typeof functions;

/** A row as its type says, without the narrowing of `as const`. */
export const specOf = (name: FunctionName): FunctionSpec => functions[name];

export const functionNames = Object.keys(functions) as FunctionName[]; // the keys of the object above, nothing else
