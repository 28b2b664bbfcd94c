import { withOffset } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import { actsAs } from "../case/roles.ts";
import { insidersOf, kindOf } from "../case/sanctions/sanctions.ts";
import type { SanctionView } from "./action-view.ts";
import type { Shown } from "./tracking.ts";

/** What was proposed for people, for those alone who propose or decide it. */
export const sanctionViews = ({ rulebook: { policy }, current, locale }: Shown, by: Actor): SanctionView[] =>
  current.sanctions.flatMap(({ id, rule: name, kind, subject, basis, proposed, decided }): SanctionView[] => {
    const rule = policy.sanctions.find((one) => one.id === name);
    if (rule === undefined || !actsAs(by, insidersOf(rule))) return [];
    const zone = policy.calendar.timeZone;
    return [
      {
        sanction: id,
        rule: name,
        title: rule.title[locale],
        rules: rule.rules,
        kind: kindOf(rule, kind)?.[locale] ?? kind,
        subject,
        basis,
        proposed: { at: withOffset(proposed.at, zone), by: proposed.name },
        decided:
          decided === undefined
            ? undefined
            : {
                at: withOffset(decided.at, zone),
                by: decided.name,
                approved: decided.approved,
                remark: decided.remark,
              },
      },
    ];
  });
