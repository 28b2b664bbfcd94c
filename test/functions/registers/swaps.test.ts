import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "../../../shared/api/problem.ts";
import { EntryList, EntryView, WaitingEntries } from "../../../shared/api/registers.ts";
import { type Answer, must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

const [CALLS, COURIER] = ["call-center-service", "courier-service-quality"];
const at = (form: string, policy = CALLS) => `/registers/${policy}/${form}`;

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:30+08:00", policies: [CALLS, COURIER] });
});
afterAll(() => demo.close());

const problem = (answer: Answer, status: number): Problem => Problem.parse(must(answer, status).body);
const swap = (swapper: string, swappedDay: string, more: object = {}) => ({
  answers: {
    swapper,
    partner: `${swapper} 的同事 ${swappedDay}`,
    swappedDay,
    returnedDay: "2026-11-28",
    swapReason: "家中有事",
    ...more,
  },
});
const ask = (swapper: string, day: string, more: object = {}) =>
  demo.as("agent").post(at("swap-form"), swap(swapper, day, more));
const asked = async (swapper: string, day: string, more: object = {}) =>
  EntryView.parse(must(await ask(swapper, day, more), 201).body);

describe("swaps of shifts", () => {
  test("CAL-06 the third swap of a month passes, the fourth is refused, and another month counts anew", async () => {
    for (const day of ["2026-11-09", "2026-11-12", "2026-11-16"]) await asked("林静", day);
    const fourth = problem(await ask(" 林静", "2026-11-20"), 409);
    expect(fourth).toMatchObject({ code: "quota-reached", rules: ["CAL-06"] });
    expect((await asked("林静", "2026-12-02")).state).toBe("WAITING");
  });

  test("CAL-06 a swap counts for both who swap", async () => {
    for (const day of ["2026-11-09", "2026-11-12", "2026-11-16"]) await asked(`发起${day}`, day, { partner: "郑海" });
    const refused = problem(await ask("发起人", "2026-11-20", { partner: "郑海" }), 409);
    expect(refused.code).toBe("quota-reached");
    for (const day of ["2026-11-09", "2026-11-12", "2026-11-16"]) await asked("发起人", day);
  });

  test("CAL-06 of two who ask at once for the last place one gets it", async () => {
    for (const day of ["2026-11-09", "2026-11-12"]) await asked("吴倩", day);
    const both = await Promise.all([ask("吴倩", "2026-11-16"), ask("吴倩", "2026-11-20")]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test("CAL-06 a swap that is struck out, or refused, gives its place back", async () => {
    const [first, second] = [await asked("周敏", "2026-11-09"), await asked("周敏", "2026-11-12")];
    await asked("周敏", "2026-11-16");
    expect((await ask("周敏", "2026-11-20")).status).toBe(409);
    must(await demo.as("agent").post(`${at("swap-form")}/${first.entryId}/void`, { reason: "不换了" }), 200);
    await asked("周敏", "2026-11-20");
    const no = `${at("swap-form")}/${second.entryId}/steps/shift-swap-2/refusal`;
    must(await demo.as("swapPartner").post(no, { reason: "那天有事" }), 200);
    await asked("周敏", "2026-11-24");
  });

  test("CAL-07 the partner consents and the manager signs, in this order", async () => {
    const { entryId, waits } = await asked("许宁", "2026-11-09");
    expect(waits?.step, "who asks has consented by asking").toBe("shift-swap-2");
    const step = (id: string) => `${at("swap-form")}/${entryId}/steps/${id}`;
    expect(problem(await demo.as("manager").post(step("shift-swap"), {}), 409).code).toBe("not-ready");
    must(await demo.as("swapPartner").post(step("shift-swap-2"), {}), 200);
    const { items } = WaitingEntries.parse(must(await demo.as("manager").get("/register-tasks"), 200).body);
    expect(items.map((one) => one.entryId)).toContain(entryId);
    const signed = EntryView.parse(must(await demo.as("manager").post(step("shift-swap"), {}), 200).body);
    expect(signed.state).toBe("COMPLETE");
  });

  test("CAL-08 no swaps in a row, and none of a holiday", async () => {
    await asked("何平", "2026-11-09");
    expect(problem(await ask("何平", "2026-11-10"), 409)).toMatchObject({ code: "not-entered", rules: ["CAL-08"] });
    await asked("何平", "2026-11-11");
    const holiday = problem(await ask("何平", "2026-10-01"), 409);
    expect(holiday).toMatchObject({ code: "not-entered", rules: ["CAL-08"] });
  });

  test("CAL-05 a shift ends when the successor has taken it over, and nobody succeeds themselves", async () => {
    const log = { answers: { equipment: "正常", difficult: "无", staffChanges: "无" } };
    const written = EntryView.parse(must(await demo.as("onDuty").post(at("handover-log"), log), 201).body);
    const path = `${at("handover-log")}/${written.entryId}/steps/take-over`;
    expect(problem(await demo.as("onDuty").post(path, {}), 403).code).toBe("not-your-role");
    must(await demo.as("successor").post(path, {}), 200);
    expect(problem(await demo.as("successor").post(path, {}), 409).code).toBe("not-ready");
  });
});

describe("collected payments", () => {
  const ledger = at("cod-ledger", COURIER);
  const payment = {
    senderData: "临江茶行 13900000000",
    recipientData: "陈一鸣",
    amount: "268.00",
    collectedOn: "2026-11-01",
  };

  test("COU-07 a payment is to be settled within a month, and who may not read who sent it sees it masked", async () => {
    const taken = EntryView.parse(must(await demo.as("originCompany").post(ledger, { answers: payment }), 201).body);
    expect(taken.waits).toMatchObject({ step: "settle", due: "2026-12-02T00:00:00+08:00", overdue: false });
    const seen = EntryList.parse(must(await demo.as("courier").get(ledger), 200).body).items[0];
    expect(JSON.stringify(seen)).not.toContain("临江茶行");
    const entry = `${ledger}/${taken.entryId}`;
    const more = { answers: { ...seen?.given, amount: "286.00" }, reason: "金额有误" };
    must(await demo.as("courier").post(`${entry}/correction`, more), 200);
    const whole = EntryView.parse(must(await demo.as("originCompany").get(entry), 200).body);
    expect(whole.given, "what was masked stays as it is").toEqual({ ...payment, amount: "286.00" });
    const settled = { answers: { settledOn: "2026-11-02", voucher: "J-1107" } };
    must(await demo.as("originCompany").post(`${entry}/steps/settle`, settled), 200);
    expect((await demo.as("serviceCentre").get(entry)).status, "the ledger is restricted").toBe(403);
  });
});
