import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { photo as bytesOf } from "../fixtures/photos/photos.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** The customer's pages in a browser that runs no scripts. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
});
afterAll(() => demo.close());

const FORM = "/demo-doors/complaint";
const unescaped = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
/** The inputs of a page that are there from the start: hidden ones. */
const hidden = (html: string): [string, string][] =>
  [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
    attribute(tag, "name"),
    attribute(tag, "value"),
  ]);

/** What a page says, without its markup, style and script. */
const readable = (html: string): string =>
  unescaped(
    html
      .replace(/<(style|script)\b[\s\S]*?<\/\1>/g, "")
      .replace(/<[^>]*>/g, "")
      .replace(/\s+/g, " "),
  );

const typed = {
  "contact.name": "陈经理",
  "contact.email": "chen@dealer.example",
  "contact.phone": "",
  dealerName: "湖畔门业",
  orderNo: "SO-2026-0117",
  productLine: "gate",
  category: "1-2-1",
  description: "门扇左下角变形\r\n收货时发现",
  "damages.0.place": "左下角",
  "damages.0.packaging": "damaged",
  "damages.0.description": "",
  "damages.1.place": "",
  "damages.1.packaging": "",
  "damages.1.description": "",
};
const send = (fields: Record<string, string>, path = FORM) =>
  demo.ask("POST", path, {
    locale: "zh-CN",
    body: new URLSearchParams(fields).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });

describe("a form sent without scripts", () => {
  test("leads to the case's page; sent again it is the same case", async () => {
    const page = await demo.ask("GET", FORM, { locale: "zh-CN" });
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.text).toContain("投诉申请单");
    const fields = { ...Object.fromEntries(hidden(page.text)), ...typed };
    const sent = await send(fields);
    expect([sent.status, sent.text]).toEqual([303, ""]);
    const where = sent.headers.get("location") ?? "";
    expect(where).toMatch(/^\/demo-doors\/case\/case_[0-9a-z]{26}\/[\w-]{22}\?upload=forms&lang=zh-CN$/);
    expect((await send(fields)).headers.get("location")).toBe(where);

    const tracking = await demo.ask("GET", where, { locale: "zh-CN" });
    expect(tracking.status).toBe(200);
    expect(tracking.text).toMatch(/2026-03-\d{3}/);
    expect(tracking.text).toContain("收货时发现");

    // a plain form for a photo of the damage; the store sends the browser back to the case
    const form = /<form[^>]*enctype="multipart\/form-data"[\s\S]*?<\/form>/.exec(tracking.text)?.[0] ?? "";
    const upload = new FormData();
    for (const [name, value] of hidden(form)) upload.append(name, value);
    upload.append("file", new Blob([new Uint8Array(bytesOf("damage-1.jpg"))]), "IMG_0001.jpg");
    const stored = await fetch(attribute(form, "action"), { method: "POST", body: upload, redirect: "manual" });
    expect(stored.status).toBe(303);
    const back = new URL(stored.headers.get("location") ?? "");
    expect(back.origin + back.pathname).toBe(demo.url + new URL(where, demo.url).pathname);
    const [, caseId = "", trackingToken = ""] = /case\/([^/]+)\/([^?]+)/.exec(where) ?? [];
    await demo.seen({ caseId, trackingToken }, back.searchParams.get("key")?.split("/").at(-1) ?? "");
    const shown = readable((await demo.ask("GET", back.href, { locale: "zh-CN" })).text);
    expect(shown).toContain("每处损坏的照片：还差2张");
  });

  test("comes back with what was typed and what is wrong, and stores nothing", async () => {
    const before = await demo.items();
    const wrong = {
      ...typed,
      "contact.email": "chen",
      orderNo: "",
      dealerName: '湖畔 "门业" <br>',
      "damages.0.packaging": "",
    };
    const sent = await send({ ...wrong, _key: "a-key-of-the-form" });
    expect(sent.status).toBe(400);
    for (const value of ["陈经理", 'value="chen"', "湖畔 &quot;门业&quot; &lt;br&gt;", "门扇左下角变形", "左下角"])
      expect(sent.text).toContain(value);
    expect(hidden(sent.text), "the key stays, so that the mended form is still one case").toContainEqual([
      "_key",
      "a-key-of-the-form",
    ]);
    const summary = /id="summary"[\s\S]*?<\/div>/.exec(sent.text)?.[0] ?? "";
    expect(summary).not.toContain(" hidden");
    for (const name of ["电子邮箱", "订单号", "外包装情况"]) expect(summary).toContain(name);
    expect(summary.match(/<li>/g)).toHaveLength(3);
    for (const [, id = ""] of summary.matchAll(/href="#([^"]+)"/g)) expect(sent.text).toContain(`id="${id}"`);
    expect(await demo.items()).toEqual(before);
  });

  test("an order for another case under a used key is told so", async () => {
    await send({ ...typed, _key: "used-key" });
    expect((await send({ ...typed, orderNo: "another", _key: "used-key" })).status).toBe(422);
  });

  test.each([
    ["unknown company", "/nobody/complaint", 404],
    ["64 KB and more", FORM, 413],
  ])("%s", async (_why, path, status) => {
    const answer = await send({ ...typed, description: "x".repeat(status === 413 ? 66_000 : 1) }, path);
    expect(answer.status).toBe(status);
  });
});

test.each(["zh-CN", "en"])("the address decides the language before the browser does: %s", async (lang) => {
  const page = await demo.ask("GET", `${FORM}?lang=${lang}`, { locale: lang === "en" ? "zh-CN" : "en" });
  expect(page.text).toContain(`<html lang="${lang}">`);
});
