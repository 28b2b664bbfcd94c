import { afterAll, beforeAll, expect, test } from "vitest";
import { type Filed, plainComplaint } from "../stack/customer.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** What staff say among themselves stays there: the customer's view, page and mail are searched for it. */
let demo: TestStack;
let filed: Filed;

const SECRETS = {
  note: "NOTE-vendor-to-blame",
  liabilityReason: "GROUNDS-carrier-dropped-it",
  classifyReason: "CLASSIFY-dealer-chose-wrong",
  extensionReason: "REASON-parts-late",
  remark: "REMARK-last-time",
};
const OPEN = { plan: "PLAN-new-leaf", result: "RESULT-fitted", closingNote: "CLOSING-thank-you" };

beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
  filed = await demo.file(plainComplaint(), { locale: "en" });
  const [clerk, director] = [demo.as("clerk"), demo.as("director")];
  await clerk.note(filed, SECRETS.note);
  await clerk.step(filed, "accept");
  const { classifyReason, liabilityReason } = SECRETS;
  await clerk.step(filed, "classify", { category: "2-2", productLine: "gate", classifyReason });
  await clerk.step(filed, "set-liability", { liability: "production", liabilityReason });
  await clerk.askExtension(filed, { clock: "plan", newDue: "2026-03-20", reason: SECRETS.extensionReason });
  await director.decide(filed, "plan-1", { approve: true, remark: SECRETS.remark });
  await demo.pass("1 hour");
  await clerk.step(filed, "reply-plan", { plan: OPEN.plan });
  await clerk.step(filed, "record-liability", { liability: "logistics", liabilityReason });
  await clerk.step(filed, "mark-executed", { result: OPEN.result });
  await clerk.step(filed, "close", { closingNote: OPEN.closingNote });
  await demo.pass("1 hour");
});
afterAll(() => demo.close());

const inside = [...Object.values(SECRETS), "production", "logistics", "liability", "Liability", "责任"];

test("staff see all of it", async () => {
  const { text } = await demo.as("quality").get(`/cases/${filed.caseId}`);
  for (const said of [...Object.values(SECRETS), ...Object.values(OPEN), "Logistics"]) expect(text).toContain(said);
});

test.each(["en", "zh-CN"])(
  "the tracking view in %s says what is meant for the customer and nothing else",
  async (locale) => {
    const token = filed.trackingToken;
    const { text } = await demo.ask("GET", `/v1/demo-doors/cases/${filed.caseId}/tracking`, { token, locale });
    for (const said of Object.values(OPEN)) expect(text).toContain(said);
    // the published assumption about who decides liability is the company's own word to everybody
    const own = JSON.stringify({ ...JSON.parse(text), assumptions: [] });
    for (const said of inside) expect(own).not.toContain(said);
  },
);

test("nobody is named to the customer, only the office", async () => {
  const { timeline } = await demo.tracking(filed);
  expect([...new Set(timeline.map(({ who }) => who))].sort()).toEqual([
    "After-sales department",
    "Operations director",
    "Reporter",
  ]);
});

test.each(["en", "zh-CN"])("nor does the page in %s", async (lang) => {
  const { status, text } = await demo.ask(
    "GET",
    `/demo-doors/case/${filed.caseId}/${filed.trackingToken}?lang=${lang}`,
  );
  expect(status).toBe(200);
  for (const said of Object.values(OPEN)) expect(text).toContain(said);
  for (const said of Object.values(SECRETS)) expect(text).not.toContain(said);
});

test("nor any letter to the customer", async () => {
  const letters = await demo.mails({ to: "chen@dealer.example" });
  expect(letters.length).toBeGreaterThanOrEqual(5);
  const all = letters.map(({ subject, text, html }) => `${subject}\n${text}\n${html}`).join("\n");
  for (const said of Object.values(OPEN)) expect(all).toContain(said);
  for (const said of inside) expect(all).not.toContain(said);
});

test("and the customer's link is in no letter to staff, the console's in none to the customer", async () => {
  const letters = await demo.mails();
  for (const { to, text, html } of letters) {
    const own = to.includes("chen@dealer.example");
    expect(`${text}${html}`.includes(filed.trackingToken)).toBe(own);
    if (own) expect(`${text}${html}`).not.toContain("/console/");
  }
});

test("the log names cases and figures, never a person, an address or a word that somebody wrote", async () => {
  await demo.tryFile({ contact: { name: "NAME-in-a-refusal" } });
  await demo.tryFile('{"contact": {"name": "NAME-in-a-broken-body"');
  const logged = demo.logged();
  expect(logged).toContain('"code":"SERVED"');
  expect(logged).toContain('"code":"WOKE"');
  const written = [
    ...Object.values(SECRETS),
    ...Object.values(OPEN),
    "NAME-in-a",
    "陈经理",
    "湖畔门业",
    "chen@",
    "@demo-doors",
  ];
  for (const said of [...written, filed.trackingToken]) expect(logged.includes(said), said).toBe(false);
});
