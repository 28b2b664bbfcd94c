import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FileReply } from "../../shared/api/bodies.ts";
import { Problem } from "../../shared/api/problem.ts";
import { complaint } from "../fixtures/cases.ts";
import { plainComplaint } from "../stack/customer.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** Text that was written to break something, in every place where a customer or a member of staff can write. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
});
afterAll(() => demo.close());

const TEXTS = [
  ["markup", "<script>alert(1)</script>"],
  ["markup out of an attribute", '"><img src=x onerror=alert(1)>'],
  ["markup out of a single-quoted attribute", "' onmouseover='alert(1)"],
  ["the end of a script and of a title", "</script></title></textarea><svg/onload=alert(1)>"],
  ["a comment and a closed element", "<!--</bdi>--><b>"],
  ["entities", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  ["a second header", "Chen\r\nBcc: everybody@elsewhere.example"],
  ["a whole second mail", "Chen\r\n\r\n--boundary\r\nContent-Type: text/html\r\n\r\n<h1>hi"],
  ["an encoded word", "=?utf-8?q?=0D=0ABcc:_everybody@elsewhere.example?="],
  ["NUL and other controls", "a\u0000b\u0007c\u001b[31md\u009fe"],
  ["text that turns the line around", "gnp.\u202egpj.exe \u2066x"],
  ["Arabic", "باب مكسور"],
  ["faces and joined faces", "👩‍👩‍👧 🚪 👍🏽"],
  ["half a character", "a\ud800b"],
  ["line separators", "a\u2028b\u2029c\u0085d"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what is typed
  ["a template's words", "${7*7} {{7*7}} <%= 7*7 %> %s $& $1"],
  ["names that objects have", "__proto__ constructor toString"],
  ["an address that runs", "javascript:alert(1)"],
] as const;

/** What no answer may hold as markup, whatever was typed. */
const RUNS = /<script>alert|<img src=x|<svg\/onload|<h1>hi|<b>|onmouseover='alert|href="javascript:/;

test.each(TEXTS)("%s, everywhere", async (_why, text) => {
  const filed = await demo.file(
    complaint({
      contact: { name: text, email: "hostile@dealer.example" },
      dealerName: text,
      orderNo: text.slice(0, 60).toWellFormed(),
      description: text,
      logisticsCentre: text,
      damages: [{ place: text, packaging: "damaged", description: text }],
    }),
  );
  const [clerk, director] = [demo.as("clerk"), demo.as("director")];
  expect((await clerk.note(filed, text)).status).toBe(200);
  await clerk.step(filed, "accept");
  expect((await clerk.askExtension(filed, { clock: "plan", newDue: "2026-03-20", reason: text })).status).toBe(200);
  expect((await director.decide(filed, "plan-1", { approve: false, remark: text })).status).toBe(200);
  await clerk.step(filed, "reply-plan", { plan: text });
  await demo.pass("2 minutes");

  for (const lang of ["en", "zh-CN"]) {
    const page = await demo.ask("GET", `/demo-doors/case/${filed.caseId}/${filed.trackingToken}?lang=${lang}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(RUNS);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(page.text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  }
  const { answers } = await demo.tracking(filed);
  const said = answers.find(({ id }) => id === "dealerName")?.value ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(said).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  expect(said.isWellFormed()).toBe(true);

  const letters = await demo.mails({ about: filed });
  expect(letters.map(({ to }) => to[0]).sort()).toEqual([
    "after-sales@demo-doors.example",
    "director@demo-doors.example",
    "head.after-sales@demo-doors.example",
    "hostile@dealer.example",
    "hostile@dealer.example",
    "hostile@dealer.example",
  ]);
  for (const letter of letters) {
    expect(letter.to).toHaveLength(1);
    expect(letter.html).not.toMatch(RUNS);
    expect(letter.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    expect(Object.keys(letter.headers)).not.toContain("bcc");
    const head = (await demo.source(letter)).split("\r\n\r\n", 1)[0] ?? "";
    expect(head).not.toMatch(/^bcc:/im);
    expect(head.match(/^content-type:/gim)).toHaveLength(1);
  }
});

describe("a body with names that objects have", () => {
  test("lends no answers through its prototype", async () => {
    const { category: _, ...rest } = plainComplaint();
    const body = JSON.stringify(rest).replace("{", '{"__proto__":{"category":"2-1"},');
    const answer = await demo.tryFile(body);
    expect(answer.status).toBe(400);
    expect(Problem.parse(answer.body).fields?.map(({ path }) => path)).toContain("/category");
  });

  test.each(["constructor", "toString", "hasOwnProperty", "__defineGetter__"])("has no field %s", async (name) => {
    const answer = await demo.tryFile(
      plainComplaint({ [name]: "x", contact: { name: "x", email: "x@y.example", [name]: "x" } }),
    );
    expect(answer.status).toBe(400);
    expect(
      Problem.parse(answer.body)
        .fields?.map(({ path }) => path)
        .sort(),
    ).toEqual([`/${name}`, `/contact/${name}`].sort());
  });

  test.each(["productLine", "category"])("is no choice of %s", async (field) => {
    for (const value of ["constructor", "__proto__", "toString"]) {
      expect((await demo.tryFile(plainComplaint({ [field]: value }))).status).toBe(400);
    }
  });
});

test.each([
  ["a second recipient", "a@b.example,c@d.example"],
  ["a header", "a@b.example\r\nBcc: c@d.example"],
  ["a name in front", "Chen <a@b.example>"],
  ["a line in a quoted name", '"a\r\nb"@c.example'],
  ["no host", "a@"],
])("an address with %s is none", async (_why, email) => {
  const answer = await demo.tryFile(plainComplaint({ contact: { name: "x", email } }));
  expect(Problem.parse(answer.body).fields?.map(({ path }) => path)).toEqual(["/contact/email"]);
});

test("a story as long as the form allows is kept whole, one character more is named", async () => {
  const story = "门".repeat(4000);
  const filed = FileReply.parse((await demo.tryFile(plainComplaint({ description: story }))).body);
  const { answers } = await demo.tracking(filed);
  expect(answers.find(({ id }) => id === "description")?.value).toBe(story);
  const answer = await demo.tryFile(plainComplaint({ description: `${story}门` }));
  expect(Problem.parse(answer.body).fields?.map(({ path }) => path)).toEqual(["/description"]);
});
