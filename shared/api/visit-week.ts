import * as z from "zod";
import { CivilDate } from "../calendar/civil-date.ts";
import { withOffset } from "../calendar/zone.ts";
import type { Locale } from "../kernel/text.ts";
import { Channel } from "../policy/follow-up.ts";
import { personInList } from "../privacy/privacy.ts";
import type { CaseVisit } from "../record/obligations/case-visits.ts";
import type { LoadedObligation } from "../record/obligations/change.ts";
import type { Reading } from "./row.ts";
import { formIn, VisitView, visitView } from "./visiting.ts";

const OfCalendar = VisitView.extend({ of: z.literal("calendar") });

const OfCase = z.object({
  of: z.literal("case"),
  caseId: z.string(),
  number: z.string(),
  policy: z.string(),
  visit: z.object({ id: z.string(), title: z.string(), rules: z.array(z.string()) }),
  state: z.enum(["due", "unreachable", "rebooked", "done"]).meta({ description: "`done` waits for the signature" }),
  since: z.string(),
  due: z.string().optional().meta({ description: "absent where the regulation gives no figure" }),
  appointment: z.string().optional(),
  channels: z.array(Channel),
  form: VisitView.shape.form,
  signature: z.boolean().meta({ description: "over only once the customer has signed" }),
  contacts: z.object({ have: z.number().int(), need: z.number().int() }),
  whom: z.string().meta({ description: "as lists show them; whole in the case, to whoever may see it" }),
});

export const WeekView = z
  .object({
    from: CivilDate,
    to: CivilDate,
    visits: z
      .array(z.discriminatedUnion("of", [OfCalendar, OfCase]))
      .meta({ description: "by calendar and of cases, the first due first; those without a due at the end" }),
    isCut: z.boolean().meta({ description: "there are more than are shown" }),
    feeds: z
      .array(z.object({ of: z.string(), url: z.string() }))
      .meta({ description: "calendars (ICS) for a telephone; whoever has the address reads it" }),
  })
  .meta({ id: "VisitWeek" });
type InWeek = z.infer<typeof WeekView>["visits"][number];

const caseVisitView = (found: CaseVisit, locale: Locale): InWeek => {
  const { record, current, owed, rulebook } = found;
  const { policy } = rulebook;
  const { timeZone } = policy.calendar;
  const { rule, since, due, appointment, contacts, state } = owed;
  return {
    of: "case",
    caseId: record.id,
    number: current.number,
    policy: policy.id,
    visit: { id: rule.id, title: rule.title[locale], rules: [...rule.rules] },
    state: state === "not-yet" || state === "signed" ? "due" : state, // neither is owed
    since: withOffset(since, timeZone),
    due: due && withOffset(due, timeZone),
    appointment: appointment && withOffset(appointment, timeZone),
    channels: [...rule.channels],
    form: formIn(policy, rule.form, locale),
    signature: rule.signature,
    contacts: { have: contacts, need: rule.contacts },
    whom: personInList(policy, current.contact).reporter,
  };
};

const UNDATED = "9999";

/** Visits by calendar and those of cases as one list, the most urgent first. */
export const weekVisits = (
  planned: readonly LoadedObligation[],
  owed: readonly CaseVisit[],
  reading: Reading,
): readonly InWeek[] =>
  [
    ...planned.map((one) => {
      const { appointment, slot } = one.obligation;
      return { at: appointment ?? slot.due, view: { of: "calendar" as const, ...visitView(one, reading) } };
    }),
    ...owed.map((one) => {
      const { appointment, due } = one.owed;
      return { at: appointment ?? due ?? UNDATED, view: caseVisitView(one, reading.locale) };
    }),
  ]
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ view }) => view);
