import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { data, html, inline, safeUrl, theirs } from "../../../shared/mail/html.ts";
import { cut, oneLine, plain } from "../../../shared/mail/plain.ts";
import { hostile, structure } from "./hostile.ts";

describe("html", () => {
  test.each([
    ["text", html`<p>${"<b>&'\""}</p>`, "<p>&lt;b&gt;&amp;&#39;&quot;</p>"],
    ["an attribute", html`<p title="${'" onclick="x'}"></p>`, '<p title="&quot; onclick=&quot;x"></p>'],
    ["markup of ours inside markup of ours", html`<p>${html`<b>${"<"}</b>`}</p>`, "<p><b>&lt;</b></p>"],
    ["a list", html`${[html`<i>1</i>`, "<", 2]}`, "<i>1</i>&lt;2"],
    ["nothing", html`a${null}${undefined}${false}b`, "ab"],
    ["zero and the empty text", html`a${0}${""}b`, "a0b"],
    ["NUL and other controls", html`${"a\0b\u0007c\u009fd"}`, "abcd"],
    ["tabs and line ends stay", html`${"a\tb\nc"}`, "a\tb\nc"],
    ["a lone surrogate", html`${"a\ud800b"}`, "a\ufffdb"],
    ["text of others", theirs("<\u202e"), "<bdi>&lt;\u202e</bdi>"],
  ])("%s", (_, made, expected) => expect(made.text).toBe(expected));

  test("no data changes the structure of a page", () => {
    const draw = (text: string) => structure(html`<p title="${text}" lang="${[text]}">${theirs(text)}</p>`.text);
    fc.assert(
      fc.property(hostile, (text) => {
        expect(draw(text)).toEqual(draw("x"));
      }),
    );
  });

  test("data for a script cannot end its element, and reads back as it was", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const made = data("d", "n", { text }).text;
        expect(structure(made)).toEqual(structure(data("d", "n", { text: "x" }).text));
        expect(JSON.parse(made.replace(/^<script[^>]*>|<\/script>$/g, ""))).toEqual({ text });
      }),
    );
  });

  test("a script that speaks of its own end stays one element and means the same", () => {
    const made = inline("script", "n", 'said = "</script><!--"').text;
    expect(made.match(/<\/script/g)).toHaveLength(1);
    expect(made).toContain('"\\x3c/script>\\x3c!--"');
  });
});

test.each([
  ["https://example.com/a?b=c#d", true],
  ["http://127.0.0.1:3000/x", true],
  ["mailto:a@example.com", true],
  ["/yongan/case/1", true],
  ["?lang=en", true],
  ["#photos", true],
  ["javascript:alert(1)", false],
  ["JaVaScRiPt:alert(1)", false],
  ["java\nscript:alert(1)", false],
  ["\u0001javascript:alert(1)", false],
  ["data:text/html,<script>", false],
  ["vbscript:x", false],
  ["//elsewhere.example", false],
  ["/\\elsewhere.example", false],
  ["https:javascript", false],
])("an address may be followed or leads nowhere: %j", (address, followed) =>
  expect(safeUrl(address)).toBe(followed ? address : "#"),
);

describe("plain text", () => {
  test.each([
    ["marks that turn the line", plain("a\u202egnp\u2066\u200fb"), "agnpb"],
    ["line ends become one kind", plain("a\r\nb\rc"), "a\nb\nc"],
    ["a header stays one line", oneLine("a\r\nBcc: x\u2028y\u0085z", 50), "a Bcc: x y z"],
    ["what is too long is cut", oneLine("长".repeat(200), 10), `${"长".repeat(9)}…`],
    ["a character is not cut in two", cut("😀".repeat(9), 5), "😀😀😀😀…"],
    ["what fits is not cut", cut("12345", 5), "12345"],
  ])("%s", (_, is, expected) => expect(is).toBe(expected));
});
