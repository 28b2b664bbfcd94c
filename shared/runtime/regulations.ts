import { type DeskReply, regulationView } from "../api/desk.ts";
import type { findRoutes } from "../api/routes/find.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Deps } from "../record/change.ts";
import { intakesOf } from "../record/intake.ts";
import { inReader, type StaffInput } from "./reader.ts";

type Input = Omit<StaffInput<(typeof findRoutes)["cases"]["query"]>, "query">;

/** The regulations in force that take cases, with what the caller may do with the cases of each. */
export const showDesk = async (
  { orgs, now: clock }: Deps,
  input: Input,
): Promise<Result<DeskReply, { readonly code: "no-such-org" }>> => {
  const { by, now, locale } = inReader({ now: clock }, input);
  const org = await orgs.org(input.params.org);
  if (org === undefined) return refuse({ code: "no-such-org" });
  const policies = await intakesOf(orgs, org, now);
  // the company's own form first, as customers meet it
  const own = policies.filter(({ id }) => id === org.intakePolicy);
  const others = policies.filter(({ id }) => id !== org.intakePolicy);
  return accept({
    org: { id: org.id, name: org.name[locale], timeZone: org.timeZone },
    regulations: [...own, ...others].map((policy) => regulationView(policy, by, locale)),
  });
};
