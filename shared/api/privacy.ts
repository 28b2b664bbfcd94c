import * as z from "zod";
import { AuditFile } from "../audit/file.ts";
import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import type { CaseEvent, EventOf } from "../case/event.ts";
import { disclosable } from "../case/keeping/disclose.ts";
import { expiryOf, retentionsOf } from "../case/keeping/retention.ts";
import type { Loaded } from "../record/change.ts";
import { showAnswers } from "./answers.ts";
import { labelIn } from "./lines/line.ts";
import { Shown } from "./shown.ts";
import type { Shown as ShownCase } from "./tracking.ts";
import { whoIs } from "./who.ts";

const reason = z.string().trim().min(1).max(2000);

/** The timeline with its proof, as `npm run audit -- verify` reads it. */
export const AuditReply = AuditFile.meta({ id: "AuditFile" });

export const HoldBody = z.strictObject({ reason }).meta({ id: "Hold" });
export const ErasureBody = z.strictObject({ reason }).meta({ id: "Erasure" });

export const DisclosureBody = z
  .strictObject({
    authority: z.string().trim().max(200).default("").meta({ description: "to whom" }),
    legalBasis: z
      .string()
      .trim()
      .max(2000)
      .default("")
      .meta({ description: "the law that demands it; without one 403" }),
    document: z.string().trim().max(200).default("").meta({ description: "reference of the authority's document" }),
    fields: z
      .array(z.string().max(64))
      .min(1)
      .max(50)
      .optional()
      .meta({ description: "`contact` or names of fields; absent: all that the regulation lets be disclosed" }),
  })
  .meta({ id: "Disclosure" });

/** Unmasked: it exists in this answer alone. */
export const DisclosureReply = z
  .object({
    disclosure: z.string(),
    number: z.string(),
    at: Shown,
    authority: z.string(),
    legalBasis: z.string(),
    document: z.string(),
    data: z.array(z.object({ field: z.string(), label: z.string(), value: z.string() })),
  })
  .meta({ id: "DisclosedData" });
export type DisclosureReply = z.infer<typeof DisclosureReply>;

/** What keeps the data of a case, what has been asked for, and what has been done. */
export const KeepingReply = z
  .object({
    caseId: z.string(),
    number: z.string(),
    holds: z.array(z.object({ hold: z.string(), reason: z.string(), since: Shown, releasedAt: Shown.optional() })),
    retentions: z.array(z.object({ clock: z.string(), title: z.string(), rules: z.array(z.string()), until: Shown })),
    disclosable: z
      .array(z.object({ id: z.string(), label: z.string() }))
      .meta({ description: "what may be disclosed to an authority on a legal basis" }),
    disclosures: z.array(
      z.object({
        disclosure: z.string(),
        at: Shown,
        by: z.string(),
        authority: z.string(),
        legalBasis: z.string(),
        document: z.string(),
        fields: z.array(z.string()),
      }),
    ),
    expires: z.object({ at: Shown, how: z.enum(["anonymise", "delete"]) }).optional(),
    erasure: z.object({ orderedAt: Shown, doneAt: Shown.optional() }).optional(),
  })
  .meta({ id: "Keeping" });
export type KeepingReply = z.infer<typeof KeepingReply>;

type Told = Pick<ShownCase, "locale"> & Loaded;

export const keepingView = ({ record, rulebook, current, locale }: Told): KeepingReply => {
  const at = (moment: Parameters<typeof withOffset>[0]) => withOffset(moment, rulebook.policy.calendar.timeZone);
  const expiry = expiryOf(rulebook, current);
  const { erasure } = current;
  const telling = { policy: rulebook.policy, current, reader: "staff", locale } as const;
  const named = (id: string): string => labelIn(telling, id);
  return {
    caseId: record.id,
    number: current.number,
    holds: current.holds.map(({ id, reason: why, at: since, releasedAt }) => ({
      hold: id,
      reason: why,
      since: at(since),
      releasedAt: releasedAt === undefined ? undefined : at(releasedAt),
    })),
    retentions: retentionsOf(rulebook, current).map(({ clock, until }) => ({
      clock: clock.id,
      title: clock.title[locale],
      rules: clock.rules,
      until: at(until),
    })),
    disclosable: [...disclosable(rulebook.policy).keys()].map((id) => ({ id, label: named(id) })),
    disclosures: current.timeline.flatMap((event) =>
      event.type !== "disclosed"
        ? []
        : [
            {
              disclosure: event.disclosure,
              at: at(event.at),
              by: whoIs(rulebook.policy, event.by, "staff", locale),
              authority: event.authority,
              legalBasis: event.legalBasis,
              document: event.document,
              fields: event.fields.map(named),
            },
          ],
    ),
    expires: expiry === undefined ? undefined : { at: at(expiry.at), how: expiry.how },
    erasure:
      erasure === undefined
        ? undefined
        : { orderedAt: at(erasure.orderedAt), doneAt: erasure.doneAt === undefined ? undefined : at(erasure.doneAt) },
  };
};

const CONTACT = [
  ["name", { "zh-CN": "姓名", en: "Name" }],
  ["email", { "zh-CN": "电子邮箱", en: "E-mail" }],
  ["phone", { "zh-CN": "电话", en: "Telephone" }],
  ["address", { "zh-CN": "地址", en: "Address" }],
] as const;

/** The values of a field wherever a case has them: as a fact, of a damage, or said in a step. */
const valuesOf = ({ policy }: Loaded["rulebook"], current: Case, name: string, locale: Told["locale"]): string[] => {
  const fields = [
    ...(policy.intake?.fields ?? []),
    ...(policy.intake?.damages?.fields ?? []),
    ...policy.facts,
    ...(policy.workflow?.steps ?? []).flatMap(({ fields: own }) => own),
  ].filter(({ id }) => id === name);
  const said = current.timeline.flatMap((event: CaseEvent) => ("answers" in event ? [event.answers] : []));
  const all = [current.facts, ...current.damages, ...said].flatMap((answers) =>
    showAnswers(policy, fields.slice(0, 1), answers, locale).map(({ value }) => value),
  );
  return [...new Set(all)];
};

/** What a disclosure gives: exactly the data that its event names, in full. */
export const disclosedView = ({ rulebook, current, locale }: Told, event: EventOf<"disclosed">) => {
  const { policy } = rulebook;
  const telling = { policy, current, reader: "staff", locale } as const;
  const data = event.fields.flatMap((field) =>
    field === "contact"
      ? CONTACT.flatMap(([part, label]) => {
          const value = current.contact[part];
          return value === undefined ? [] : [{ field: `contact.${part}`, label: label[locale], value }];
        })
      : valuesOf(rulebook, current, field, locale).map((value) => ({ field, label: labelIn(telling, field), value })),
  );
  const { disclosure, authority, legalBasis, document } = event;
  const at = withOffset(event.at, policy.calendar.timeZone);
  return { disclosure, number: current.number, at, authority, legalBasis, document, data };
};
