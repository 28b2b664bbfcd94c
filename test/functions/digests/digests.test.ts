import { afterAll, beforeAll, describe, expect, test } from "vitest";
import demoCompany from "../../../infra/demo/company.json" with { type: "json" };
import { putCompany } from "../../../infra/org/company.ts";
import { DigestShown, DigestsPage } from "../../../shared/api/digests.ts";
import { tableOrgs } from "../../../shared/aws/orgs.ts";
import { PUBLICATION } from "../../fixtures/worlds.ts";
import { must } from "../../stack/call.ts";
import { officeTime } from "../../stack/moments.ts";
import { DOORS, NORMS } from "../../stack/several.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

/** Reads the mail of the door factory's manager, and of the agents of another regulation. */
const HEAD = "head.after-sales@demo-doors.example";
const DIRECTOR = "director@demo-doors.example";

/** A complaint under the other regulation, by somebody who would like to be read as more than text. */
const NOTE = {
  contact: { name: "<b>Lin</b> Xiaoman", email: "lin@dealer.example" },
  subject: "</td><script>alert(1)</script>",
  description: "An appointment was made and nobody came.",
};

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-02-10T09:00+08:00" });
  const { afterSales, afterSalesManager, operationsDirector } = demoCompany.desks; // nobody reads that of quality
  const agent = { emails: [HEAD.replace("head", "Head")], locale: "en" };
  const desks = { afterSales, afterSalesManager, operationsDirector, agent };
  const company = { ...demoCompany, policies: [DOORS, NORMS], desks };
  await putCompany(tableOrgs(demo.demo.client, demo.demo.table), company, PUBLICATION);
});
afterAll(() => demo.close());

const sentAt = async (to: string) => (await demo.digests(to)).map(({ at }) => officeTime(at));
const kept = async (sub: string, month = "2026-02") =>
  DigestsPage.parse(must(await demo.as(sub).get(`/digests?month=${month}`), 200).body).items;

describe("the digests of a door factory that works by two regulations", () => {
  test("nothing is sent while there is nothing to tell, and the record says so; a week without a working day has none", async () => {
    await demo.until("2026-02-24T09:00+08:00");
    expect(await demo.digests(HEAD)).toEqual([]);
    const own = await kept("manager");
    expect(own.map(({ day, standing }) => [day, standing])).toEqual([["2026-02-24", "empty"]]);
  });

  test("one mail a day for one person of two regulations, at eight by the clocks of the company, late things first", async () => {
    const filed = await demo.file();
    await demo.until("2026-02-28T09:00+08:00");
    const soon = await demo.file();
    must(await demo.ask("POST", `/v1/${demo.org}/cases?policy=${NORMS}`, { body: NOTE }), 201);
    await demo.until("2026-03-02T07:59+08:00");
    expect(await demo.digests(HEAD)).toEqual([]);
    await demo.until("2026-03-02T08:03+08:00");
    const [mail, ...more] = await demo.digests(HEAD);
    expect(more).toEqual([]);
    expect(officeTime(mail?.at ?? "")).toBe("2026-03-02 08:00");
    const text = mail?.text ?? "";
    const order = [
      "== 生产公司",
      "逾期案件：1",
      filed.number,
      "7日内到期的案件：1",
      soon.number,
      "以来的变化",
      "新增案件：2",
      "== 客户服务管理制度3",
      "依据《",
    ];
    const places = order.map((one) => text.indexOf(one));
    expect(places, text).toEqual(places.toSorted((a, b) => a - b));
    expect(places, text).not.toContain(-1);
    expect(`${text}${mail?.html}`, "who filed is masked, and nothing they wrote is markup").not.toMatch(
      /Xiaoman|<script|lin@dealer|An appointment/,
    );
    const source = await demo.source(mail ?? expect.unreachable("no mail"));
    expect(source).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(source).toMatch(/^List-Id: <digest\.demo-doors\.example>/im);
    expect(source).not.toMatch(/^List-Unsubscribe/m);
  });

  test("what is overdue comes first, with how late it is; the director hears at the turn of the month alone", async () => {
    await demo.until("2026-03-09T08:03+08:00");
    expect(await sentAt(HEAD)).toEqual(["2026-03-02 08:00", "2026-03-09 08:00"]);
    expect(await sentAt(DIRECTOR)).toEqual(["2026-03-02 08:00"]);
    const text = (await demo.digests(HEAD)).at(-1)?.text ?? "";
    expect(text.indexOf("逾期案件：2")).toBeGreaterThan(0);
    expect(text.indexOf("逾期案件：2")).toBeLessThan(text.indexOf("以来的变化"));
  });

  test("a role whose mail nobody reads is told nothing, and the administrator hears of it once", async () => {
    const mails = await demo.digests("it@demo-doors.example");
    expect(mails.map(({ at, subject }) => [officeTime(at), subject])).toEqual([
      ["2026-03-02 08:00", "工作汇总无人接收：质量部"],
    ]);
    expect(mails[0]?.text).toContain("月度工作汇总");
    expect(demo.logged()).toContain("DIGEST_UNREAD");
  });

  test("twice, and once more without what the process remembers: nobody is told again", async () => {
    const before = (await demo.items()).length;
    await demo.invoke("digest.schedule", {});
    await demo.invoke("digest.schedule", {});
    expect(await sentAt(HEAD)).toHaveLength(2);
    expect((await demo.items()).length).toBe(before);
  });

  test("who has the role sees what was told, and how it stands now; who has not sees nothing of it", async () => {
    const [last] = await kept("manager", "2026-03");
    expect(last).toMatchObject({ day: "2026-03-09", standing: "sent", roles: ["afterSalesManager"], overdue: 2 });
    const shown = DigestShown.parse(must(await demo.as("manager").get(`/digests/${last?.id}`), 200).body);
    expect(shown.light).toContain("逾期案件");
    expect((await demo.as("clerk").get(`/digests/${last?.id}`)).status).toBe(404);
    expect(await kept("clerk", "2026-03")).toEqual([]);
    const now = DigestShown.parse(must(await demo.as("manager").get("/digest"), 200).body);
    expect(now.roles).toEqual(["Head of after-sales"]);
    expect(now.dark).toContain("Overdue cases");
    expect(DigestShown.parse(must(await demo.as("clerk").get("/digest"), 200).body).light).toBe("");
  });
});
