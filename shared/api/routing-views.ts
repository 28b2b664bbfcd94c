import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import { titles } from "../case/roles.ts";
import { awaited, responsibleFor, standing } from "../case/routing/routing.ts";
import type { Person } from "../case/taking.ts";
import type { Instant } from "../kernel/instant.ts";
import { type Locale, say } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";

/** Who has a case, as its customer may know: by role, never by name. */
export const HolderView = z.object({
  title: z.string().meta({ description: "the role that answers for it" }),
  since: z.string().optional(),
  waitingFor: z
    .string()
    .optional()
    .meta({ description: "the role that it was given to, and that has not taken it over" }),
});

const PersonView = z.object({ sub: z.string().optional(), name: z.string(), role: z.string().optional() });

/** Every time that a case was given to somebody, with both names, and what departments hold of it. */
export const RoutingView = z.object({
  responsible: PersonView.optional(),
  assignments: z.array(
    z.object({
      assignment: z.number(),
      route: z.string(),
      to: z.string(),
      person: z.string().optional(),
      insteadOf: z.string().optional(),
      note: z.string().optional(),
      at: z.string(),
      by: PersonView,
      state: z.enum(["waiting", "taken", "returned", "overtaken"]),
      taken: z.object({ at: z.string(), by: PersonView }).optional(),
      returned: z.object({ at: z.string(), by: PersonView, reason: z.string() }).optional(),
    }),
  ),
  needs: z.array(z.object({ route: z.string(), need: z.string(), text: z.string(), at: z.string(), by: z.string() })),
  opinions: z.array(
    z.object({
      department: z.string(),
      name: z.string(),
      text: z.string(),
      agrees: z.boolean().optional(),
      at: z.string(),
    }),
  ),
});

const roleTitle = (policy: Policy, role: string, locale: Locale): string => titles(policy, [role])[0]?.[locale] ?? role;

export const holderView = (policy: Policy, current: Case, locale: Locale): z.infer<typeof HolderView> | undefined => {
  const now = responsibleFor(current.routing, current.taken?.firstContact);
  const waiting = awaited(current.routing);
  const role = now?.person.role ?? (now === undefined ? policy.intake?.receivedBy : undefined);
  if (now === undefined && role === undefined) return undefined;
  return {
    title: role === undefined ? say("首位接待人", "Your first contact")[locale] : roleTitle(policy, role, locale),
    since: now?.since === undefined ? undefined : withOffset(now.since, policy.calendar.timeZone),
    waitingFor: waiting === undefined ? undefined : roleTitle(policy, waiting.role, locale),
  };
};

export const routingView = (policy: Policy, current: Case, locale: Locale): z.infer<typeof RoutingView> => {
  const { routing } = current;
  const show = (at: Instant): string => withOffset(at, policy.calendar.timeZone);
  const title = (role: string): string => roleTitle(policy, role, locale);
  const person = ({ sub, name, role }: Person) => ({ sub, name, role: role === undefined ? undefined : title(role) });
  const rule = (id: string) => policy.routing.find((one) => one.id === id);
  const now = responsibleFor(routing, current.taken?.firstContact);
  const stands = standing(routing)?.assignment;
  return {
    responsible: now === undefined ? undefined : person(now.person),
    assignments: routing.assignments.map((one) => ({
      assignment: one.assignment,
      route: rule(one.route)?.title[locale] ?? one.route,
      to: title(one.role),
      person: one.person?.name,
      insteadOf: one.insteadOf === undefined ? undefined : title(one.insteadOf),
      note: one.note,
      at: show(one.at),
      by: person(one.by),
      state:
        one.returned !== undefined
          ? ("returned" as const)
          : one.taken !== undefined
            ? ("taken" as const)
            : one.assignment === stands
              ? ("waiting" as const)
              : ("overtaken" as const),
      taken: one.taken === undefined ? undefined : { at: show(one.taken.at), by: person(one.taken.by) },
      returned:
        one.returned === undefined
          ? undefined
          : { at: show(one.returned.at), by: person(one.returned.by), reason: one.returned.reason },
    })),
    needs: routing.needs.map(({ route, need, text, at, name }) => ({
      route,
      need: rule(route)?.needs[need - 1]?.[locale] ?? String(need),
      text,
      at: show(at),
      by: name,
    })),
    opinions: routing.opinions.map(({ role, name, text, agrees, at }) => ({
      department: title(role),
      name,
      text,
      agrees,
      at: show(at),
    })),
  };
};
