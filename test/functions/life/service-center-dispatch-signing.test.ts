import { afterAll, beforeAll, expect, test } from "vitest";
import { told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["service-center-dispatch"] });
});
afterAll(() => demo.close());

test("AS-61 an entry is not cancelled before the customer has signed the slip", async () => {
  const filed = await demo.file({
    contact: { name: "Zhou Ning", email: "zhou@customer.example" },
    customerName: "Zhou Ning",
    address: "Canal Road 8",
    phone: "0571-5550133",
    productModel: "WM-7",
    category: "D-1",
    description: "It does not spin.",
  });
  const [clerk, chief, technician] = [demo.as("clerk"), demo.as("chief"), demo.as("technician")];
  await clerk.step(filed, "draw-slip", { category: "D-1", slipNo: "S-114" });
  await chief.step(filed, "dispatch", { technicianName: "Tang" });
  await technician.step(filed, "arrive");
  await technician.step(filed, "leave-unfinished", { openReason: "A part is missing" });
  expect(told(await clerk.tryStep(filed, "cancel-entry"))).toEqual([409, "wrong-state"]);
  await chief.step(filed, "dispatch", { technicianName: "Tang" });
  await technician.step(filed, "arrive");
  await technician.step(filed, "finish", { workDone: "Belt replaced" });
  for (const [who, step] of [
    [technician, "customer-sign"],
    [clerk, "cancel-entry"],
  ] as const) {
    const next = (await who.see(filed)).next.find((one) => one.step === step);
    expect([step, next?.allowed]).toEqual([step, false]);
  }
  expect(told(await technician.tryStep(filed, "customer-sign"))).toEqual([409, "signature-missing"]);
  await technician.act(filed, "signatures", {
    signoff: "customer-signature",
    by: "customer",
    name: "Zhou Ning",
    method: "drawn",
  });
  await technician.step(filed, "customer-sign");
  await technician.step(filed, "return-slip");
  expect((await clerk.step(filed, "cancel-entry")).state.id).toBe("CANCELLED");
});
