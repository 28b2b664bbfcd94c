import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FormReply } from "../../../shared/api/bodies.ts";
import { formPage } from "../../../shared/page/form.ts";
import { hostile, structure } from "../mail/hostile.ts";
import { formOf, invented, nonce } from "./sample-view.ts";

const draw = (form: FormReply, more: Partial<Parameters<typeof formPage>[0]> = {}): string =>
  formPage({ form, locale: form.locale, nonce, script: "", idempotencyKey: "key-of-this-page", ...more });
const zh = draw(formOf("zh-CN"));
const en = draw(formOf("en"));
const ids = (page: string): readonly string[] =>
  [...page.replace(/<template[\s\S]*?<\/template>/g, "").matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id);

describe("the form is drawn from the regulation", () => {
  test.each([
    ["the form's own name", zh, "<h1>投诉申请单</h1>"],
    ["the evidence rule (DFA-32)", zh, "每处损伤至少3张不同角度照片"],
    ["the same in English", en, "At least 3 photos of each damage, from different angles"],
    ["the plan's deadline (DFA-03)", zh, "<strong>4个工作日内</strong>"],
    ["the same in English", en, "<strong>within 4 working days</strong>"],
    ["the clause", zh, "依据 DFA-02, DFA-03"],
    ["what is assumed, labelled (D-12)", zh, '<span class="tag">约定</span> 起算当日不计'],
    ["headings group the categories", en, '<optgroup label="1 Product quality › 1-2 Lost or damaged in transit">'],
    ["a category for gates only says so (DFA-20)", en, "(Product line: Gates only)"],
    ["and tells the script", en, 'data-only-field="productLine" data-only-in="[&quot;gate&quot;]"'],
    [
      "photos of a phone are welcome (DFA-31)",
      zh,
      'accept="image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif" multiple',
    ],
    ["a condition in words for a browser without scripts", en, "Only when Kind of complaint is “2-3 "],
    ["a whole heading is named once", en, "Kind of complaint is “1-2 Lost or damaged in transit”"],
    ["a condition for the script", en, 'data-when="{&quot;category&quot;:&quot;2-3&quot;}"'],
    ["the office's time", zh, "北京时间（UTC+08:00）"],
    ["the other language", zh, 'href="?lang=en&amp;policy=door-factory-after-sales" hreflang="en" lang="en">English'],
    [
      "it posts to itself in its language",
      zh,
      'method="post" action="?lang=zh-CN&amp;policy=door-factory-after-sales"',
    ],
    ["the key of a repeat", zh, 'name="_key" value="key-of-this-page"'],
  ])("%s", (_, page, fact) => expect(page).toContain(fact));

  test.each([
    ["zh-CN", "投诉其他事项请用："],
    ["en", "For something else, choose its form:"],
  ] as const)("the forms of other regulations stand beside it by their titles, in %s", (locale, words) => {
    const page = draw(formOf(locale), { others: [{ id: "norms", title: "Norms <1>" }] });
    expect(page).toContain(`<nav class="note forms" aria-label="${words}">`);
    expect(page).toContain(`<a href="?lang=${locale}&amp;policy=norms">Norms &lt;1&gt;</a>`);
    expect(draw(formOf(locale))).not.toContain("<nav");
  });

  test("a phone is not forced into its camera", () => expect(zh).not.toContain("capture"));

  test("three blocks of damages without scripts, and as many as were filled in", () => {
    const blocks = (page: string) => ids(page).filter((id) => /^f-damages-\d+-place$/.test(id)).length;
    expect(blocks(zh)).toBe(3);
    expect(blocks(draw(formOf("zh-CN"), { values: { "damages.4.place": "x" } }))).toBe(5);
  });

  test.each([
    ["a flag that may be left alone is a box to tick", '<input type="checkbox" id="f-rush" name="rush" value="true"'],
    ["a flag that must be answered has two answers", '<input type="radio" id="f-insured" name="insured" value="true"'],
    ["a number with its unit and limits", "<span>km</span>"],
    ["the limits in words", "0 to 2000"],
    ["a span in a condition (K-8)", "Only when Distance is over 100 km, or Passengers are waiting is Yes"],
    ["two bands", "<strong>within 24 hours / 2 working days</strong>"],
    ["photos of the whole case", 'data-photos="case"'],
    ["a smaller limit", "JPEG, up to 5 MB each."],
  ])("an invented form: %s", (_, fact) => expect(draw(invented)).toContain(fact));
});

describe("anybody can use it", () => {
  test.each([
    ["Chinese", zh],
    ["English", en],
    ["invented", draw(invented)],
  ])("%s: every control has a label, every id stands once, every reference leads somewhere", (_, page) => {
    const own = ids(page);
    expect(own.filter((id, at) => own.indexOf(id) !== at)).toEqual([]);
    const body = page.replace(/<template[\s\S]*?<\/template>/g, "");
    for (const [, id = ""] of body.matchAll(/<(?:input|select|textarea) id="([^"]*)"/g))
      expect(body).toContain(`for="${id}"`);
    for (const [, list = ""] of body.matchAll(/aria-describedby="([^"]*)"/g))
      for (const id of list.split(" ")) expect(own).toContain(id);
    for (const [, id = ""] of body.matchAll(/href="#([^"]+)"/g)) expect(own).toContain(id);
  });

  const problems = [
    { path: "/contact/email", code: "required", says: "电子邮箱：必填" },
    { path: "/damages/1/place", code: "required", rule: "DFA-30", says: "损坏部位：必填" },
    { path: "/damages", code: "required", says: "至少一处" },
    { path: "/nowhere", code: "unknown-field", says: "表单没有此项" },
  ];
  const wrong = draw(formOf("zh-CN"), {
    problems,
    values: { "contact.name": "林小满", category: "1-2-1", "damages.1.packaging": "damaged" },
  });

  test.each([
    ["the title says so", "<title>有误："],
    [
      "the summary takes the focus and links to the field",
      '<li><a href="#f-contact-email"><bdi>电子邮箱：必填</bdi></a></li>',
    ],
    ["also in a damage", '<a href="#f-damages-1-place">'],
    ["and to the damages as a whole", '<a href="#damages"><bdi>至少一处</bdi></a>'],
    ["a problem without a field is still told", "<li><bdi>表单没有此项</bdi></li>"],
    ["the field is marked and described", 'aria-invalid="true" aria-describedby="f-contact-email-error"'],
    ["what was typed is still there", 'name="contact.name" type="text" value="林小满"'],
    ["what was chosen too", '<option value="1-2-1" selected>'],
    ["in a damage too", 'name="damages.1.packaging" value="damaged" checked'],
  ])("after a refusal: %s", (_, fact) => expect(wrong).toContain(fact));
});

test("no text changes what the page is made of", () => {
  const form = (text: string): FormReply => ({
    ...invented,
    org: { id: "lakeside", name: text },
    form: text,
    policy: { ...invented.policy, title: text },
    fields: [
      ...invented.fields.map((field) => ({ ...field, label: text, hint: text, unit: text })),
      { id: "kind", type: "choice", label: text, required: true, choices: [{ value: text, label: text }] },
      { id: "what", type: "longText", label: text, required: true, max: 10 },
    ],
    assumptions: [{ key: "a", says: text }],
    deadlines: [{ clock: "c", title: text, rules: ["INV-01"], within: text }],
  });
  const page = (text: string): readonly string[] =>
    structure(
      draw(form(text), {
        idempotencyKey: text,
        values: { "contact.name": text, what: text, distance: text },
        problems: [
          { path: "/what", code: "x", says: text },
          { path: `/${text}`, code: "x", says: text },
        ],
      }),
    );
  const expected = page("x");
  fc.assert(
    fc.property(hostile, (text) => {
      expect(page(text)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
