import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { automaticBy } from "../../../../shared/mail/incoming/automatic.ts";
import { sortFiles } from "../../../../shared/mail/incoming/files.ts";
import { textOfHtml } from "../../../../shared/mail/incoming/html-text.ts";
import type { Attachment, Incoming } from "../../../../shared/mail/incoming/incoming.ts";
import { parted } from "../../../../shared/mail/incoming/quote.ts";
import { caseAddress, casesOf } from "../../../../shared/mail/incoming/thread.ts";
import { verdictOf } from "../../../../shared/mail/incoming/verdict.ts";

const INBOX = "service@demo-doors.example";
const [A, B, C] = ["a", "b", "c"].map((one) => `case_${one.repeat(26)}`);

const come = (headers: Readonly<Record<string, string>>, over: Partial<Incoming> = {}): Incoming => ({
  headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
  to: [INBOX],
  from: { name: "Ann", address: "ann@mail.example" },
  sentAt: undefined,
  subject: "",
  text: "",
  attachments: [],
  ...over,
});

describe("which case a mail belongs to", () => {
  test.each([
    ["the one that it answers", { "in-reply-to": `<${A}.0-acknowledgement-reporter@demo-doors.example>` }, [], [A]],
    [
      "the one that it was sent to, before any other",
      { "in-reply-to": `<${A}.1@demo-doors.example>` },
      [`service+${B}@demo-doors.example`],
      [B, A],
    ],
    [
      "the last of those before",
      { references: `<${A}.1@demo-doors.example>\t<x@y>  <${C}.2@demo-doors.example>` },
      [],
      [C, A],
    ],
    ["however it is spelt", {}, [`Service+${B?.toUpperCase()}@Demo-Doors.example`], [B]],
    ["none by the mail of another company's", { "in-reply-to": `<${A}.1@elsewhere.example>` }, [], []],
    [
      "none by what only looks like it",
      { "in-reply-to": `<x@demo-doors.example> ${A}` },
      [`${A}@demo-doors.example`],
      [],
    ],
    ["none by the mail of a survey", { "in-reply-to": `<invitation_${"d".repeat(26)}.1@demo-doors.example>` }, [], []],
  ])("%s", (_why, headers, to, cases) => {
    expect(casesOf(come(headers, { to: [INBOX, ...to] }), INBOX)).toEqual(cases);
  });

  test("a case's address leads back to it, and is no longer than an address may be", () => {
    const address = caseAddress(INBOX, A ?? "");
    expect(casesOf(come({}, { to: [address ?? ""] }), INBOX)).toEqual([A]);
    expect(caseAddress(`${"x".repeat(40)}@demo-doors.example`, A ?? "")).toBeUndefined();
  });

  test("hostile headers name none", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(casesOf(come({ "in-reply-to": text, references: text }, { to: [text] }), INBOX)).toEqual([]);
      }),
    );
  });
});

describe("what a machine wrote (RFC 3834)", () => {
  test.each([
    [{ "auto-submitted": "auto-generated; type=x" }, "auto-submitted"],
    [{ "auto-submitted": "No" }, undefined],
    [{ precedence: "bulk" }, "precedence"],
    [{ precedence: "first-class" }, undefined],
    [{ "list-id": "<x>" }, "list"],
    [{ "x-autoreply": "yes" }, "x-autoreply"],
    [{ "return-path": "< >" }, "empty-return-path"],
    [{ "return-path": "<ann@mail.example>" }, undefined],
    [{ "content-type": "multipart/report; report-type=delivery-status" }, "report"],
    [{ "message-id": `<${A}.0-x-reporter@demo-doors.example>` }, "our-own"],
    [{ "message-id": `<${A}.0-x-reporter@mail.example>` }, undefined],
    [{}, undefined],
  ])("%j: %s", (headers, is) => expect(automaticBy(come(headers as Record<string, string>), INBOX)).toBe(is));

  test.each([
    ["MAILER-DAEMON@mail.example", "machine"],
    ["no-reply@shop.example", "machine"],
    ["noreply+7@shop.example", "machine"],
    ["Service+x@demo-doors.example", "our-own"],
    ["norep@shop.example", undefined],
  ])("from %s: %s", (address, is) => expect(automaticBy(come({}, { from: { name: "", address } }), INBOX)).toBe(is));

  test("nobody at all is no person", () => expect(automaticBy(come({}, { from: undefined }), INBOX)).toBe("no-sender"));
});

test("the verdict on top counts, not what a sender wrote below it", () => {
  const headers = [
    { key: "x-ses-spam-verdict", value: "FAIL" },
    { key: "x-ses-virus-verdict", value: "PROCESSING_FAILED" },
    { key: "authentication-results", value: "amazonses.com; spf=pass; dmarc=fail" },
    { key: "x-ses-spam-verdict", value: "PASS" },
    { key: "authentication-results", value: "amazonses.com; dmarc=pass" },
  ];
  expect(verdictOf({ headers })).toEqual({ virus: false, unscanned: true, spam: true, unproven: true });
  expect(verdictOf({ headers: headers.slice(4) })).toEqual({
    virus: false,
    unscanned: true,
    spam: false,
    unproven: false,
  });
});

describe("what is said anew, and what is repeated", () => {
  test.each([
    ["nothing repeated", "one\n\ntwo", "one\n\ntwo", undefined],
    ["marked lines at the end", "one\n> old\n>> older\n", "one", "> old\n>> older"],
    [
      "answers between the lines stay",
      "> question 1\nanswer 1\n> question 2\nanswer 2",
      "> question 1\nanswer 1\n> question 2\nanswer 2",
      undefined,
    ],
    [
      "answers between the lines below a head stay too",
      "On Tue, Ann wrote:\n> q\nanswer",
      "On Tue, Ann wrote:\n> q\nanswer",
      undefined,
    ],
    [
      "Gmail, over two lines",
      "one\n\nOn Tue, Mar 10, 2026 at 9:35 AM Ann <\nann@mail.example> wrote:\n\n> old",
      "one",
      "On Tue, Mar 10, 2026 at 9:35 AM Ann <\nann@mail.example> wrote:\n\n> old",
    ],
    [
      "Outlook",
      "one\r\n\r\nFrom: Ann\r\nSent: Tuesday\r\nTo: Bob\r\n\r\nold",
      "one",
      "From: Ann\nSent: Tuesday\nTo: Bob\n\nold",
    ],
    [
      "QQ Mail",
      "好\n\n------------------ 原始邮件 ------------------\n发件人: x",
      "好",
      "------------------ 原始邮件 ------------------\n发件人: x",
    ],
    [
      "NetEase",
      '好\n\n在 2026-03-10 09:35:00，"示范门业" <a@b> 写道：\n\n>旧',
      "好",
      '在 2026-03-10 09:35:00，"示范门业" <a@b> 写道：\n\n>旧',
    ],
    [
      "a sentence that begins with On is one",
      "On Tuesday nobody came.\nPlease call.",
      "On Tuesday nobody came.\nPlease call.",
      undefined,
    ],
    ["From: alone is a sentence", "From: the yard\nwe saw it", "From: the yard\nwe saw it", undefined],
    ["nothing but repeated", "> old", "", "> old"],
  ])("%s", (_why, body, text, quoted) => expect(parted(body)).toEqual({ text, quoted }));

  test("no letter that somebody wrote is lost", () => {
    const line = fc.constantFrom(
      "one",
      "> old",
      "",
      "On x, y wrote:",
      "发件人: x",
      "日期: y",
      "----- Original Message -----",
      "二",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { text, quoted = "" } = parted(lines.join("\n"));
        expect(`${text}${quoted}`.replace(/\s/g, "")).toBe(lines.join("").replace(/\s/g, ""));
      }),
    );
  });
});

describe("HTML as text", () => {
  test.each([
    ["<p>a&nbsp;b</p><p>c</p>", "a b\n\nc"],
    ["a<br>b<!-- <b>no</b> -->c", "a\nbc"],
    ["<style>p{}</style>x<script>y</script>z", "xz"],
    ["&lt;b&gt; &#x1F6AA; &#128682; &#0; &unknown;", "<b> 🚪 🚪  &unknown;"],
    ["new<blockquote>old<br>older</blockquote>", "new\n> old\n> older"],
    ["a < b and <unclosed", "a"],
  ])("%s", (html, text) => expect(textOfHtml(html)).toBe(text));

  test("two megabytes of what never closes take no longer than their length", () => {
    for (const one of ["<style", "<!--", "<", "<script>", "&#"])
      expect(textOfHtml(one.repeat(400_000)).length).toBeLessThan(1_000_000);
  }, 5_000);
});

describe("where files go", () => {
  const clean = { spam: false, unscanned: false };
  const file = (name: string, type: string, bytes = 20_000, shown = false): Attachment => ({
    name,
    type,
    content: new Uint8Array(bytes),
    shown,
  });
  test.each([
    ["a photo", file("a.jpg", "image/jpeg"), "photo"],
    ["a photo that its program does not know", file("a.HEIC", "application/octet-stream"), "photo"],
    ["a photo shown in the text, as telephones do", file("a.jpg", "image/jpeg", 20_000, true), "photo"],
    ["a logo", file("a.png", "image/png", 3_000, true), "decoration"],
    ["a drawing", file("a.svg", "image/svg+xml"), "paper"],
    ["a document", file("a.pdf", "application/pdf"), "paper"],
    ["a program that calls itself a photo", file("a.jpg.exe", "image/jpeg"), "dangerous"],
    ["nothing", file("a.pdf", "application/pdf", 0), "empty"],
    ["more than a photo may have", file("a.jpg", "image/jpeg", 20 * 1024 * 1024 + 1), "too-large"],
  ])("%s", (_why, one, is) => {
    const [sorted] = sortFiles([one], { photos: true, verdict: clean });
    expect(sorted?.as === "refused" ? sorted.why : sorted?.as).toBe(is);
  });

  test("without a photo's right it is a paper; unscanned it is nothing; the thirty-first is too many", () => {
    const photos = Array.from({ length: 31 }, () => file("a.jpg", "image/jpeg"));
    expect(sortFiles(photos, { photos: false, verdict: clean }).at(0)).toMatchObject({ as: "paper" });
    expect(sortFiles(photos, { photos: true, verdict: { ...clean, unscanned: true } }).at(0)).toMatchObject({
      why: "not-scanned",
    });
    expect(sortFiles(photos, { photos: true, verdict: clean }).slice(29)).toMatchObject([
      { as: "photo" },
      { why: "too-many" },
    ]);
  });
});
