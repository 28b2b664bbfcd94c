import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policyIds, publishedPolicy } from "../../../infra/policy/published.ts";
import { CampaignView } from "../../../shared/api/campaigns.ts";
import { Problem } from "../../../shared/api/problem.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { campaignCalls, somePlan } from "../access/calls.ts";
import { readersOf } from "../access/cells/cell.ts";

const policyOf = (id: string) => publishedPolicy(id)?.policy ?? expect.unreachable(`no policy ${id}`);
const ASKING = policyIds().filter((id) => policyOf(id).surveys.length > 0);

const ASKERS = ASKING.flatMap((id) => policyOf(id).surveys.flatMap(({ by }) => by));

type Makers = { readonly by: readonly string[]; readonly approvedBy: readonly string[] };

/** Who may by the regulation: what is said of customers is for those who run the survey, or who read its cases. */
const rolesFor = (policy: Policy, method: string, path: string, { by, approvedBy }: Makers): readonly string[] => {
  if (/\/opinions\/invitation_/.test(path)) return readersOf(policy);
  if (/\/opinions$/.test(path)) return by;
  if (method === "GET") return policy.roles.map(({ id }) => id);
  return /\/(approve|return)$/.test(path) && approvedBy.length > 0 ? approvedBy : by;
};

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-10-08T09:30+08:00", policies: ASKING });
});
afterAll(() => demo.close());

describe.each(ASKING)("%s: who may do what with a campaign", (id) => {
  test.each(policyOf(id).surveys)("$id: every role at every route", async ({ id: survey, by, approvedBy }) => {
    const [planner = ""] = by;
    const planned = must(await demo.as(planner).post(`/campaigns?policy=${id}`, somePlan(survey)), 201);
    const { campaignId } = CampaignView.parse(planned.body);
    const wrong: string[] = [];
    for (const { id: role } of policyOf(id).roles) {
      const staff = demo.as(role);
      for (const [method, path, body] of campaignCalls(campaignId, survey)) {
        const own = path === "/campaigns" && method === "POST" ? `${path}?policy=${id}` : path;
        // any survey of any regulation of the company makes use of its list
        const listed = path.startsWith("/customers") ? ASKERS.includes(role) : undefined;
        const may = listed ?? rolesFor(policyOf(id), method, path, { by, approvedBy }).includes(role);
        // whoever may would change what the next one finds; planning and sending back leave it as it is
        if (may && method === "POST" && listed === undefined && !/\/(campaigns|return|collation)$/.test(path)) continue;
        const answer = method === "GET" ? await staff.get(own) : await staff.post(own, body);
        const refused = answer.status === 403 && Problem.parse(answer.body).code === "not-your-role";
        if (refused === may) wrong.push(`${role} ${method} ${own}: ${answer.status} ${answer.text.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test("nobody of another company gets anywhere, and ids that exist look like those that do not", async () => {
  const [id = ""] = ASKING;
  const { surveys } = policyOf(id);
  const [survey] = surveys;
  const plan = somePlan(survey?.id ?? "");
  const planned = await demo.as(survey?.by[0] ?? "").post(`/campaigns?policy=${id}`, plan);
  const { campaignId } = CampaignView.parse(must(planned, 201).body);
  for (const one of [campaignId, `campaign_${"0".repeat(26)}`]) {
    for (const [method, path, body] of campaignCalls(one)) {
      const stranger = demo.as("stranger");
      const answer = method === "GET" ? await stranger.get(path) : await stranger.post(path, body);
      expect([path, answer.status, Problem.parse(answer.body).code]).toEqual([path, 403, "not-a-member"]);
    }
  }
});
