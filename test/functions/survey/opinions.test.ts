import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { CampaignView } from "../../../shared/api/campaigns.ts";
import { CollationReply, OpinionList, OpinionView } from "../../../shared/api/opinions.ts";
import { tableCustomers } from "../../../shared/aws/customers.ts";
import { customer } from "../../fixtures/surveys.ts";
import { must, told } from "../../stack/call.ts";
import { clockOf, endOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

const HOSTILE = '=HYPERLINK("http://evil.example")\u0000<script>alert(1)</script>\r\nBcc: all@x.example\u202E\n{{7*7}}';
const TENANTS = [
  { name: "Gao Yuan", locale: "zh-CN", scores: { overall: 2 }, comment: "大堂卫生差。" },
  { name: "He Lan", locale: "en", scores: { overall: 1 }, comment: undefined },
  { name: "Lin Wei", locale: "en", scores: { overall: 5 }, comment: undefined },
  { name: "Mo <b>Bold</b>", locale: "en", scores: { overall: 4 }, comment: HOSTILE },
  { name: "Nan Feng", locale: "en", scores: { overall: 2 }, comment: "The lift is slow." },
  { name: "Ou Yang", locale: "en", scores: { overall: 3 }, comment: undefined },
] as const;
type Tenant = (typeof TENANTS)[number]["name"];

let demo: TestStack;
let campaign: string;
const pages = new Map<string, string>();

const service = () => demo.as("customerService");
const base = () => `/campaigns/${campaign}/opinions`;
const listed = async (query = ""): Promise<OpinionView[]> =>
  OpinionList.parse(must(await service().get(`${base()}${query}`), 200).body).items;
const nameOf = (name: Tenant): string => name;
const opinionOf = async (name: Tenant): Promise<OpinionView> =>
  (await listed()).find((one) => one.name === nameOf(name)) ?? expect.unreachable(`${name} said nothing`);
const collating = (opinions: readonly string[], department: string, key?: string) =>
  service().post(
    `${base()}/collation`,
    { opinions, department },
    key === undefined ? undefined : { "idempotency-key": key },
  );
const collated = async (...given: Parameters<typeof collating>): Promise<z.infer<typeof CollationReply>["items"]> =>
  CollationReply.parse(must(await collating(...given), 201).body).items;
const answer = async (name: Tenant, said: Readonly<Record<string, string>>, status = 303) =>
  must(
    await demo.ask("POST", pages.get(name) ?? "", {
      body: new URLSearchParams(said).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    }),
    status,
  );
const counts = async () =>
  CampaignView.parse(must(await service().get(`/campaigns/${campaign}?opinions=now`), 200).body).opinions;

beforeAll(async () => {
  demo = await openTest({
    at: "2026-10-08T09:30+08:00",
    policies: ["industrial-park-property", "enterprise-after-sales"],
  });
  await tableCustomers(demo.demo.client, demo.demo.table).put(
    TENANTS.map(({ name, locale }, n) =>
      customer(demo.org, `tenant-${n}`, { name, locale, groups: { 厂房及单元: `B-${1200 + n}`, building: "B" } }),
    ),
  );
  const plan = {
    survey: "satisfaction",
    title: "Tenants 2026",
    audience: { is: "customers" },
    sendOn: "2026-10-12",
    closesOn: "2026-11-30",
  };
  const planned = must(await service().post("/campaigns?policy=industrial-park-property", plan), 201);
  campaign = CampaignView.parse(planned.body).campaignId;
  must(await service().post(`/campaigns/${campaign}/approve`), 200);
  await demo.until("2026-10-12T10:05+08:00");
  for (const { text, to } of await demo.mails({ to: "homes.example" })) {
    const at = Number(/tenant-(\d)/.exec(to.join())?.[1]);
    pages.set(TENANTS[at]?.name ?? "", new URL(/https?:\/\/\S+\/survey\/\S+/.exec(text)?.[0] ?? "").pathname);
  }
  for (const { name, scores, comment } of TENANTS)
    await answer(name, { "score.overall": `${scores.overall}`, ...(comment === undefined ? {} : { comment }) });
  await demo.until("2026-11-05T10:00+08:00");
});
afterAll(() => demo.close());

test("IPP-11 a low answer or a comment is an opinion, whoever was satisfied and silent gave none", async () => {
  const all = await listed();
  expect(all.map(({ name }) => name).sort()).toEqual(["Gao Yuan", "He Lan", "Mo <b>Bold</b>", "Nan Feng", "Ou Yang"]);
  expect(all.find(({ name }) => name === "He Lan")).toMatchObject({
    scores: [{ question: "overall", score: 1, label: "very dissatisfied", satisfied: false }],
    state: { id: "open" },
    changed: false,
  });
  expect(await listed("?about=comment")).toHaveLength(3);
  expect(await listed("?about=overall")).toHaveLength(4);
  expect(await listed("?state=delivered")).toEqual([]);
  const paged: OpinionView[] = [];
  for (let cursor: string | undefined = ""; cursor !== undefined; ) {
    const query: string = cursor === "" ? "?limit=2" : `?limit=2&cursor=${cursor}`;
    const page: z.infer<typeof OpinionList> = OpinionList.parse((await service().get(`${base()}${query}`)).body);
    paged.push(...page.items);
    cursor = page.cursor;
  }
  expect(paged).toEqual(all);
  expect(told(await service().get(`${base()}?cursor=x`))).toEqual([400, "bad-fields"]);
});

test("nothing of a bad command is filed, and each field at fault is named", async () => {
  const { opinionId } = await opinionOf("Gao Yuan");
  const before = (await demo.items()).length;
  const nobody = `invitation_${"0".repeat(26)}`;
  const refused = await collating([opinionId, nobody], " \u0000");
  expect(told(refused)).toEqual([400, "bad-fields"]);
  expect(refused.body).toMatchObject({
    fields: [
      { path: "/department", code: "required", rule: "IPP-11" },
      { path: "/opinions/1", code: "no-opinion" },
    ],
  });
  expect(told(await collating([], "Cleaning"))).toEqual([400, "bad-fields"]);
  expect((await demo.items()).length).toBe(before);
});

describe("AS-91 IPP-11 IPP-12 IPP-13 an opinion is collated, delivered, answered in writing, rectified, visited", () => {
  test("with the dates of the scenario", async () => {
    const { opinionId } = await opinionOf("Gao Yuan");
    const [filed = expect.unreachable("one was filed")] = await collated([opinionId], "Cleaning", "as-91");
    expect(filed).toMatchObject({ outcome: "filed", department: "Cleaning" });
    const seen = await service().see(filed);
    expect(seen).toMatchObject({
      kind: { id: "survey-opinion" },
      state: { id: "COLLATED" },
      contact: { name: "Gao Yuan", email: "tenant-0@homes.example" },
      facts: { unitNo: "B-1200", description: "大堂卫生差。", category: "other" },
      taken: { channel: { id: "survey" }, source: "Tenants 2026" },
      opinion: {
        campaignId: campaign,
        opinionId,
        department: "Cleaning",
        scores: [{ question: "overall", score: 2, label: "dissatisfied", satisfied: false }],
        words: "大堂卫生差。",
        stage: { id: "collated" },
      },
    });
    expect(
      seen.deadlines.map(({ clock }) => clock),
      "no clock of a complaint runs",
    ).toEqual(["opinion-delivery"]);
    expect(clockOf(seen, "opinion-delivery")).toMatchObject({
      nominalDue: endOf("2026-11-07"),
      due: endOf("2026-11-09"),
    });
    expect(await counts()).toMatchObject({ open: 4, collated: 1, delivered: 0 });

    await demo.until("2026-11-09T10:00+08:00");
    const department = demo.as("responsibleDepartment");
    const delivered = await department.step(filed, "deliver-opinion", { receivedInDepartment: "Sun Li" });
    expect(clockOf(delivered, "opinion-delivery")).toMatchObject({ state: "MET", onTime: true });
    expect(clockOf(delivered, "opinion-measures").due).toBe(endOf("2026-11-12"));
    expect(told(await department.tryStep(filed, "rectify-opinion", { rectification: "x" })), "in their order").toEqual([
      409,
      "wrong-state",
    ]);
    await demo.pass("2 minutes");
    expect(await counts()).toMatchObject({ open: 4, collated: 0, delivered: 1 });

    await demo.until("2026-11-12T10:00+08:00");
    await department.step(filed, "write-measures", { measures: "Cleaned twice a day from now on." });
    const rectified = await department.step(filed, "rectify-opinion", { rectification: "A second round at noon." });
    expect(clockOf(rectified, "opinion-measures")).toMatchObject({ state: "MET", onTime: true });
    expect(clockOf(rectified, "opinion-visit")).toMatchObject({ state: "RUNNING", due: endOf("2026-11-26") });

    const visit = {
      visit: "survey-opinion-visit",
      outcome: "done",
      channel: "site",
      whom: "Gao Yuan",
      opinion: "Good",
    };
    const visited = await service().act(filed, "visits", visit);
    expect([visited.state.id, clockOf(visited, "opinion-visit").state]).toEqual(["EFFECT_VISITED", "RUNNING"]);
    await demo.pass("2 minutes");
    expect(await counts(), "a visit without signature is none (AS-92)").toMatchObject({ rectified: 1, visited: 0 });
    const signed = await service().act(filed, "signatures", {
      signoff: "opinion-visit-signature",
      by: "tenant",
      name: "Gao Yuan",
      method: "drawn",
    });
    expect(clockOf(signed, "opinion-visit")).toMatchObject({ state: "MET", onTime: true });
    expect((await service().step(filed, "archive-opinion")).state.id).toBe("ARCHIVED");
    await demo.pass("2 minutes");
    expect(await counts()).toMatchObject({ open: 4, collated: 0, visited: 1 });
    expect(await listed("?state=visited")).toMatchObject([{ opinionId, case: { number: filed.number } }]);
  });

  test("its customer is told in their own language what became of what they said, and finds it on their page", async () => {
    const { case: of } = await opinionOf("Gao Yuan");
    const letters = await demo.mails({ to: "tenant-0@homes.example", about: { number: of?.number ?? "" } });
    const [letter = expect.unreachable("a letter"), ...later] = letters;
    expect(later.map(({ subject }) => subject).filter((subject) => subject.includes("收到"))).toEqual([]);
    expect(letter.subject).toContain("您在满意度调查中的意见");
    expect(letter.text).toContain("“Tenants 2026”");
    const { pathname } = new URL(/https?:\/\/\S+\/case\/\S+/.exec(letter.text)?.[0] ?? "");
    const page = must(await demo.ask("GET", `${pathname}?lang=zh-CN`), 200);
    expect(page.text).toContain("来自满意度调查的意见");
    expect(page.text, "who is responsible is the house's own").not.toContain("责任部门：Cleaning");
    const english = must(await demo.ask("GET", `${pathname}?lang=en`), 200);
    expect(english.text).toContain("Said in a survey");
  });

  test("who must deal with it is told, and reminded", async () => {
    const { case: of } = await opinionOf("Gao Yuan");
    const about = { number: of?.number ?? "" };
    const department = await demo.mails({ to: "responsibledepartment@", about });
    expect(department[0]?.text).toMatch(/Cleaning/);
    expect((await demo.mails({ to: "customerservice@", about })).length).toBeGreaterThan(0);
  });
});

describe("an opinion is never filed twice", () => {
  test("the same command again finds the case that it made, and another under its key is refused", async () => {
    const { opinionId } = await opinionOf("He Lan");
    const first = await collated([opinionId], "Engineering", "once");
    const cases = (await demo.items()).length;
    expect(await collated([opinionId], "Engineering", "once")).toEqual(first);
    expect((await demo.items()).length).toBe(cases);
    expect(told(await collating([opinionId], "Cleaning", "once"))).toEqual([422, "key-reused"]);
    const seen = await service().see(first[0] ?? expect.unreachable("one"));
    expect(seen.facts.description, "without a comment the scale says it").toBe("Overall: very dissatisfied");
  });

  test("two who collate at once make one case, and the second is told whose it is", async () => {
    const { opinionId } = await opinionOf("Ou Yang");
    const both = await Promise.all(["Cleaning", "Engineering"].map((department) => collated([opinionId], department)));
    const [one, other] = both.flat();
    expect(one?.caseId).toBe(other?.caseId);
    expect([one?.outcome, other?.outcome].sort()).toEqual(["already", "filed"]);
    expect(one?.department, "the department of whoever was first stands").toBe(other?.department);
    expect((await opinionOf("Ou Yang")).case).toMatchObject({ number: one?.number, department: one?.department });
  });

  test("AS-111 a customer who answers anew is heard: the case is kept, and the new answer stands beside it", async () => {
    const { opinionId } = await opinionOf("Nan Feng");
    const [filed = expect.unreachable("one")] = await collated([opinionId], "Engineering");
    await answer("Nan Feng", { "score.overall": "5", comment: "It was mended, thank you." });
    const seen = OpinionView.parse(
      must(await demo.as("responsibleDepartment").get(`${base()}/${opinionId}`), 200).body,
    );
    expect(seen).toMatchObject({ changed: true, scores: [{ score: 5 }], case: { caseId: filed.caseId } });
    expect(JSON.stringify(seen.comment)).toContain("mended");
    expect((await service().see(filed)).opinion).toMatchObject({ scores: [{ score: 2 }], words: "The lift is slow." });
    expect(await collated([opinionId], "Cleaning"), "it is not filed again").toMatchObject([
      { outcome: "already", caseId: filed.caseId, department: "Engineering" },
    ]);
  });
});

test("what a hostile customer writes stays words wherever it is shown", async () => {
  const { opinionId, comment } = await opinionOf("Mo <b>Bold</b>");
  expect(comment).toContain("<script>");
  const [filed = expect.unreachable("one")] = await collated([opinionId], "<i>Cleaning</i>");
  const seen = await service().see(filed);
  expect(seen.facts.description).not.toContain("\u0000");
  await demo.pass("2 minutes");
  for (const { html } of await demo.mails({ about: filed })) {
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<i>Cleaning");
    expect(html).not.toContain("<b>Bold");
  }
});

describe("who may", () => {
  test("staff cannot answer for a customer: their token opens no questionnaire", async () => {
    const page = pages.get("Lin Wei") ?? "";
    const foreign = page.replace(/[^/]+$/, "A".repeat(22));
    expect((await demo.ask("POST", foreign, { body: "score.overall=5" })).status).toBe(404);
  });

  test("the department reads the opinion of its case with the customer masked, and collates nothing (IPP-01)", async () => {
    const { opinionId } = await opinionOf("Gao Yuan");
    const department = demo.as("responsibleDepartment");
    expect(told(await department.get(base()))).toEqual([403, "not-your-role"]);
    const body = { opinions: [opinionId], department: "Cleaning" };
    expect(told(await department.post(`${base()}/collation`, body))).toEqual([403, "not-your-role"]);
    const seen = OpinionView.parse(must(await department.get(`${base()}/${opinionId}`), 200).body);
    expect(seen.name).toContain("••••");
    expect(seen.groups.厂房及单元).toContain("••••");
    expect(told(await service().get(`${base()}/invitation_${"0".repeat(26)}`))).toEqual([404, "no-such-opinion"]);
  });

  test("a regulation that makes no cases of its survey's opinions says so, with the rule", async () => {
    const own = demo.as("afterSales");
    const plan = {
      survey: "satisfaction-loyalty",
      title: "x",
      audience: { is: "customers" },
      sendOn: "2026-11-20",
      closesOn: "2026-11-30",
    };
    const planned = must(await own.post("/campaigns?policy=enterprise-after-sales", plan), 201);
    const { campaignId } = CampaignView.parse(planned.body);
    const refused = await own.post(`/campaigns/${campaignId}/opinions/collation`, {
      opinions: [`invitation_${"0".repeat(26)}`],
      department: "x",
    });
    expect(told(refused)).toEqual([409, "no-opinions"]);
    expect(refused.body).toMatchObject({ rules: ["ENT-12"] });
  });
});
