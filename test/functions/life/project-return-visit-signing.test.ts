import { afterAll, beforeAll, expect, test } from "vitest";
import { told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["project-return-visit"] });
});
afterAll(() => demo.close());

const handled = async () => {
  const filed = await demo.file({
    contact: { name: "Sun Hao", email: "sun@owner.example" },
    kind: "repair",
    channel: "phone",
    project: "Tower 3",
    description: "The glass door rubs.",
  });
  const [sales, staff] = [demo.as("sales"), demo.as("serviceStaff")];
  await sales.step(filed, "classify", { category: "1" });
  await sales.step(filed, "pass-on", { department: "Engineering" });
  await staff.step(filed, "start-repair", { repairPlan: "Adjust the hinges" });
  await staff.step(filed, "finish-repair", { repaired: "Hinges adjusted" });
  await sales.step(filed, "feed-back", { result: "Repaired" });
  return { filed, sales, staff };
};

test("AS-109 without any of the three proofs nothing closes; an unsigned evaluation is none, a test record alone is enough", async () => {
  const { filed, sales, staff } = await handled();
  const refused = await sales.tryStep(filed, "close");
  expect(told(refused)).toEqual([409, "signature-missing"]);
  expect(refused.text).toContain("PRV-14");

  const evaluation = { signoff: "service-verification", by: "customer", name: "Sun Hao" };
  expect(told(await sales.tryAct(filed, "signatures", evaluation)), "not signed").toEqual([400, "bad-fields"]);
  expect(told(await sales.tryAct(filed, "signatures", { ...evaluation, method: "stamp" })), "no stamp to see").toEqual([
    400,
    "bad-fields",
  ]);
  expect(told(await sales.tryStep(filed, "close"))).toEqual([409, "signature-missing"]);

  const record = {
    signoff: "service-verification",
    by: "serviceStaff",
    name: "Ma",
    method: "typed",
    remark: "Opened 50 times",
  };
  expect(told(await sales.tryAct(filed, "signatures", record))).toEqual([403, "not-your-role"]);
  const proven = await staff.act(filed, "signatures", record);
  expect(proven.signoffs).toMatchObject([{ state: "signed", needs: "any" }]);
  expect((await sales.step(filed, "close")).state.id).toBe("CLOSED");
});

test("the user's own stamp is enough too, when it can be seen", async () => {
  const { filed, sales } = await handled();
  const { photoId } = await demo.photo(filed, 0, "door.png");
  const other = await demo.file({
    contact: { name: "Sun Hao", email: "sun@owner.example" },
    kind: "repair",
    channel: "phone",
    project: "Tower 4",
    description: "Another one.",
  });
  const elsewhere = await demo.photo(other, 0, "door.png");
  const stamp = { signoff: "service-verification", name: "Sun Hao", method: "stamp" };
  expect(
    told(await demo.own(filed, "signatures", { ...stamp, photoId: elsewhere.photoId })),
    "of another case",
  ).toEqual([400, "bad-fields"]);
  expect((await demo.own(filed, "signatures", { ...stamp, photoId })).status).toBe(200);
  expect((await sales.step(filed, "close")).state.id).toBe("CLOSED");
});
