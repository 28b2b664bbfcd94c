import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseAddress, ClosedAddresses } from "../../../shared/api/addresses.ts";
import { must, told } from "../../stack/call.ts";
import { type Filed, plainComplaint } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

/** Addresses that are closed, and how mail goes to them again. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
});
afterAll(() => demo.close());

const officer = () => demo.as("privacyOfficer");
const filed = async (email: string): Promise<Filed> => {
  const known = await demo.file(plainComplaint({ contact: { name: "Chen", email } }));
  await demo.pass("2 minutes");
  return known;
};
const back = async (email: string, what: object): Promise<void> => {
  const mail = (await demo.mails({ to: email })).at(-1) ?? expect.unreachable(`none to ${email}`);
  await demo.tell(mail, what as { is: string });
  await demo.pass("2 minutes");
};
const address = async ({ caseId }: Filed, role = "clerk") =>
  CaseAddress.parse(must(await demo.as(role).get(`/cases/${caseId}/address`), 200).body);
const lift = ({ caseId }: Filed, role = "clerk", reason = "she freed her mailbox") =>
  demo.as(role).post(`/cases/${caseId}/address/lift`, { reason });
const list = async () => ClosedAddresses.parse(must(await officer().get("/addresses?limit=1"), 200).body);

test("a bounced address is said at its case, is opened by whoever works on it, and mail is sent again", async () => {
  const email = "chen@dealer.example";
  const known = await filed(email);
  expect(await address(known)).toEqual({ mayLift: false });
  await back(email, { is: "Bounce" });
  expect(await address(known)).toMatchObject({
    mayLift: true,
    closed: {
      is: "bounced",
      address: "c••••@dealer.example",
      since: expect.stringContaining("2026-03-10T"),
      lifts: [],
    },
  });
  expect(told(await lift(known, "clerk", " "))).toEqual([400, "bad-fields"]);
  must(await lift(known), 200);
  must(await lift(known, "clerk", "again"), 404);
  expect(await address(known)).toEqual({ mayLift: false });
  const before = (await demo.mails({ to: email })).length;
  await demo.as("clerk").step(known, "accept");
  await demo.pass("2 minutes");
  expect(await demo.mails({ to: email })).toHaveLength(before + 1);
  await back(email, { is: "Bounce" });
  expect((await address(known)).closed?.lifts, "it closes again, and who opened it is kept").toMatchObject([
    { is: "bounced", by: expect.any(String), reason: "she freed her mailbox" },
  ]);
});

test("after a complaint only whoever looks after data opens it", async () => {
  const known = await filed("luo@dealer.example");
  await back("luo@dealer.example", { is: "Complaint", feedback: "abuse" });
  expect(await address(known)).toMatchObject({ mayLift: false, closed: { is: "complained" } });
  expect(told(await lift(known))).toEqual([403, "not-your-role"]);
  const { items } = await list();
  const id = items[0]?.suppression ?? "";
  expect(items).toMatchObject([{ is: "complained", address: "l••••@dealer.example", open: false }]);
  expect(told(await demo.as("clerk").post(`/addresses/${id}/lift`, { reason: "x" }))).toEqual([403, "not-your-role"]);
  for (const _ of [1, 2]) must(await officer().post(`/addresses/${id}/lift`, { reason: "she asked for it" }), 200);
  expect(await address(known)).toEqual({ mayLift: false });
  expect((await list()).items, "one that is open again stays in the list, with who opened it, once").toMatchObject([
    { open: true, lifts: [{ reason: "she asked for it" }] },
  ]);
});

test("the list goes on page by page, holds no address, and is for whoever looks after data", async () => {
  const first = await list();
  const second = must(await officer().get(`/addresses?limit=1&cursor=${encodeURIComponent(first.cursor ?? "")}`), 200);
  expect(ClosedAddresses.parse(second.body).items).toMatchObject([{ address: "c••••@dealer.example" }]);
  expect(JSON.stringify(first) + second.text).not.toMatch(/luo@|chen@/);
  expect(told(await demo.as("manager").get("/addresses"))).toEqual([403, "not-your-role"]);
  expect(told(await officer().post(`/addresses/${"A".repeat(22)}/lift`, { reason: "x" }))).toEqual([
    404,
    "unknown-address",
  ]);
  const rows = JSON.stringify((await demo.items()).filter(({ pk }) => pk.includes("SUPPRESSED")));
  expect(rows).not.toMatch(/luo@|chen@/);
});

test("who is forgotten is in the list without anything of theirs, and nothing is sent to them all the same", async () => {
  const email = "wang@dealer.example";
  await filed(email);
  await back(email, { is: "Bounce" });
  must(await officer().post("/erasures", { email, reason: "asked" }), 200);
  await demo.pass("2 hours");
  const { items } = await list();
  expect(items).toMatchObject([{ is: "bounced" }]);
  expect(items[0]?.address).toBeUndefined();
  const before = (await demo.mails({ to: email })).length;
  await filed(email);
  expect(await demo.mails({ to: email })).toHaveLength(before);
});
