import * as z from "zod";
import { Slug } from "../../policy/terms.ts";
import { EntryId } from "../../record/registers/entries.ts";
import { aPage, inMonth, inOrg } from "../params.ts";
import { CorrectionOfEntryBody, EntryBody, EntryReasonBody, StepOfEntryBody } from "../register-bodies.ts";
import { EntryList, EntryView, RegisterList, WaitingEntries } from "../registers.ts";
import type { Routes } from "./routes.ts";

const ofRegister = inOrg.extend({ policy: Slug, form: Slug });
const ofEntry = ofRegister.extend({ entryId: EntryId });
const REGISTER = "/v1/{org}/registers/{policy}/{form}";
const ENTRY = `${REGISTER}/{entryId}`;

const Month = inMonth("entered in that month at the office; this month when absent");

const seen = { method: "GET", by: "registers", auth: "staff", may: "section" } as const;
const one = {
  method: "POST",
  by: "registers",
  auth: "staff",
  may: "section",
  params: ofEntry,
  reply: EntryView,
} as const;

/** The registers that regulations keep beside cases, and their entries. */
export const registerRoutes = {
  registers: {
    ...seen,
    may: "member",
    path: "/v1/{org}/registers",
    params: inOrg,
    reply: RegisterList,
    summary: "The registers of the company's regulations that one's roles may read",
  },
  waitingEntries: {
    ...seen,
    may: "member",
    path: "/v1/{org}/register-tasks",
    params: inOrg,
    reply: WaitingEntries,
    summary: "Entries that wait for somebody in one's roles, the most urgent first",
  },
  entries: {
    ...seen,
    path: REGISTER,
    params: ofRegister,
    query: z.object({
      month: Month,
      subject: z.string().trim().min(1).max(200).optional().meta({
        description: "entries of any month about this one, by the register's `subject`",
      }),
      ...aPage,
    }),
    reply: EntryList,
    summary: "The entries of a register, the last entered first: of a month, or about one subject",
  },
  writeEntry: {
    method: "POST",
    by: "registers",
    auth: "staff",
    may: "section",
    path: REGISTER,
    params: ofRegister,
    body: EntryBody,
    reply: EntryView,
    status: 201,
    summary: "Enter something into a register, by the fields of its form",
  },
  exportEntries: {
    ...seen,
    may: "export",
    path: `${REGISTER}/file`,
    params: ofRegister,
    query: z.object({ month: Month, format: z.enum(["csv", "xlsx"]).default("xlsx") }),
    file: true,
    summary: "The entries of a register of a month as a file, the first first",
  },
  entry: { ...seen, path: ENTRY, params: ofEntry, reply: EntryView, summary: "One entry with all its history" },
  correctEntry: {
    ...one,
    path: `${ENTRY}/correction`,
    body: CorrectionOfEntryBody,
    summary: "Put an entry right, with the reason; what it said before stays in its history",
  },
  takeEntryStep: {
    ...one,
    path: `${ENTRY}/steps/{step}`,
    params: ofEntry.extend({ step: Slug }),
    body: StepOfEntryBody,
    summary: "Add what an entry waits for: a stamp, a check, an approval, a settlement",
  },
  declineEntryStep: {
    ...one,
    path: `${ENTRY}/steps/{step}/refusal`,
    params: ofEntry.extend({ step: Slug }),
    body: EntryReasonBody,
    summary: "Say no to what an entry asks for, with the reason",
  },
  takeEntryCopy: {
    ...one,
    path: `${ENTRY}/copies/{copy}/acknowledgement`,
    params: ofEntry.extend({ copy: z.coerce.number().int().min(1).max(99) }),
    summary: "Acknowledge one's copy of an entry",
  },
  voidEntry: {
    ...one,
    path: `${ENTRY}/void`,
    body: EntryReasonBody,
    summary: "Strike an entry out, with the reason; it stays to be read",
  },
  holdEntry: {
    ...one,
    path: `${ENTRY}/holds`,
    body: EntryReasonBody,
    summary: "Put a legal hold on an entry: nothing of it is erased, by anybody or by itself",
  },
  releaseEntry: {
    ...one,
    path: `${ENTRY}/holds/{hold}/release`,
    params: ofEntry.extend({ hold: Slug }),
    body: EntryReasonBody,
    summary: "End a legal hold on an entry",
  },
} as const satisfies Routes;
