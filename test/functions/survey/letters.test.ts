import { afterAll, beforeAll, expect, test } from "vitest";
import type { Mail } from "../../../infra/local/mail-store.ts";
import { CampaignView } from "../../../shared/api/campaigns.ts";
import { tableCustomers } from "../../../shared/aws/customers.ts";
import { OrgId } from "../../../shared/kernel/ids.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

/** Eight customers, four of whom each of two departments served. */
const CUSTOMERS = 8;

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({
    at: "2026-10-08T09:30+08:00",
    policies: ["owner-satisfaction-survey", "project-return-visit"],
  });
  await tableCustomers(demo.demo.client, demo.demo.table).put(
    Array.from({ length: CUSTOMERS }, (_, n) => ({
      org: OrgId.parse(demo.org),
      id: `owner-${n}`,
      name: `Owner ${n}`,
      ...(n === 7 ? { phone: "13900000007" } : { email: `owner-${n}@homes.example` }),
      locale: "en",
      groups: { department: n < 4 ? "Gardens" : "Repairs" },
      listedAt: "2026-10-01T00:00:00.000Z" as Instant,
    })),
  );
});
afterAll(() => demo.close());

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const pageIn = ({ text }: Mail) =>
  new URL(/https?:\/\/\S+\/survey\/\S+/.exec(text)?.[0] ?? expect.unreachable(text)).pathname;

/** A campaign that asks everybody and is answered by some, run to its end. */
const run = async (of: {
  readonly policy: string;
  readonly survey: string;
  readonly by: string;
  readonly approvedBy: string;
  readonly sendOn: string;
  readonly closesOn: string;
  /** What each who answers says, by the number in their address. */
  readonly answers: Readonly<Record<number, string>>;
}) => {
  const before = (await demo.mails()).length;
  const plan = {
    survey: of.survey,
    title: `${of.survey} ${of.sendOn}`,
    audience: { is: "customers" },
    sendOn: of.sendOn,
    closesOn: of.closesOn,
  };
  const planned = must(await demo.as(of.by).post(`/campaigns?policy=${of.policy}`, plan), 201);
  const { campaignId, opens, closes } = CampaignView.parse(planned.body);
  const path = `/campaigns/${campaignId}`;
  must(await demo.as(of.approvedBy).post(`${path}/approve`), 200);
  await demo.until(opens);
  await demo.pass("3 minutes");
  const asked = (await demo.mails({ to: "homes.example" })).filter(
    ({ subject, text }) => text.includes("/survey/") && !subject.startsWith("Reminder"),
  );
  for (const mail of asked.slice(-7)) {
    const body = of.answers[Number(/owner-(\d)/.exec(mail.to[0] ?? "")?.[1])];
    if (body !== undefined) must(await demo.ask("POST", pageIn(mail), { body, headers: FORM }), 303);
  }
  await demo.until(closes);
  await demo.pass("10 minutes");
  const sent = (await demo.mails()).slice(before).filter(({ text }) => !text.includes("/survey/"));
  const view = CampaignView.parse(must(await demo.as(of.by).get(path), 200).body);
  return { view, sent, path };
};

test("AS-113 OSS-12 what a department's customers are very satisfied with is commended, to whom the regulation says, once", async () => {
  const { view, sent } = await run({
    policy: "owner-satisfaction-survey",
    survey: "owner-satisfaction",
    by: "management",
    approvedBy: "management",
    sendOn: "2026-10-12",
    closesOn: "2026-10-30",
    answers: { 0: "score.overall=5", 1: "score.overall=5", 2: "score.overall=4", 4: "score.overall=3" },
  });
  expect(view.figures).toMatchObject({ valid: 4, sent: 7, insufficient: false });
  expect(view.figures?.commended).toEqual([
    { question: "overall", title: "Overall", department: "Gardens", mean: 14 / 3, answers: 3 },
  ]);
  const [praise, ...more] = sent.filter(({ subject }) => /Commendation|通报表扬/.test(subject));
  expect([praise?.to, more], "once").toEqual([["management@demo-doors.example"], []]);
  expect(praise?.text).toMatch(/Gardens.*4\.67.*3/);
  expect(praise?.text).toContain(`/console/#/${demo.org}/surveys?id=${view.campaignId}`);
  expect(view.history.map(({ what, to }) => [what, to])).toEqual(
    expect.arrayContaining([
      ["analysed", undefined],
      ["commended", "Management department"],
    ]),
  );
  expect(view.letters.map(({ is, state }) => [is, state])).toEqual([
    ["analysis", "sent"],
    ["commendation", "sent"],
  ]);
});

test("AS-113 OSS-09 too few answered: nobody is commended, whatever they said, and the analysis says so", async () => {
  const { view, sent } = await run({
    policy: "owner-satisfaction-survey",
    survey: "owner-satisfaction",
    by: "management",
    approvedBy: "management",
    sendOn: "2026-11-02",
    closesOn: "2026-11-20",
    answers: { 0: "score.overall=5", 1: "score.overall=5", 2: "score.overall=5" },
  });
  expect(view.figures).toMatchObject({ valid: 3, insufficient: true, commended: [] });
  expect(view.history.map(({ what }) => what)).not.toContain("commended");
  const [analysis, ...more] = sent;
  expect(more).toEqual([]);
  expect(analysis?.text).toContain("INSUFFICIENT_RESPONSE");
});

test("PRV-22 OSS-10 the figures go to the management review, in its language, once", async () => {
  const { view, sent, path } = await run({
    policy: "project-return-visit",
    survey: "satisfaction",
    by: "sales",
    approvedBy: "managerInCharge",
    sendOn: "2026-12-01",
    closesOn: "2026-12-20",
    answers: {
      0: "score.overall=4",
      1: "score.overall=3&comment=Good",
      2: "score.overall=1",
      5: "score.overall=4",
    },
  });
  const [analysis, ...more] = sent;
  expect(more, "once").toEqual([]);
  expect(analysis?.to).toEqual(["managementreview@demo-doors.example"]);
  expect(view.letters).toMatchObject([{ is: "analysis", to: "Management review", state: "sent" }]);
  const { text = "", html = "" } = analysis ?? {};
  for (const said of ["57.1 % (4/7)", "50.0 % satisfied (2/4)", "mean 3.00 [1.61 – 4.39]"]) {
    expect(text).toContain(said);
    expect(html, "the same beside it").toContain(said);
  }
  expect(text, "who said nothing").toMatch(/(Expired without an answer|逾期未答)[:：] ?3/);
  expect(text, "who has no address").toMatch(/(Not sent|No e-mail address|未发出|无邮箱)[:：] ?1/);
  expect(text).toContain(`/console/#/${demo.org}/surveys?id=${view.campaignId}`);
  await demo.pass("3 hours");
  expect((await demo.mails({ to: "managementreview@" })).length, "not again").toBe(1);
  must(await demo.as("sales").post(`${path}/report`, { to: "Management review of 2026" }), 200);
  await demo.pass("3 hours");
  expect((await demo.mails({ to: "managementreview@" })).length, "nor after somebody noted it").toBe(1);
});
