import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import companyFile from "../../infra/demo/company.json" with { type: "json" };
import { putCompany } from "../../infra/org/company.ts";
import { LookView, PreviewReply } from "../../shared/api/look.ts";
import { Problem } from "../../shared/api/problem.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { DEFAULT_LOOK, type Look } from "../../shared/mail/look/look.ts";
import { PUBLICATION } from "../fixtures/worlds.ts";
import { type Answer, must, told } from "../stack/call.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { faultsOfLetter } from "../unit/mail/client.ts";
import { LOOK } from "../unit/mail/looks.ts";

/** A company dresses its letters: who may, what it sees first, and what customers get. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
});
afterAll(() => demo.close());

const PATH = "/letters/look";
const viewOf = (answer: Answer): LookView => LookView.parse(must(answer, 200).body);
const look = async (who = "letters"): Promise<LookView> => viewOf(await demo.as(who).get(PATH));
const choose = (body: unknown, headers: Record<string, string> = {}, who = "letters") =>
  demo.as(who).post(PATH, body, headers);
const codeOf = ({ status, body }: Answer) => [status, Problem.parse(body).code];
const both = (text: string) => ({ "zh-CN": text, en: text });

test("until somebody chooses, it is the house's plain look; everybody may see it, one role may change it", async () => {
  const seen = await look("clerk");
  expect(seen).toMatchObject({
    look: DEFAULT_LOOK,
    version: 0,
    may: false,
    history: [],
    registered: { en: "Demo Doors" },
  });
  expect((await look()).may).toBe(true);
  const before = await demo.items();
  for (const who of ["clerk", "manager", "director", "quality"]) {
    const answer = await choose(LOOK, {}, who);
    expect([who, ...codeOf(answer)]).toEqual([who, 403, "not-your-role"]);
    expect(Problem.parse(answer.body).title).toContain("letterKeeper");
  }
  expect(codeOf(await demo.as("stranger").get(PATH))).toEqual([403, "not-a-member"]);
  expect(await demo.items()).toEqual(before);
});

test("what cannot be worn is refused by its field, and nothing of it is kept", async () => {
  const before = await demo.items();
  const wrong = {
    ...LOOK,
    name: { "zh-CN": "门业\r\nBcc: everyone@example.com", en: "Doors" },
    accent: "#eeeeee",
    onAccent: "#ffffff",
    signature: { "zh-CN": "[x](javascript:alert(1))", en: "ok" },
  };
  const answer = await demo.as("letters").post(`${PATH}?lang=en`, wrong);
  const { fields = [] } = Problem.parse(answer.body);
  expect(answer.status).toBe(400);
  expect(fields.map(({ path, code }) => `${path} ${code}`)).toEqual([
    "/name/zh-CN bad-characters",
    "/signature/zh-CN bad-link",
    "/onAccent low-contrast",
    "/accent low-contrast",
  ]);
  expect(fields.at(-1)?.says).toContain("at least 3:1");
  for (const body of [
    {},
    { ...LOOK, accent: "red" },
    { ...LOOK, html: "<b>" },
    { ...LOOK, footer: both("x".repeat(1001)) },
  ])
    expect(codeOf(await choose(body))).toEqual([400, "bad-fields"]);
  expect(await demo.items()).toEqual(before);
});

describe("once it is chosen", () => {
  test("mails wear it: its name is the sender's, its colours and signature are in the letter", async () => {
    const chosen = viewOf(await choose(LOOK, { "if-match": '"0"', "idempotency-key": "first" }));
    expect(chosen).toMatchObject({
      look: LOOK,
      version: 1,
      history: [{ version: 1, by: "letters" }],
    });
    const filed = await demo.file();
    await demo.pass("2 minutes");
    const [mail] = await demo.mails({ to: "@dealer.example", about: filed });
    const raw = await demo.source(mail ?? expect.unreachable("no receipt"));
    expect(mail?.from).toContain("service@demo-doors.example");
    expect(raw).toMatch(/^From: Yongan Doors Service <service@demo-doors\.example>\r$/m);
    expect(raw).toMatch(/^Date: Tue, 10 Mar 2026 01:3\d:\d\d \+0000\r$/m);
    for (const part of [mail?.html ?? "", mail?.text ?? ""]) expect(part).toContain("Yongan Doors, after-sales");
    expect(mail?.html).toContain(LOOK.accent);
    expect(mail?.html).toContain('href="https://yongan-doors.example/service"');
    expect(mail?.text).toContain("<https://yongan-doors.example/service>");
    expect(faultsOfLetter(mail?.html ?? "")).toEqual([]);
  });

  test("the same command again is the same look; its key does for no other; the same look again is no change", async () => {
    expect(viewOf(await choose(LOOK, { "idempotency-key": "first" })).version).toBe(1);
    expect(codeOf(await choose({ ...LOOK, accent: "#123456" }, { "idempotency-key": "first" }))).toEqual([
      422,
      "key-reused",
    ]);
    expect(viewOf(await choose(LOOK)).version).toBe(1);
  });

  test("of two who change what they both saw one is told that the other was first", async () => {
    const seen = { "if-match": '"1"' };
    const looks = ["#1a4d2e", "#4d1a4d"].map((accent): Look => ({ ...LOOK, accent }));
    const answers = await Promise.all(looks.map((one) => choose(one, seen)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const late = answers.find(({ status }) => status === 412);
    expect(late?.body).toMatchObject({ code: "overtaken", version: 2 });
    expect((await look()).version).toBe(2);
  });

  test("who chose what when stays, the last first, and an early command that comes late changes nothing", async () => {
    await demo.pass("1 hour");
    viewOf(await choose({ ...LOOK, footer: both("") }));
    const { history, version } = await look("quality");
    expect(history.map((one) => one.version)).toEqual([3, 2, 1]);
    expect(history.at(-1)?.look).toEqual(LOOK);
    expect((history[0]?.at ?? "") > (history[1]?.at ?? "")).toBe(true);
    expect(viewOf(await choose(LOOK, { "idempotency-key": "first" })).version).toBe(version);
    expect(codeOf(await choose({ ...LOOK, accent: "#123456" }, { "idempotency-key": "first" }))).toEqual([
      422,
      "key-reused",
    ]);
  });

  test("whoever brings the company's settings up to date does not write over it", async () => {
    const { client, table } = demo.demo;
    const orgs = tableOrgs(client, table);
    const before = await look();
    const org = await putCompany(orgs, { ...companyFile, name: { "zh-CN": "新名", en: "New name" } }, PUBLICATION);
    expect(await look()).toEqual({ ...before, registered: { "zh-CN": "新名", en: "New name" } });
    expect((await orgs.org(org.id))?.look).toEqual(before.look);
  });
});

describe("the preview", () => {
  const preview = (body: object, who = "quality") => demo.as(who).post("/letters/preview", body);
  const policy = "door-factory-after-sales";

  test("shows every letter that the company may send, in both languages, and sends and stores nothing", async () => {
    const { letters } = await look("quality");
    await demo.pass("2 minutes"); // what the company owes is planned first
    const [items, mails] = [await demo.items(), (await demo.mails()).length];
    expect(letters.map((one) => one.policy)).toEqual([policy]);
    for (const { id: kind } of letters[0]?.kinds ?? []) {
      for (const locale of ["zh-CN", "en"]) {
        const shown = PreviewReply.parse(must(await preview({ policy, kind, locale }), 200).body);
        expect(shown.subject).not.toBe("");
        expect(shown.light).toContain("@media not all");
        expect(shown.dark).toContain("@media all");
        for (const html of [shown.light, shown.dark]) {
          const pictures = html.includes("<img") ? "; img-src data:" : ""; // charts of figures stand in the letter itself
          expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'${pictures}"`);
          expect(html).not.toMatch(/<script|<img(?![^>]* src="data:image\/png;base64,)|<link|<form/);
        }
      }
    }
    await demo.pass("2 minutes");
    expect(letters[0]?.kinds.length).toBeGreaterThan(8);
    expect(await demo.items()).toEqual(items);
    expect(await demo.mails()).toHaveLength(mails);
  });

  test("shows a look before it is chosen, and refuses what could not be", async () => {
    const draft = { ...LOOK, name: both("<b>Draft</b> & Co"), accent: "#004d40" };
    const asked = { policy, kind: "acknowledgement", locale: "en" };
    const shown = PreviewReply.parse(must(await preview({ ...asked, look: draft }), 200).body);
    expect(shown.from).toBe("<b>Draft</b> & Co <service@demo-doors.example>");
    expect(shown.light).toContain("&lt;b&gt;Draft&lt;/b&gt; &amp; Co");
    expect(shown.light).toContain("#004d40");
    const bad = await preview({ ...asked, look: { ...draft, onAccent: "#004d41" } });
    expect(Problem.parse(bad.body).fields).toMatchObject([{ path: "/look/onAccent", code: "low-contrast" }]);
    expect(codeOf(await preview({ ...asked, policy: "no-such" }))).toEqual([404, "no-such-policy"]);
    expect(codeOf(await preview({ ...asked, kind: "x" }))).toEqual([400, "bad-fields"]);
    expect(told(await preview(asked, "stranger"))).toEqual([403, "not-a-member"]);
  });
});

test("an item of a company from before there were looks is read as it was", async () => {
  const { client, table } = demo.demo;
  const stored = (await demo.items()).find(({ pk, sk }) => pk === "ORG#demo-doors" && sk === "ORG");
  expect(z.object({ look: z.object({ version: z.number() }) }).parse(stored).look.version).toBe(3);
  const { PutCommand } = await import("@aws-sdk/lib-dynamodb");
  const settings = { ...z.record(z.string(), z.unknown()).parse(stored?.settings), id: "old-doors" };
  await client.send(new PutCommand({ TableName: table, Item: { pk: "ORG#old-doors", sk: "ORG", settings } }));
  expect(await tableOrgs(client, table).org("old-doors")).toMatchObject({ id: "old-doors", look: undefined });
});
