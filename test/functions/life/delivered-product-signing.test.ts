import { afterAll, beforeAll, expect, test } from "vitest";
import { told } from "../../stack/call.ts";
import { clockOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["delivered-product-after-sales"] });
});
afterAll(() => demo.close());

test("AS-57 a new version of a report that three customers hold makes three notices, each open until it is acknowledged", async () => {
  const filed = await demo.file({
    contact: { name: "Records office", email: "records@maker.example" },
    category: "1",
    product: "Relay R-9",
    document: "Test report TR-118",
    description: "Version 3 replaces version 2.",
  });
  const sales = demo.as("salesCentre");
  const to = ["Lin", "Gao", "Wu"].map((name) => ({ name, email: `${name.toLowerCase()}@holder.example` }));
  const notice = { words: "TR-118 version 3 is valid from today; please destroy version 2.", to };
  expect(told(await demo.as("departments").tryAct(filed, "copies/update-notice", notice))).toEqual([
    403,
    "not-your-role",
  ]);
  expect(told(await sales.tryAct(filed, "copies/needs-analysis", notice))).toEqual([404, "unknown-form"]);
  const sent = await sales.act(filed, "copies/update-notice", { ...notice, to: [...to, ...to] });
  const open = ({ copies }: typeof sent) =>
    copies.filter(({ form, acknowledgedAt }) => form === "update-notice" && acknowledgedAt === undefined);
  expect(open(sent).map((copy) => copy.to)).toEqual(["Lin", "Gao", "Wu"]);
  expect(clockOf(sent, "document-update")).toMatchObject({ state: "RUNNING", grade: "advisory" });

  await demo.pass("2 minutes");
  const pages = await Promise.all(
    to.map(async ({ email }) => {
      const mails = await demo.mails({ to: email });
      expect(mails, email).toHaveLength(1);
      expect(mails[0]?.text).toContain("TR-118 version 3 is valid from today");
      expect(mails[0]?.text, "the case is no business of theirs").not.toContain("Version 3 replaces version 2.");
      return new URL(/https?:\/\/\S+\/copy\/\S+/.exec(mails[0]?.text ?? "")?.[0] ?? "").pathname;
    }),
  );
  const [first = "", second = "", third = ""] = pages;
  const seen = await demo.ask("GET", first);
  expect(seen.text).toContain("please destroy version 2");
  expect(seen.text).toContain("I have it");
  expect((await demo.ask("POST", first, { body: "" })).status).toBe(303);
  expect((await demo.ask("GET", first)).text).not.toContain("<button");
  expect(open(await sales.see(filed)).map((copy) => copy.to)).toEqual(["Gao", "Wu"]);

  const tokenOf = (page: string) => page.split("/").at(-1) ?? "";
  const own = (n: string, token: string) =>
    demo.ask("POST", `/v1/demo-doors/cases/${filed.caseId}/tracking/copies/update-notice/${n}/acknowledgement`, {
      token,
      body: {},
    });
  expect(told(await own("4", tokenOf(second))), "another's token").toEqual([403, "wrong-token"]);
  expect(told(await own("3", filed.trackingToken)), "nor that of the case").toEqual([403, "wrong-token"]);
  expect((await own("3", tokenOf(second))).status).toBe(200);
  expect((await own("3", tokenOf(second))).status).toBe(200);
  expect(open(await sales.see(filed)).map((copy) => copy.to)).toEqual(["Wu"]);
  expect((await demo.ask("POST", third, { body: "" })).status).toBe(303);
  const done = await sales.see(filed);
  expect(open(done)).toEqual([]);
  expect(clockOf(done, "document-update").state).toBe("MET");
  expect(
    (
      await demo.ask(
        "GET",
        first.replace(/.$/, (end) => (end === "A" ? "B" : "A")),
      )
    ).status,
  ).toBe(404);
});
