import { afterEach, expect, test } from "vitest";
import { Problem } from "../../shared/api/problem.ts";
import { complaint } from "../fixtures/cases.ts";
import { plainComplaint } from "../stack/customer.ts";
import { clockOf, endOf } from "../stack/moments.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** Acceptance scenarios of the door factory, section 4.1, that turn on evidence and categories. */
let demo: TestStack;
const at = async (moment: string) => {
  demo = await openTest({ at: moment });
};
afterEach(() => demo.close());

const liability = { liability: "logistics", liabilityReason: "外包装破损，签收单有注明" };
const [one, two] = [1, 2].map((n) => ({ place: `第${n}处`, packaging: "damaged" }));

test("AS-10 evidence short by one photo", async () => {
  await at("2026-03-10T09:30+08:00");
  const filed = await demo.file(complaint({ category: "1-2-1", damages: [one, two] }), { locale: "zh-CN" });
  expect(clockOf(filed, "plan").due).toBe(endOf("2026-03-16"));
  expect(filed.evidence.items.map(({ damage, have, need }) => [damage, have, need])).toEqual([
    [1, 0, 3],
    [2, 0, 3],
  ]);
  for (const [damage, name] of [
    [1, "damage-1.jpg"],
    [1, "damage-2.jpg"],
    [1, "damage-3.jpg"],
    [2, "damage-4.jpg"],
    [2, "damage-5.jpg"],
  ] as const) {
    expect(await demo.photo(filed, damage, name)).toMatchObject({ state: "kept", damage, flags: [] });
  }
  const short = await demo.tracking(filed);
  expect(short.evidence.complete, "five photos in total do not make up for the sixth").toBe(false);
  expect(short.evidence.items.map(({ says }) => says)).toContain("item 2: 2 of 3");

  await demo.pass("2 hours");
  const letters = (await demo.mails({ to: "chen@dealer.example", about: filed })).filter(({ subject }) =>
    subject.includes("照片"),
  );
  expect(letters.map(({ subject }) => subject)).toHaveLength(1);
  expect(letters[0]?.text).toMatch(/第2处[^\n]*1张|1张[^\n]*第2处/);
  expect(letters[0]?.text, "nothing is wanted of item 1").not.toMatch(/第1处[^\n]*还/);

  const clerk = demo.as("clerk");
  await clerk.step(filed, "accept");
  const refused = await clerk.tryStep(filed, "set-liability", liability);
  expect(refused.status).toBe(409);
  expect(Problem.parse(refused.body)).toMatchObject({
    code: "evidence-incomplete",
    title: "evidence is incomplete: item 2: 2 of 3",
    rules: expect.arrayContaining(["DFA-32", "DFA-33"]),
  });
  expect((await clerk.see(filed)).state.id).toBe("ACCEPTED");

  expect(await demo.photo(filed, 2, "damage-6.jpg")).toMatchObject({ state: "kept", flags: [] });
  expect((await demo.tracking(filed)).evidence.complete).toBe(true);
  expect((await clerk.step(filed, "set-liability", liability)).state.id).toBe("LIABILITY_SET");
  await demo.pass("3 hours");
  const asked = (await demo.mails({ to: "chen@dealer.example" })).filter(({ subject }) => subject.includes("照片"));
  expect(asked, "asked once").toHaveLength(1);
});

test("AS-11 three files, two identical", async () => {
  await at("2026-03-10T09:30+08:00");
  const filed = await demo.file(complaint({ category: "1-2-3", damages: [one] }));
  const flags = [];
  for (const name of ["damage-1.jpg", "damage-2.jpg", "damage-2.jpg"]) {
    flags.push((await demo.photo(filed, 1, name)).flags);
  }
  expect(flags).toEqual([[], [], ["DUPLICATE"]]);
  const { evidence, photos } = await demo.tracking(filed);
  expect(evidence).toMatchObject({ complete: false, items: [{ damage: 1, have: 2, need: 3, says: "item 1: 2 of 3" }] });
  expect(photos.map(({ state }) => state)).toEqual(["kept", "kept", "kept"]);
});

test("AS-12 category restricted to a product line", async () => {
  await at("2026-03-10T09:30+08:00");
  const before = await demo.items();
  const lost = (productLine: string) => plainComplaint({ category: "1-2-2", productLine });
  const refused = await demo.tryFile(lost("window-guard"));
  expect(refused.status).toBe(400);
  expect(Problem.parse(refused.body).fields).toEqual([
    { path: "/category", code: "not-for-this", rule: "DFA-20", says: "gates only" },
  ]);
  const chinese = Problem.parse((await demo.tryFile(lost("window-guard"), { locale: "zh-CN" })).body);
  expect(chinese.fields?.map(({ says }) => says)).toEqual(["仅限大门"]);
  expect(await demo.items()).toEqual(before);
  expect((await demo.tryFile(lost("gate"))).status).toBe(201);
});

test("AS-14 late delivery needs no photo", async () => {
  await at("2026-03-10T09:30+08:00");
  const late = plainComplaint({ category: "2-3", promisedDate: "2026-03-06", shippedDate: "2026-03-09" });
  const filed = await demo.file(late);
  expect(filed.evidence).toEqual({ complete: true, items: [] });
  expect(clockOf(filed, "plan").due).toBe(endOf("2026-03-16"));
  const clerk = demo.as("clerk");
  await clerk.step(filed, "accept");
  await clerk.step(filed, "set-liability", liability);
  await demo.until("2026-03-13T15:00+08:00");
  const replied = await clerk.step(filed, "reply-plan", { plan: "补偿运费" });
  expect(clockOf(replied, "execution").due).toBe(endOf("2026-03-18"));
  await demo.pass("2 hours");
  const asked = (await demo.mails({ to: "chen@" })).filter(({ subject }) => /照片|photo/i.test(subject));
  expect(asked, "nobody asks for a photo").toEqual([]);
});
