import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import { actsAs } from "../case/roles.ts";
import { say, type Text } from "../kernel/text.ts";
import { allSteps } from "../policy/entry-steps.ts";
import type { Policy } from "../policy/policy.ts";
import { asking, type Register } from "../policy/register-form.ts";
import { maskFor, maskStep } from "../privacy/privacy.ts";
import type { LoadedEntry } from "../record/registers/load.ts";
import { dueOfEntry } from "../register/entry.ts";
import { entryActs } from "../register/open.ts";
import { dayOf, writersOf } from "../register/register.ts";
import { showAnswers } from "./answers.ts";
import { NextField, nextField } from "./next-field.ts";
import { entryHistory, Happened, whoWrote } from "./register-history.ts";
import type { Reading } from "./row.ts";
import { Shown } from "./shown.ts";
import { VisitActs, visitActViews } from "./visit-acts.ts";

const Titled = z.object({ id: z.string(), title: z.string() });

/** A register of a regulation: what its form asks, and what its reader may do with it. */
const RegisterView = z
  .object({
    policy: Titled,
    form: z.string(),
    title: z.string(),
    kind: z.string(),
    rules: z.array(z.string()),
    confidentiality: z.enum(["public", "internal", "restricted"]),
    subject: z.string().optional().meta({ description: "the field by whose answer entries are found" }),
    fields: z.array(NextField),
    steps: z.array(Titled).meta({ description: "what may have to be added to an entry, in order" }),
    mayWrite: z.boolean(),
  })
  .meta({ id: "Register" });
export const RegisterList = z.object({ items: z.array(RegisterView) }).meta({ id: "RegisterList" });

export const registerView = (policy: Policy, form: Register, { by, locale }: Omit<Reading, "now">) => {
  const asked = asking(policy, form);
  return {
    policy: { id: policy.id, title: policy.title[locale] },
    form: form.id,
    title: form.title[locale],
    kind: form.kind,
    rules: form.rules,
    confidentiality: form.confidentiality,
    subject: form.entries.subject,
    fields: form.fields.map((field) => nextField(asked, field, locale)),
    steps: allSteps(asked, form).map(({ id, title }) => ({ id, title: title[locale] })),
    mayWrite: actsAs(by, writersOf(policy, form)),
  };
};

/** One entry of a register, as its reader may see it. */
export const EntryView = z
  .object({
    entryId: z.string(),
    number: z.string().optional(),
    policy: z.string(),
    form: z.string(),
    title: z.string(),
    state: z.enum(["WAITING", "COMPLETE", "DECLINED", "VOID"]),
    stateSays: z.string(),
    day: z.iso.date(),
    writtenAt: Shown,
    writtenBy: z.string(),
    corrections: z.number().int(),
    waits: z.object({ step: z.string(), title: z.string(), due: Shown.optional(), overdue: z.boolean() }).optional(),
    answers: z.array(z.object({ id: z.string(), label: z.string(), value: z.string() })),
    given: z
      .record(z.string(), z.unknown())
      .meta({ description: "the answers as they are sent; masked as they are shown" }),
    copies: z.array(z.object({ copy: z.number().int(), to: z.string(), acknowledgedAt: Shown.optional() })),
    acts: VisitActs,
    history: z.array(Happened),
  })
  .meta({ id: "Entry" });
export type EntryView = z.infer<typeof EntryView>;

const QuotaView = z.object({
  title: z.string(),
  period: z.string(),
  count: z.number().int(),
  min: z.number().int().optional(),
  max: z.number().int().optional(),
  rules: z.array(z.string()),
});
export type QuotaView = z.infer<typeof QuotaView>;

export const EntryList = z
  .object({
    register: RegisterView,
    items: z.array(EntryView),
    cursor: z.string().optional(),
    quotas: z.array(QuotaView).meta({ description: "what is counted for the company, in the period of today" }),
  })
  .meta({ id: "EntryList" });
export const WaitingEntries = z.object({ items: z.array(EntryView) }).meta({ id: "WaitingEntries" });

const STATES: Readonly<Record<EntryView["state"], Text>> = {
  WAITING: say("待办理", "waiting"),
  COMPLETE: say("有效", "complete"),
  DECLINED: say("未获同意", "refused"),
  VOID: say("已作废", "struck out"),
};

const waiting = (found: LoadedEntry, { now, locale }: Reading): EntryView["waits"] => {
  const [next] = found.entry.waits;
  if (next === undefined) return undefined;
  const due = dueOfEntry(found, found.entry);
  return {
    step: next.id,
    title: next.title[locale],
    due: due && withOffset(due, found.policy.calendar.timeZone),
    overdue: due !== undefined && due < now,
  };
};

/** An entry with its history, its answers masked as the regulation says of its reader (COU-10). */
export const entryView = (found: LoadedEntry, reading: Reading): EntryView => {
  const { policy, form, record, entry } = found;
  const { by, locale } = reading;
  const zone = policy.calendar.timeZone;
  const given = maskStep(maskFor(policy, by), entry.answers);
  return {
    entryId: record.id,
    number: record.number,
    policy: policy.id,
    form: form.id,
    title: form.title[locale],
    state: entry.state,
    stateSays: STATES[entry.state][locale],
    day: dayOf(policy, form, entry.answers, entry.writtenAt),
    writtenAt: withOffset(entry.writtenAt, zone),
    writtenBy: whoWrote(entry.writtenBy, locale),
    corrections: entry.corrections,
    waits: waiting(found, reading),
    answers: showAnswers(asking(policy, form), form.fields, given, locale),
    given,
    copies: form.copies.map(({ to }, at) => {
      const taken = entry.copies.find(({ copy }) => copy === at + 1);
      return { copy: at + 1, to: to[locale], acknowledgedAt: taken && withOffset(taken.at, zone) };
    }),
    acts: visitActViews(asking(policy, form), entryActs(found, entry, by), locale),
    history: entryHistory(found, reading),
  };
};
