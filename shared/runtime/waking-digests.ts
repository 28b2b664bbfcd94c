import { earliest, type Instant, MINUTE, plusMs } from "../kernel/instant.ts";
import type { DigestRecord } from "../record/digests/digests.ts";
import { claimOwed } from "../record/digests/owed.ts";
import { claimAgain, type Teller, tell } from "../record/digests/send.ts";
import { attempt, idle, type Woken, woke } from "./woken.ts";

/** What a company has changed of its roles and regulations is seen after so long at the latest. */
const LOOK_AGAIN = 15 * MINUTE;

/** When each company is owed something next, as this process last saw it: it is looked at again then, and now and then. */
type Seen = Map<string, { readonly next: Instant | undefined; readonly at: Instant }>;

const due = ({ next, at }: { readonly next: Instant | undefined; readonly at: Instant }, now: Instant): boolean =>
  (next !== undefined && next <= now) || plusMs(at, LOOK_AGAIN) <= now || at > now;

/** Takes in hand what each company is owed by now and what nobody confirmed, one mail a person, and sends it. */
export const wakeDigests = (teller: Teller): (() => Promise<Woken>) => {
  const seen: Seen = new Map();
  return async () => {
    const now = teller.now();
    const claimed: DigestRecord[] = [];
    for (const org of await teller.orgs.all()) {
      const before = seen.get(org);
      if (before !== undefined && !due(before, now)) continue;
      const owed = await claimOwed(teller, org);
      seen.set(org, { next: owed.next, at: now });
      claimed.push(...owed.claimed);
    }
    const { refs, next } = await teller.digests.due(now);
    for (const ref of refs) {
      const again = await claimAgain(teller, ref);
      if (again !== undefined) claimed.push(again);
    }
    if (claimed.length === 0) return idle(earliest(next, ...[...seen.values()].map((one) => one.next)));
    let failed = 0;
    for (const record of claimed) failed += (await attempt(record.id, record.org, () => tell(teller, record))).failed;
    return woke("digests", { woken: claimed.length, failed });
  };
};
