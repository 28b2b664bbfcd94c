import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { compose, isOneMailbox } from "../../../../shared/aws/compose.ts";
import { Instant } from "../../../../shared/kernel/instant.ts";
import { contrast } from "../../../../shared/mail/look/contrast.ts";
import { linesOf, plainLines } from "../../../../shared/mail/look/lines.ts";
import { DEFAULT_LOOK, faultsOf, Look } from "../../../../shared/mail/look/look.ts";
import { headerText } from "../../../../shared/mail/plain.ts";
import { MailTags } from "../../../../shared/record/mail-tags.ts";
import { faultsOfLetter } from "../client.ts";
import { hostile, structure } from "../hostile.ts";
import { LOOK, letters } from "../looks.ts";

const both = (text: string) => ({ "zh-CN": text, en: text });
const faults = (over: Partial<Look>) => faultsOf({ ...LOOK, ...over }).map(({ path, code }) => `${path} ${code}`);

describe("colours", () => {
  test.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#777777", "#ffffff", 4.48],
    ["#0b57a4", "#ffffff", 7.2],
  ])("%s on %s: %d to 1, whichever is the text", (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });

  test("the shipped look, and the sample's, may be worn", () =>
    expect([faultsOf(DEFAULT_LOOK), faultsOf(LOOK)]).toEqual([[], []]));

  test.each([
    [
      "grey words on white that miss by a little",
      { accent: "#777777", onAccent: "#ffffff" },
      ["/onAccent low-contrast"],
    ],
    ["a button that is not found on white", { accent: "#ffe08a", onAccent: "#000000" }, ["/accent low-contrast"]],
    ["neither", { accent: "#eeeeee", onAccent: "#ffffff" }, ["/onAccent low-contrast", "/accent low-contrast"]],
  ])("%s: named by the field", (_why, colours, expected) => expect(faults(colours)).toEqual(expected));

  test("the sentence says how much there is and how much it takes", () => {
    const [fault] = faultsOf({ ...LOOK, accent: "#777777", onAccent: "#ffffff" });
    expect(fault?.says.en).toContain("4.4:1; at least 4.5:1");
    expect(fault?.says["zh-CN"]).toContain("4.5:1");
  });
});

describe("what a company may write", () => {
  test.each([
    ["a line", "Yongan Doors", []],
    ["brackets that are no link", "Doors [since 1998] (north)", []],
    ["a site", "[Our site](https://yongan.example/a?b=1#c)", []],
    ["a mailbox that is its own words", "[a@yongan.example](mailto:a@yongan.example)", []],
    ["a number", "[Call](tel:+86-400-555-0100)", []],
    ["HTML, which is shown as it was typed", "<b>Doors</b> <script>alert(1)</script>", []],
    ["no TLS", "[x](http://yongan.example)", ["bad-link"]],
    ["a script", "[x](javascript:alert(1))", ["bad-link"]],
    ["data", "[x](data:text/html;base64,AAAA)", ["bad-link"]],
    ["a place on this site", "[x](/console/)", ["bad-link"]],
    ["a mailbox with further headers", "[x](mailto:a@b.example?bcc=c@d.example)", ["bad-link"]],
    ["a name before the host", "[x](https://bank.example@evil.example/)", ["bad-link"]],
    ["a quotation mark", '[x](https://a.example/"onclick=)', ["bad-link"]],
    ["an address that is another's", "[https://bank.example](https://evil.example)", ["bad-link"]],
    ["a host that is another's", "[bank.example/login](https://evil.example)", ["bad-link"]],
    ["half a link", "[x](https://a.example", ["bad-link"]],
    ["a link in a link", "[a [b](https://b.example)](https://a.example)", ["bad-link"]],
    ["marks that turn the line", "Doors \u202egnp.exe", ["bad-characters"]],
    ["NUL", "Doors\0", ["bad-characters"]],
    ["nine lines", "a\nb\nc\nd\ne\nf\ng\nh\ni", ["too-much"]],
  ])("%s", (_what, text, expected) => {
    const paths = ["/signature/zh-CN", "/signature/en"];
    expect(faults({ signature: both(text) })).toEqual(
      paths.flatMap((path) => expected.map((code) => `${path} ${code}`)),
    );
  });

  test.each(["a\nb", "a\r\nBcc: x@y.example", "a\u2028b", "a\tb"])("a name is one line: %j is refused", (name) =>
    expect(faults({ name: both(name) })).toEqual(["/name/zh-CN bad-characters", "/name/en bad-characters"]),
  );

  test("links stand in plain text with where they lead", () => {
    expect(plainLines("Call [us](tel:400-1)\n[Site](https://a.example/x)\n[a.example](https://a.example/)")).toEqual([
      "Call us <400-1>",
      "Site <https://a.example/x>",
      "a.example",
    ]);
    expect(linesOf("")).toEqual([]);
  });

  test("every text is either refused or safe in every letter, whatever it holds", () => {
    const plainStructure = letters({ locale: "en", look: { ...LOOK, signature: both("x"), footer: both("x") } });
    const link = fc
      .tuple(hostile, fc.constantFrom("https://a.example/", "mailto:a@b.example", "javascript:x", "tel:1"))
      .map(([words, url]) => `[${words.slice(0, 20)}](${url})`);
    fc.assert(
      fc.property(fc.oneof(hostile, link, fc.string({ unit: "binary", maxLength: 200 })), (raw) => {
        const text = `x${raw}`.slice(0, 1000);
        const look = { ...LOOK, name: both(text.slice(0, 60)), signature: both(text), footer: both(text) };
        const accepted = Look.safeParse(look).success && faultsOf(look).length === 0;
        // stored by an older release, it is still shown without harm
        letters({ locale: "en", look }).forEach(([, { html, subject, preview }], at) => {
          const links = (tags: readonly string[]) => tags.filter((tag) => !/^<\/?a\b/.test(tag));
          expect(links(structure(html))).toEqual(links(structure(plainStructure[at]?.[1].html ?? "")));
          expect(faultsOfLetter(html)).toEqual([]);
          if (accepted) expect(html).not.toMatch(/href="(?!https:|mailto:|tel:)/);
          for (const line of [subject, preview]) expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e]/u);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe("headers", () => {
  const address = "service@yongan.example";
  const sent = (over: object) =>
    compose({
      from: { name: "x", address },
      to: ["lin@example.com"],
      subject: "x",
      html: "<p>x</p>",
      text: "x",
      messageId: "case_1.m@yongan.example",
      date: Instant.parse("2026-03-10T01:30:00Z"),
      replyTo: address,
      tags: MailTags.parse({ kind: "answer", org: "yongan", mail: "m" }),
      ...over,
    });
  const keysOf = async (raw: Buffer) => (await PostalMime.parse(raw)).headers.map(({ key }) => key);

  const encoded = fc
    .tuple(fc.constantFrom("=?utf-8?Q?", "=?UTF-8?B?"), fc.base64String())
    .map(([a, b]) => `${a}${b}?=`);
  const crlf = fc
    .tuple(hostile, encoded, fc.constantFrom("\r\n", "\n", "\r", "\0", "\u2028", ""))
    .map((all) => all.join(""));
  const anything = fc.oneof(hostile, encoded, crlf, fc.string({ unit: "binary", maxLength: 300 }));

  test("nobody's name or subject adds one, hides one, or is read as anything but what it says", async () => {
    const keys = await keysOf(await sent({}));
    await fc.assert(
      fc.asyncProperty(anything, anything, async (some, other) => {
        const [name, subject] = [`x${some}`, `x${other}`];
        const raw = await sent({ from: { name, address }, subject });
        const read = await PostalMime.parse(raw);
        expect(await keysOf(raw)).toEqual(keys);
        expect(read.from?.address).toBe(address);
        expect(read.to?.map((one) => one.address)).toEqual(["lin@example.com"]);
        expect(read.from?.name).toBe(headerText(name, 120));
        expect(read.subject ?? "").toBe(headerText(subject, 300));
        const [head = ""] = Buffer.from(raw).toString("latin1").split("\r\n\r\n");
        expect(head).toMatch(/^[\x20-\x7e\r\n]*$/);
        expect(Math.max(...head.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
      }),
      { numRuns: 300 },
    );
  });

  test.each(["=?utf-8?Q?a=0D=0ABcc:_x@y.z?=", "=?UTF-8?B?QmNjOiB4QHkueg==?="])(
    "%s, which a mail program would decode, is shown as it was written",
    async (text) => {
      const read = await PostalMime.parse(await sent({ from: { name: text, address }, subject: text }));
      expect([read.from?.name, read.subject]).toEqual([text.replaceAll("=?", "= ?"), text.replaceAll("=?", "= ?")]);
    },
  );

  test("a mail goes to one mailbox, however many its address would name", () => {
    for (const one of ["lin@example.com", "a.b+c@example.com"]) expect(isOneMailbox(one)).toBe(true);
    for (const more of [
      "a@b.c,d@e.f",
      "a,b@c.d",
      "a@b.c;d@e.f",
      "<a@b.c>",
      "x: a@b.c;",
      "a@b.c\r\nBcc: d@e.f",
      "a b@c.d",
      "",
    ])
      expect([more, isOneMailbox(more)]).toEqual([more, false]);
  });

  test("the name is that of the company in the reader's language, in the letters that RFC 2047 has for it", async () => {
    const raw = await sent({ from: { name: LOOK.name["zh-CN"], address } });
    expect(Buffer.from(raw).toString("latin1")).toMatch(/^From: =\?UTF-8\?[BQ]\?\S+\?= /m);
    expect((await PostalMime.parse(raw)).from).toEqual({ name: "永安门业客服", address });
  });

  test("the day it was sent stands in it as mail spells it (RFC 5322)", async () =>
    expect(Buffer.from(await sent({})).toString()).toContain("\r\nDate: Tue, 10 Mar 2026 01:30:00 +0000\r\n"));

  test("no line of a mail is longer than mail servers pass on, in either body", async () => {
    const raw = await sent({
      text: `${"中文".repeat(800)}\n${"word ".repeat(900)}`,
      html: `<p>${"中".repeat(4000)}</p>`,
    });
    const lines = Buffer.from(raw).toString("latin1").split("\r\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
  });
});
