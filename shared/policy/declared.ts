import { codes } from "./lint-facts.ts";
import { eventNames } from "./lint-workflow.ts";
import { factFields, type Policy } from "./policy.ts";
import { type Declared, ids } from "./problem.ts";

/** Every name that a policy declares, by what it names. */
export const declaredIn = (policy: Policy): Declared => {
  const steps = ids(policy.workflow?.steps ?? []);
  const schedules = ids(policy.schedules);
  const [roles, parties] = [ids(policy.roles), ids(policy.parties)];
  const [forms, surveys] = [ids(policy.forms), ids(policy.surveys)];
  return {
    roles: new Set(roles),
    parties: new Set(parties),
    people: new Set([...roles, ...parties, "reporter"]),
    facts: new Set(ids(factFields(policy))),
    events: eventNames(policy),
    steps: new Set(steps),
    clocks: new Set(ids(policy.clocks)),
    schedules: new Set(schedules),
    forms: new Set(forms),
    checklists: new Set(ids(policy.checklists)),
    surveys: new Set(surveys),
    kpis: new Set(ids(policy.kpis)),
    routes: new Set(ids(policy.routing)),
    categories: new Set(codes(policy.categories)),
    blockable: new Set([...steps, ...schedules]),
    sources: new Set([...schedules, ...surveys, ...forms]),
  };
};
