import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import { OUTCOMES } from "../case/visit/visit.ts";
import { visitsOf } from "../case/visit/visits.ts";
import type { Locale } from "../kernel/text.ts";

/** A visit that this case owes or had, with every try. */
export const VisitView = z
  .object({
    visit: z.string(),
    title: z.string(),
    rules: z.array(z.string()),
    state: z.enum(["not-yet", "due", "unreachable", "rebooked", "done", "signed"]),
    signature: z.boolean().meta({ description: "whether it is over only once it is signed" }),
    since: z.string().optional(),
    clock: z.string().optional().meta({ description: "the deadline until which it is done" }),
    contacts: z.object({ have: z.number(), need: z.number() }),
    records: z.array(
      z.object({
        outcome: z.enum(OUTCOMES),
        channel: z.string(),
        doneAt: z.string(),
        whom: z.string().optional(),
        opinion: z.string().optional(),
        satisfied: z.boolean().optional(),
        apology: z.string().optional(),
        next: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "Visit" });
export type VisitView = z.infer<typeof VisitView>;

/** Visits that the regulation asks for in this case. */
export const visitViews = ({ policy }: Rulebook, current: Case, locale: Locale): VisitView[] => {
  const show = (at: Parameters<typeof withOffset>[0]) => withOffset(at, policy.calendar.timeZone);
  return visitsOf(policy, current)
    .filter(({ applies }) => applies)
    .map(({ rule, since, records, contacts, state }) => ({
      visit: rule.id,
      title: rule.title[locale],
      rules: rule.rules,
      state,
      signature: rule.signature,
      since: since && show(since),
      clock: rule.within,
      contacts: { have: contacts, need: rule.contacts },
      records: records.map(({ outcome, channel, doneAt, whom, opinion, satisfied, apology, next }) => ({
        outcome,
        channel,
        doneAt: show(doneAt),
        whom,
        opinion,
        satisfied,
        apology,
        next: next && show(next),
      })),
    }));
};
