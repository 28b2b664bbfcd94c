import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TrackingView } from "../../../shared/api/views.ts";
import { notFoundPage, problemPage } from "../../../shared/page/problem-page.ts";
import { trackingPage } from "../../../shared/page/tracking.ts";
import { hostile, structure } from "../mail/hostile.ts";
import * as S from "../mail/sample.ts";
import { nonce, viewOf } from "./sample-view.ts";

const draw = (view: TrackingView, uploads?: Parameters<typeof trackingPage>[0]["uploads"]): string =>
  trackingPage({ view, locale: view.locale, nonce, script: "", uploads });

const five = [S.received(), ...S.fivePhotos, S.refused];
const running = draw(viewOf(five, "2026-09-29T12:00:00+08:00", "zh-CN"));
const breached = draw(viewOf([S.received(), S.breached], "2026-10-12T12:00:00+08:00", "zh-CN"));
const extended = draw(viewOf([...five, S.kept(6, 2, 5), S.asked, S.decided(true)], "2026-10-09T17:00:00+08:00", "en"));
const plan = S.step("reply-plan", "2026-10-09T11:00:00+08:00", { plan: "更换一扇" });
const secret = S.step("set-liability", "2026-09-30T11:00:00+08:00", {
  liability: "production",
  liabilityReason: "内部结论",
});
const ended = [
  S.step("accept", "2026-09-29T11:00:00+08:00"),
  secret,
  plan,
  S.step("mark-executed", "2026-10-12T11:00:00+08:00"),
  S.step("close", "2026-10-12T12:00:00+08:00"),
];
const closed = draw(viewOf([...five, S.kept(6, 2), ...ended], "2026-10-13T12:00:00+08:00", "en"));
const unknown = draw(
  viewOf([S.received({ at: S.at("2026-12-29T10:00:00+08:00") })], "2026-12-29T12:00:00+08:00", "zh-CN"),
);
const late = draw(
  viewOf(
    [...five, S.asked, S.breached, S.decided(true, "2026-10-12T09:00:00+08:00")],
    "2026-10-12T10:00:00+08:00",
    "zh-CN",
  ),
);

describe("the customer's own page", () => {
  test.each([
    ["the number", running, "2026-09-001"],
    ["the state in the customer's words", running, "已收到您的投诉"],
    ["AS-02 the promised date, as people say it", running, ">2026年10月10日（周六）24:00</time>"],
    ["the same for a machine", running, 'datetime="2026-10-11T00:00:00+08:00"'],
    [
      "a day that counts",
      running,
      "<td>2026年10月8日（周四）</td><td><strong>✓ 计入</strong></td><td>第2个工作日</td>",
    ],
    ["a day that does not, and why", running, "<td>2026年10月5日（周一）</td><td>– 不计</td><td>国庆节</td>"],
    ["AS-10 what is still needed", running, "2/3</span> 每处损坏的照片：<strong>还差1张</strong>"],
    ["what is complete", running, "3/3</span> 每处损坏的照片：已满足"],
    ["why a photo was refused", running, "照片像素过大（108百万像素"],
    ["photos in a row are one line", running, "<strong><bdi>照片已收</bdi></strong> × 3"],
    ["a breach is said in words", breached, "已超过期限"],
    ["AS-06 the first date of an extension stays", extended, "First date <time"],
    ["and the new one is beside it", extended, ">Thu 15 Oct 2026, 24:00</time>"],
    ["a late approval says so", late, "超过原期限后批准"],
    ["AS-11 a copy is flagged", extended, "Same as an earlier photo, counts once"],
    ["a closed case is closed", closed, "Closed"],
    ["a promise that was kept", closed, "Done on time"],
    ["K-12 a date that cannot be known", unknown, "该年份的节假日安排尚未公布"],
    ["a way to upload without scripts", running, "upload=forms"],
  ])("%s", (_, page, fact) => expect(page).toContain(fact));

  test("nothing internal", () => {
    for (const word of ["内部结论", "Liability", "production"]) expect(closed).not.toContain(word);
    for (const word of ["现场复核", "内部意见"]) expect(extended).not.toContain(word);
  });

  test("a closed case takes no more photos", () => {
    expect(closed).not.toContain('type="file"');
    expect(running.match(/<div class="photos" data-photos="/g)).toHaveLength(2);
  });

  test("a ticket becomes a form: its fields in their order, then the file", () => {
    const fields = { key: "original/x", "Content-Type": "image/jpeg", policy: 'a"b' };
    const ticket = {
      photoId: S.photoId(7),
      damage: 2,
      url: "https://photos.example/",
      fields,
      expiresAt: "2026-09-29T13:00:00+08:00",
    };
    const page = draw(viewOf(five, "2026-09-29T12:00:00+08:00", "en"), [ticket]);
    const [form = ""] = /<form class="plainform"[\s\S]*?<\/form>/.exec(page) ?? [];
    expect(form).toContain('action="https://photos.example/" enctype="multipart/form-data"');
    expect([...form.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      "key",
      "Content-Type",
      "policy",
      "file",
    ]);
    expect(form).toContain('value="a&quot;b"');
  });
});

test("no text changes what the page is made of", () => {
  const page = (text: string): readonly string[] => {
    const told = S.received({
      damages: [{ place: text }],
      answers: { description: text, category: "1-2-1", orderNo: text },
    });
    const reply = S.step("reply-plan", "2026-09-29T11:00:00+08:00", { plan: text });
    const view = viewOf([told, S.kept(1, 1), S.refused, reply], "2026-09-29T12:00:00+08:00", "en");
    const photos = view.photos.map((photo) => ({
      ...photo,
      thumbnail: text,
      copy: text,
      refusal: { code: "x", says: text },
    }));
    const state = { id: "X", says: text, final: false };
    return structure(draw({ ...view, photos, number: text, org: { id: text, name: text }, state }));
  };
  const expected = page("x");
  fc.assert(
    fc.property(hostile, (text) => {
      expect(page(text)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test("an address of a photo that is none leads nowhere", () => {
  const view = viewOf([S.received(), S.kept(1, 1)], "2026-09-29T12:00:00+08:00", "en");
  const page = draw({ ...view, photos: view.photos.map((photo) => ({ ...photo, copy: "javascript:alert(1)" })) });
  expect(page).not.toContain("javascript:");
});

test("pages for an address that leads nowhere and for a refusal", () => {
  expect(notFoundPage({ locale: "zh-CN", nonce })).toContain("找不到该页面");
  expect(notFoundPage({ locale: "en", nonce })).toContain("Page not found");
  const problem = { type: "about:blank", title: "Too <many>", status: 429, code: "throttled", detail: "Later & again" };
  const page = problemPage({ locale: "en", nonce, problem });
  expect(page).toMatch(/<h1>Too &lt;many&gt;<\/h1>\s*<p>Later &amp; again<\/p>/);
  expect(page, "there is no way back to offer").not.toContain("Back to");
});

test.each([
  ["en", "Back to try again"],
  ["zh-CN", "返回重试"],
] as const)("a refusal leads back to the page it came from (%s)", (locale, says) => {
  const problem = { type: "about:blank", title: "Not now", status: 409, code: "quota-reached" };
  const page = problemPage({ locale, nonce, problem, back: "/doors/copy/1?lang=en" });
  expect(page).toContain(`<a href="/doors/copy/1?lang=en">${says}</a>`);
});
