import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { companyBy, peopleOf } from "../../../infra/demo/regulated.ts";
import { putCompany } from "../../../infra/org/company.ts";
import { FileReply } from "../../../shared/api/bodies.ts";
import { CampaignView } from "../../../shared/api/campaigns.ts";
import { PersonErasureReply } from "../../../shared/api/erasures.ts";
import { CaseList } from "../../../shared/api/list-view.ts";
import { tableCustomers } from "../../../shared/aws/customers.ts";
import { tableOrgs } from "../../../shared/aws/orgs.ts";
import { customer } from "../../fixtures/surveys.ts";
import { PUBLICATION } from "../../fixtures/worlds.ts";
import { type Answer, must, told } from "../../stack/call.ts";
import { type Filed, plainComplaint } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { type Staff, staff } from "../../stack/staff.ts";
import {
  type Call,
  campaignCalls,
  caseCalls,
  companyCalls,
  digestCalls,
  houseCalls,
  inspectionCalls,
  kpiCalls,
  lookCalls,
  registerCalls,
  reportCalls,
  somePlan,
  visitCalls,
} from "./calls.ts";

/** Two companies side by side, by the same regulations: nobody of one ever meets anything of the other (§3.8). */
const POLICIES = ["door-factory-after-sales", "owner-satisfaction-survey"];
const THEIRS = "other-company";
const OURS_ONLY = /OURS-|ours@dealer|1395550\s?0001|ours-owner/;
const NO_CASE = `case_${"0".repeat(26)}`;
const NO_CAMPAIGN = `campaign_${"0".repeat(26)}`;
const NO_ERASURE = `erasure_${"0".repeat(26)}`;

let demo: TestStack;
let them: Staff;
let ours: Filed;
let own: Filed;
let campaign: string;
let erasure: string;

/** Everything at once, of the other company: whatever a role could open, they could. */
const ALL = "everybodyElsewhere";
const roles = peopleOf(POLICIES).flatMap(({ groups }) => groups.map((group) => group.split(":")[1] ?? ""));
const groups = [...new Set(roles)].map((role) => `${THEIRS}:${role}`);

const fileAt = async (org: string, over: Record<string, unknown>): Promise<Filed> => {
  const headers = { "idempotency-key": "one-key-for-both" };
  const body = plainComplaint(over);
  return FileReply.parse(must(await demo.ask("POST", `/v1/${org}/cases`, { body, headers }), 201).body);
};
const customersOf = (org: string, name: string) =>
  tableCustomers(demo.demo.client, demo.demo.table).put([customer(org, name)]);
const plannedBy = async (who: Staff): Promise<string> => {
  const answer = await who.post("/campaigns?policy=owner-satisfaction-survey", somePlan("owner-satisfaction"));
  return CampaignView.parse(must(answer, 201).body).campaignId;
};

beforeAll(async () => {
  demo = await openTest({
    at: "2026-10-08T09:30+08:00",
    policies: POLICIES,
    people: [{ sub: ALL, name: "Everybody elsewhere", groups }],
  });
  const { client, table } = demo.demo;
  const company = companyBy(POLICIES);
  const name = { "zh-CN": "外单位", en: "Another company" };
  await putCompany(
    tableOrgs(client, table),
    Object.assign({}, company, { id: THEIRS, name, mailFrom: "service@elsewhere.example" }),
    PUBLICATION,
  );
  them = staff(demo.ask, THEIRS, ALL);

  const contact = { name: "OURS-Ada", email: "ours@dealer.example", phone: "13955500001" };
  ours = await fileAt(demo.org, { contact, orderNo: "OURS-77", description: "OURS-door is bent" });
  own = await fileAt(THEIRS, { orderNo: "T-1", description: "A door is bent" });
  await Promise.all([customersOf(demo.org, "ours-owner"), customersOf(THEIRS, "their-owner")]);
  campaign = await plannedBy(demo.as("everybody"));
  const order = { email: "nobody@nowhere.example", reason: "OURS-reason" };
  erasure = PersonErasureReply.parse(must(await demo.as("privacyOfficer").post("/erasures", order), 200).body).erasure;
  await demo.pass("2 minutes");
});
afterAll(() => demo.close());

const send = (who: Staff, [method, path, body]: Call) => (method === "GET" ? who.get(path) : who.post(path, body));

/** An answer without what differs by chance or by what was asked for. */
const plain = ({ status, text }: Answer, ids: readonly string[]) =>
  [status, ids.reduce((said, id) => said.replaceAll(id, "ID"), text)] as const;

test("two companies with one key have two cases", () => {
  expect(own.caseId).not.toBe(ours.caseId);
});

describe("somebody with every role of the other company", () => {
  const pairs = (): readonly (readonly [Call, Call])[] => {
    const both = (calls: (id: string) => readonly Call[], mine: string, none: string) => {
      const others = calls(none);
      return calls(mine).map((call, at) => [call, others[at] ?? call] as const);
    };
    const among = (id: string): readonly Call[] => [
      ["POST", `/cases/${own.caseId}/duplicates/${id}`, { same: true }],
      ["GET", `/cases?number=${id}`, undefined],
      ["GET", `/cases/search?q=${id}`, undefined],
    ];
    const ofCampaign = (id: string): readonly Call[] =>
      campaignCalls(id, "owner-satisfaction").filter(([, path]) => path.includes(id));
    const erasures = (id: string): readonly Call[] => [["GET", `/erasures/${id}`, undefined]];
    return [
      ...both(caseCalls, ours.caseId, NO_CASE),
      ...both(ofCampaign, campaign, NO_CAMPAIGN),
      ...both(erasures, erasure, NO_ERASURE),
      ...both(among, ours.caseId, NO_CASE),
    ];
  };

  test("is answered at every route as if what is ours did not exist", async () => {
    const before = await demo.items();
    for (const [asked, none] of pairs()) {
      const mine = plain(await send(them, asked), [ours.caseId, campaign, erasure]);
      const nothing = plain(await send(them, none), [NO_CASE, NO_CAMPAIGN, NO_ERASURE]);
      expect([asked[1], ...mine]).toEqual([asked[1], ...nothing]);
      expect(mine[0], asked[1]).toBe(/\?(number|q)=/.test(asked[1]) ? 200 : 404);
    }
    expect(await demo.items(), "and nothing was written").toEqual(before);
  });

  test("is no member at our address, at every route", async () => {
    const here = staff(demo.ask, demo.org, ALL);
    const everywhere = [
      ...houseCalls(),
      ...lookCalls(),
      ...digestCalls(),
      ...companyCalls(),
      ...visitCalls(),
      ...inspectionCalls(),
      ...kpiCalls(),
      ...registerCalls(),
      ...reportCalls("none.none.2026-01"),
      ...campaignCalls(campaign),
    ];
    for (const call of [...everywhere, ...caseCalls(ours.caseId)]) {
      expect([call[1], ...told(await send(here, call))]).toEqual([call[1], 403, "not-a-member"]);
    }
  });

  test("finds nothing of ours in lists, searches, registers and exports", async () => {
    const ids = async (path: string) =>
      CaseList.parse(must(await them.get(path), 200).body).items.map(({ caseId }) => caseId);
    expect(await ids("/cases?limit=100")).toEqual([own.caseId]);
    for (const q of ["OURS-77", "OURS-door", "OURS-Ada", "13955500001", "ours@dealer.example"]) {
      expect(await ids(`/cases/search?q=${encodeURIComponent(q)}`), q).toEqual([]);
      const here = await demo.as("everybody").get(`/cases/search?q=${encodeURIComponent(q)}`);
      expect(CaseList.parse(must(here, 200).body).items.length, `we find ${q}`).toBe(1);
    }
    expect(await ids(`/cases?number=${ours.number}`), "their own has the same number").toEqual([own.caseId]);
    for (const path of [
      "/register",
      "/cases/export?format=csv",
      "/register/export?format=csv",
      "/desk",
      "/campaigns",
    ]) {
      const answer = await them.get(path);
      expect([path, answer.status, OURS_ONLY.test(answer.text)]).toEqual([path, 200, false]);
      expect(answer.text, path).not.toContain(ours.caseId);
      expect(answer.text, path).not.toContain(campaign);
    }
  });

  test("erases nothing of ours", async () => {
    const order = { email: "ours@dealer.example", reason: "Asked for." };
    const reply = PersonErasureReply.parse(must(await them.post("/erasures", order), 200).body);
    expect([reply.ordered, reply.kept, reply.cases]).toEqual([0, 0, []]);
    await demo.pass("2 hours");
    expect((await demo.as("everybody").see(ours)).contact.name).toBe("OURS-Ada");
  });

  test("asks no customer of ours by a campaign, and we none of theirs", async () => {
    const theirs = await plannedBy(them);
    must(await them.post(`/campaigns/${theirs}/approve`), 200);
    await demo.until("2026-10-12T10:05+08:00");
    const asked = await demo.mails({ to: "homes.example" });
    expect(asked.map(({ to }) => to[0])).toEqual(["their-owner@homes.example"]);
    const link = new URL(/https?:\/\/\S+\/survey\/\S+/.exec(asked[0]?.text ?? "")?.[0] ?? "").pathname;
    expect((await demo.ask("GET", link)).status).toBe(200);
    const here = link.replace(`/${THEIRS}/`, `/${demo.org}/`);
    expect(here).not.toBe(link);
    for (const path of [here, `${here}/stop`]) {
      expect([(await demo.ask("GET", path)).status, (await demo.ask("POST", path, { body: "" })).status]).toEqual([
        404, 404,
      ]);
    }
  });
});

test("a tracking token of ours opens nothing under their address", async () => {
  const { caseId, trackingToken: token } = ours;
  const base = `/v1/${THEIRS}/cases/${caseId}`;
  const calls: readonly Call[] = [
    ["GET", `${base}/tracking`, undefined],
    ["POST", `${base}/photos`, { photos: [{ damage: 0, type: "image/png", size: 9 }] }],
    ["POST", `${base}/tracking/signatures`, { signoff: "x", name: "x", method: "typed" }],
    ["POST", `${base}/tracking/objections`, { signoff: "x", reason: "x" }],
    ["GET", `${base}/tracking/forms/x`, undefined],
    ["POST", `${base}/tracking/copies/x/1/acknowledgement`, {}],
  ];
  for (const [method, path, body] of calls) {
    const answer = await demo.ask(method, path, { token, ...(body === undefined ? {} : { body }) });
    expect([path, ...told(answer)]).toEqual([path, 404, "no-such-case"]);
  }
  const pages: readonly (readonly ["GET" | "POST", string])[] = [
    ["GET", `/${THEIRS}/case/${caseId}/${token}`],
    ["POST", `/${THEIRS}/case/${caseId}/${token}`],
    ["GET", `/${THEIRS}/copy/${caseId}/x/1/${token}`],
    ["POST", `/${THEIRS}/copy/${caseId}/x/1/${token}`],
  ];
  for (const [method, path] of pages) {
    const page = await demo.ask(method, path, method === "POST" ? { body: "" } : {});
    expect([path, page.status, OURS_ONLY.test(page.text)]).toEqual([path, 404, false]);
  }
  expect((await demo.tracking(ours)).number, "and everything under our own").toBe(ours.number);
});
