import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mail } from "../../../infra/local/mail-store.ts";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { FileReply } from "../../../shared/api/bodies.ts";
import { CampaignList, CampaignView } from "../../../shared/api/campaigns.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { filedUnder, walk } from "../life/walk.ts";

const { policy } = publishedPolicy("bus-maker-after-sales") ?? expect.unreachable("it ships");

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-06-01T09:30+08:00", policies: ["bus-maker-after-sales"] });
});
afterAll(() => demo.close());

const mended = async (filed: Filed): Promise<Filed> => {
  expect((await walk(demo, policy, filed, "SERVED", { nth: 0 })).state).toBe("SERVED");
  return filed;
};

/** A bus of a customer is mended on site. */
const served = async (email: string): Promise<Filed> =>
  mended(await filedUnder(demo, policy, { nth: 0 }, { name: "Gao Yuan", email, phone: "+86 571 5550 0177" }));

/** The same of somebody who called and has no address. */
const calledAndServed = async (): Promise<Filed> => {
  const fields = {
    fault: "chassis",
    busModel: "RX-12",
    serialNo: "LRX1200026",
    address: "Coach depot, Linjiang",
    phone: "0571-5550177",
    contactPerson: "Ma Li",
    description: "The rear door does not close.",
  };
  const asked = { channel: "phone", contact: { name: "Ma Li", phone: "+86 571 5550 0178" }, fields };
  return mended(FileReply.parse(must(await demo.as("marketing").post("/cases/intake", asked), 201).body));
};
const surveys = async (to?: string) =>
  (await demo.mails(to === undefined ? {} : { to })).filter(({ text }) => text.includes("/survey/"));
const staff = () => demo.as("serviceStaff");
const campaigns = async () => CampaignList.parse(must(await staff().get("/campaigns"), 200).body).items;
const only = async () => {
  const [first, ...rest] = await campaigns();
  expect(rest).toEqual([]);
  return first ?? expect.unreachable("the first service begins it");
};
const figures = async (campaignId: string) =>
  CampaignView.parse(must(await staff().get(`/campaigns/${campaignId}?figures=now`), 200).body).figures;
const pageIn = ({ text }: Pick<Mail, "text">) =>
  new URL(/https?:\/\/\S+\/survey\/\S+/.exec(text)?.[0] ?? expect.unreachable(text)).pathname;
const FORM = { "content-type": "application/x-www-form-urlencoded" };
const answer = (mail: Mail, body: string) => demo.ask("POST", pageIn(mail), { body, headers: FORM });

describe("BUS-19 a survey accompanies every service", () => {
  test("whoever was visited is asked once, by themselves and without a plan of anybody", async () => {
    const filed = await served("gao@coach.example");
    await demo.pass("3 minutes");
    const [mail, ...more] = await surveys("gao@coach.example");
    expect(more, "once").toEqual([]);
    const { campaignId, ...campaign } = await only();
    expect(campaign).toMatchObject({
      state: "APPROVED",
      title: "顾客满意度调查 2026-06",
      plan: { sendOn: "2026-06-01", closesOn: "2026-07-21", audience: { is: "after", event: "serviceFinished" } },
      progress: { audience: 1, sent: 1 },
    });
    const told = (await staff().see(filed)).timeline.filter(({ what }) => what.includes("asked for an opinion"));
    expect(told.map(({ detail }) => detail)).toEqual([["Satisfaction survey with each visit"]]);
    expect(JSON.stringify((await demo.tracking(filed)).timeline), "its own page does not tell").not.toContain(
      "opinion",
    );

    const page = must(await demo.ask("GET", pageIn(mail ?? expect.unreachable("she is asked"))), 200);
    expect(page.text, "three weeks from the mail").toMatch(/22 Jun 2026|2026年6月22日|6月22日/);
    must(await answer(mail ?? expect.unreachable(""), "score.overall=5&score.quality=4&score.speed=5"), 303);
    expect(await figures(campaignId)).toMatchObject({
      sent: 1,
      valid: 1,
      groups: [{ by: "department", value: "Marketing department" }],
    });
  });

  test("a second service is asked about again, and those without an address stand apart", async () => {
    await served("gao@coach.example");
    await calledAndServed();
    await demo.pass("3 minutes");
    expect(await surveys("gao@coach.example")).toHaveLength(2);
    const { campaignId } = await only();
    expect(await figures(campaignId)).toMatchObject({ invited: 3, sent: 2, noAddress: 1, waiting: 0 });
  });

  test("who declined is not asked after the next service, and stands apart", async () => {
    const [mail] = (await surveys("gao@coach.example")).slice(-1);
    const stop = mail?.text.match(/https?:\/\/\S+\/stop\S*/)?.[0] ?? expect.unreachable(mail?.text ?? "no mail");
    must(await demo.ask("POST", new URL(stop).pathname, { body: "", headers: FORM }), 200);
    await served("gao@coach.example");
    await demo.pass("3 minutes");
    expect(await surveys("gao@coach.example")).toHaveLength(2);
    const { campaignId } = await only();
    expect(await figures(campaignId)).toMatchObject({ invited: 4, sent: 2, unsubscribed: 2, noAddress: 1 });
  });

  test("held up in the middle: events go on to queue, and leave when it goes on", async () => {
    const { campaignId } = await only();
    const path = `/campaigns/${campaignId}`;
    must(await staff().post(`${path}/pause`, { reason: "the wrong text" }), 200);
    await served("held@coach.example");
    await demo.pass("1 hour");
    expect(await surveys("held@coach.example")).toEqual([]);
    must(await staff().post(`${path}/resume`), 200);
    await demo.pass("3 minutes");
    expect(await surveys("held@coach.example")).toHaveLength(1);
  });

  test("is reminded a week after the mail, once, and told when its own three weeks are over", async () => {
    await demo.until("2026-06-08T09:05+08:00");
    const [first, reminder, ...more] = await surveys("held@coach.example");
    expect(more).toEqual([]);
    expect(reminder?.subject).not.toBe(first?.subject);
    await demo.until("2026-06-23T00:05+08:00");
    const late = reminder ?? expect.unreachable("she is reminded");
    must(await answer(late, "score.overall=4"), 410);
    expect(must(await demo.ask("GET", pageIn(late)), 410).text).not.toContain('type="radio"');
    expect((await only()).state, "others are asked until the month is over").toBe("APPROVED");
  });

  test("a month later another campaign asks, and the first is counted when its last customer had three weeks", async () => {
    await demo.until("2026-07-01T09:30+08:00");
    await served("july@coach.example");
    await demo.pass("3 minutes");
    expect(await surveys("july@coach.example")).toHaveLength(1);
    const both = await campaigns();
    expect(both.map(({ title, state }) => [title, state])).toEqual([
      ["顾客满意度调查 2026-07", "APPROVED"],
      ["顾客满意度调查 2026-06", "APPROVED"],
    ]);
    await demo.until("2026-07-22T00:05+08:00");
    const june = (await campaigns()).find(({ title }) => title.endsWith("06"));
    expect(june?.state).toBe("ANALYSED");
    expect(await figures(june?.campaignId ?? "")).toMatchObject({
      valid: 1,
      silent: 1,
      unsubscribed: 2,
      noAddress: 1,
    });
    const sheet = must(await staff().get(`/campaigns/${june?.campaignId}/figures?format=csv`), 200);
    expect(sheet.text).toContain("department: ");
  });

  test("what was given up asks nobody, and the case says why", async () => {
    const july = (await campaigns())[0] ?? expect.unreachable("it has begun");
    must(await staff().post(`/campaigns/${july.campaignId}/cancel`, { reason: "another way" }), 200);
    const filed = await served("after@coach.example");
    await demo.pass("3 minutes");
    expect(await surveys("after@coach.example")).toEqual([]);
    expect((await staff().see(filed)).timeline.map(({ what }) => what)).toContain(
      "No survey was sent: that of the period was given up, or is over",
    );
  });

  test("nobody plans such a campaign by hand, nor gives it another event", async () => {
    const july = (await campaigns())[0] ?? expect.unreachable("it has begun");
    const refused = await staff().post("/campaigns?policy=bus-maker-after-sales", {
      ...july.plan,
      sendOn: "2026-08-01",
      closesOn: "2026-09-01",
    });
    expect([refused.status, Problem.parse(refused.body).fields?.map(({ path }) => path)]).toEqual([400, ["/audience"]]);
  });
});
