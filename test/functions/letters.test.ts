import { afterAll, beforeAll, expect, test } from "vitest";
import { complaint } from "../fixtures/cases.ts";
import type { Filed } from "../stack/customer.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** Letters as they arrive: in their reader's language, as HTML and as text, with links that open. */
let demo: TestStack;
let chinese: Filed;
let english: Filed;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
  const from = (email: string) => complaint({ contact: { name: "Chen 陈", email } });
  chinese = await demo.file(from("zh@dealer.example"), { locale: "zh-CN" });
  english = await demo.file(from("en@dealer.example"), { locale: "en" });
  await demo.pass("2 minutes");
});
afterAll(() => demo.close());

const linkIn = (text: string, holding: string): string =>
  [...text.matchAll(/https?:\/\/[^\s"<>]+/g)].map(([link]) => link).find((link) => link.includes(holding)) ??
  expect.unreachable(`no link with ${holding}`);

test.each([
  ["zh-CN", () => chinese, "zh@", "示范门业", "2026年3月16日（周一）24:00"],
  ["en", () => english, "en@", "Demo Doors", "Mon 16 Mar 2026, 24:00"],
])("an acknowledgement in %s: number, promise, and the way to the case", async (lang, filedOf, to, company, due) => {
  const filed = filedOf();
  const [letter = expect.unreachable("no letter"), ...more] = await demo.mails({ to, about: filed });
  expect(more).toEqual([]);
  expect(letter.subject).toContain(`[${filed.number}]`);
  for (const body of [letter.text, letter.html]) {
    for (const said of [filed.number, due, company, "DFA-03"]) expect(body).toContain(said);
    const page = await demo.ask("GET", linkIn(body.replaceAll("&amp;", "&"), filed.caseId), { locale: lang });
    expect(page.status).toBe(200);
    expect(page.text).toContain(filed.number);
  }
  expect(letter.html).toContain(`lang="${lang}"`);
});

test("says who sends it, that nobody wrote it by hand, and which message it is", async () => {
  const letters = await demo.mails();
  for (const letter of letters) {
    expect(letter.from).toBe("service@demo-doors.example");
    expect(letter.headers).toMatchObject({ "auto-submitted": "auto-generated", "x-auto-response-suppress": "All" });
    expect(letter.messageId).toMatch(/^<case_[0-9a-z]{26}\.0-acknowledgement-reporter@demo-doors\.example>$/);
    expect(letter.headers["content-type"]).toMatch(/^multipart\/alternative/);
    expect(new Date(letter.headers.date ?? "").toISOString(), "its own hour, not that of sending").toMatch(
      /^2026-03-10T01:/,
    );
  }
});

test("the letter that asks for photos leads to where they are uploaded", async () => {
  await demo.pass("40 minutes");
  const [, letter = expect.unreachable("no second letter")] = await demo.mails({ to: "en@" });
  expect(letter.text).toMatch(/item 1/i);
  const page = await demo.ask("GET", linkIn(letter.text, english.caseId));
  expect(page.status).toBe(200);
  expect(page.text).toContain('type="file"');
});

test("a letter to staff leads to the case in their console", async () => {
  await demo.until("2026-03-13T10:00+08:00");
  const [letter = expect.unreachable("no reminder")] = await demo.mails({ to: "after-sales@", about: chinese });
  expect(linkIn(letter.text, "/console/")).toBe(`${demo.url}/console/#/demo-doors/${chinese.caseId}`);
});
