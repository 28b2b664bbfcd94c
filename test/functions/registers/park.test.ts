import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "../../../shared/api/problem.ts";
import { EntryList, EntryView } from "../../../shared/api/registers.ts";
import { type Answer, must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

const PARK = "industrial-park-property";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-10T09:30+08:00", policies: [PARK] });
});
afterAll(() => demo.close());

const at = (form: string) => `/registers/${PARK}/${form}`;
const problem = (answer: Answer, status: number): Problem => Problem.parse(must(answer, status).body);

const pass = {
  goodsDirection: "out",
  goodsHazard: "none",
  unitName: "临江电子有限公司",
  bearer: "周建",
  carriedAt: "2026-11-10T11:00:00+08:00",
  goods: "电源模块",
  quantity: "20 箱",
  sealedBy: "seal",
};

const write = async (as: string, form: string, answers: object, key?: string) =>
  demo.as(as).post(at(form), { answers }, key === undefined ? {} : { "idempotency-key": key });
const written = async (as: string, form: string, answers: object) =>
  EntryView.parse(must(await write(as, form, answers), 201).body);

describe("goods passes", () => {
  test("AS-96 goods that leave without the seal need a signature on file, and the pass waits for the stamp", async () => {
    const unsealed = { ...pass, sealedBy: "specimen" };
    const refused = problem(await write("customerService", "goods-pass", unsealed), 409);
    expect(refused).toMatchObject({ code: "not-on-file", rules: ["IPP-20"] });
    const specimen = { unitName: "临江电子有限公司 ", signatory: "吴倩", filedOn: "2026-11-10" };
    await written("customerService", "specimen-signature", specimen);
    const waiting = await written("customerService", "goods-pass", unsealed);
    expect(waiting).toMatchObject({ state: "WAITING", number: "PASS-2026-0001", waits: { step: "goods-move" } });
    const stamp = `${at("goods-pass")}/${waiting.entryId}/steps/goods-move`;
    expect(problem(await demo.as("cleaner").post(stamp, { answers: {} }), 403).code).toBe("not-your-role");
    const stamped = EntryView.parse(must(await demo.as("customerService").post(stamp, { answers: {} }), 200).body);
    expect(stamped).toMatchObject({ state: "COMPLETE" });
    expect(stamped.history.map(({ what }) => what)).toEqual(["Entered", "Stamp for goods in and out"]);
  });

  test("AS-96 a signature that is struck out is on file no more", async () => {
    const unit = "东湖印刷有限公司";
    const filed = { unitName: unit, signatory: "郑海", filedOn: "2026-11-10" };
    const specimen = await written("customerService", "specimen-signature", filed);
    const path = `${at("specimen-signature")}/${specimen.entryId}/void`;
    must(await demo.as("customerService").post(path, { reason: "已离职" }), 200);
    const refused = await write("customerService", "goods-pass", { ...pass, unitName: unit, sealedBy: "specimen" });
    expect(problem(refused, 409).code).toBe("not-on-file");
  });

  test.each(["flammable", "explosive", "highly-toxic", "corrosive"])(
    "AS-96 %s goods are refused whatever the papers",
    async (goodsHazard) => {
      const refused = problem(await write("customerService", "goods-pass", { ...pass, goodsHazard }), 409);
      expect(refused).toMatchObject({ code: "not-entered", rules: ["IPP-22"] });
    },
  );

  test("every field at fault is named with its rule, and nothing is stored", async () => {
    const before = EntryList.parse(must(await demo.as("customerService").get(at("goods-pass")), 200).body).items.length;
    const { goods: _, ...without } = { ...pass, quantity: "", nobody: "x" };
    const refused = problem(await write("customerService", "goods-pass", without), 400);
    expect(refused.fields?.map(({ path }) => path).sort()).toEqual([
      "/answers/goods",
      "/answers/nobody",
      "/answers/quantity",
    ]);
    const after = EntryList.parse(must(await demo.as("customerService").get(at("goods-pass")), 200).body);
    expect(after.items).toHaveLength(before);
  });
});

describe("an entry and its repeats", () => {
  test("the same key is the same entry, another text under it is refused", async () => {
    const [one, two] = await Promise.all([
      write("customerService", "goods-pass", pass, "pass-1"),
      write("customerService", "goods-pass", pass, "pass-1"),
    ]);
    expect(EntryView.parse(must(one, 201).body).entryId).toBe(EntryView.parse(must(two, 201).body).entryId);
    const other = await write("customerService", "goods-pass", { ...pass, quantity: "21 箱" }, "pass-1");
    expect(problem(other, 422).code).toBe("key-reused");
    const elsewhere = await write(
      "customerService",
      "specimen-signature",
      { unitName: "x", signatory: "y", filedOn: "2026-11-10" },
      "pass-1",
    );
    expect(problem(elsewhere, 422).code).toBe("key-reused");
  });

  test("a correction stands beside what it corrects, and what was stamped before it is stamped again", async () => {
    const entry = await written("customerService", "goods-pass", pass);
    const base = `${at("goods-pass")}/${entry.entryId}`;
    const clerk = demo.as("customerService");
    must(await clerk.post(`${base}/steps/goods-move`, { answers: {} }), 200);
    const corrected = EntryView.parse(
      must(await clerk.post(`${base}/correction`, { answers: { ...pass, quantity: "18 箱" }, reason: "清点有误" }), 200)
        .body,
    );
    expect(corrected).toMatchObject({ state: "WAITING", corrections: 1 });
    expect(corrected.answers.find(({ id }) => id === "quantity")?.value).toBe("18 箱");
    expect(corrected.history.map(({ why = "" }) => why.includes("20 箱"))).toEqual([true, false, false]);
    expect(problem(await clerk.post(`${base}/correction`, { answers: pass, reason: " " }), 400).fields?.[0]?.path).toBe(
      "/reason",
    );
    const dangerous = { answers: { ...pass, goodsHazard: "corrosive" }, reason: "x" };
    expect(problem(await clerk.post(`${base}/correction`, dangerous), 409).code).toBe("not-entered");
  });

  test("hostile text is stored as text, and a spreadsheet runs nothing of it", async () => {
    const goods = '=HYPERLINK("http://x.example","click")<script>alert(1)</script>\u0000';
    await written("customerService", "goods-pass", { ...pass, goods });
    const file = must(await demo.as("customerService").get(`${at("goods-pass")}/file?format=csv&month=2026-11`), 200);
    expect(file.text).toContain(`"'=HYPERLINK(""http://x.example""`);
    expect(problem(await demo.as("customerService").get(`${at("goods-pass")}?month=2026-13`), 400).code).toBe(
      "bad-fields",
    );
    const lost = await demo.as("customerService").get(`${at("goods-pass")}?cursor=..%2F..%2Fx`);
    expect(EntryList.parse(must(lost, 200).body).items.length).toBeGreaterThan(0);
  });

  test("a page ends where it is told to, and the next goes on without a gap", async () => {
    const all = EntryList.parse(must(await demo.as("customerService").get(`${at("goods-pass")}?limit=100`), 200).body);
    const ids: string[] = [];
    let cursor: string | undefined = "";
    while (cursor !== undefined) {
      const page = EntryList.parse(
        must(await demo.as("customerService").get(`${at("goods-pass")}?limit=2&cursor=${cursor}`), 200).body,
      );
      ids.push(...page.items.map(({ entryId }) => entryId));
      cursor = page.cursor;
    }
    expect(ids).toEqual(all.items.map(({ entryId }) => entryId));
  });

  test("entries about one subject are found however it is spelled", async () => {
    const found = await demo
      .as("customerService")
      .get(`${at("specimen-signature")}?subject=${encodeURIComponent(" 临江电子有限公司")}`);
    expect(EntryList.parse(must(found, 200).body).items).toHaveLength(1);
  });
});
