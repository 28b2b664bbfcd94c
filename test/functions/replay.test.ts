import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerInTime } from "../../infra/policy/commands.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

let demo: TestStack;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "aftercare-replay-"));
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true });
});

const written = readFileSync(new URL("../../shared/policies/door-factory-after-sales.yaml", import.meta.url), "utf8");

/** The door factory's file with three working days for the plan, and an example that says so. */
const draft = (): string => {
  const file = join(folder, "draft.yaml");
  const plan = written.slice(written.indexOf("  - id: plan\n"), written.indexOf("  - id: execution\n"));
  const example = { why: "three days", from: "2026-03-10T09:30:00+08:00", effectiveDue: "2026-03-14T00:00:00+08:00" };
  const shorter = plan
    .replace("within: 4 working days", "within: 3 working days")
    .replace(/ {4}examples:[\s\S]*$/, `    examples:\n      - ${JSON.stringify(example)}\n`);
  writeFileSync(file, written.replace(plan, shorter));
  return file;
};

test("a draft is judged on the cases of a running company, and nothing is written", async () => {
  const filed = await demo.file();
  const clerk = demo.as("clerk");
  await clerk.step(filed, "accept");
  await demo.until("2026-03-16T15:00:00+08:00");
  await clerk.step(filed, "reply-plan", { plan: "a new leaf" });
  const before = await demo.items();
  const said = await answerInTime(["replay", draft(), "--org", "demo-doors", "--local", demo.url]);
  expect(said).toMatchObject({
    ok: true,
    value: {
      policy: "door-factory-after-sales",
      cases: 1,
      gained: 1,
      lost: 0,
      byCategory: { "2-1": { gained: 1, lost: 0 } },
      shifts: [{ clock: "plan", was: { late: false }, would: { late: true } }],
    },
  });
  expect(await demo.items()).toEqual(before);
});

test.each([
  {
    why: "months without cases",
    words: ["--org", "demo-doors", "--from", "2025-01", "--to", "2025-02"],
    says: { ok: true, value: { cases: 0, gained: 0 } },
  },
  {
    why: "a company that nobody knows",
    words: ["--org", "nobody-here"],
    says: { ok: false, error: expect.stringContaining("nobody-here") },
  },
  { why: "no company", words: [], says: { ok: false, error: expect.stringContaining("--org") } },
  {
    why: "a month that is none",
    words: ["--org", "demo-doors", "--from", "2026-13"],
    says: { ok: false, error: expect.stringContaining("2026-13") },
  },
])("$why", async ({ words, says }) => {
  expect(await answerInTime(["replay", draft(), ...words, "--local", demo.url])).toMatchObject(says);
});

test("nobody at the address is one sentence", async () => {
  const said = await answerInTime(["replay", draft(), "--org", "demo-doors", "--local", "http://127.0.0.1:1"]);
  expect(said).toMatchObject({ ok: false, error: expect.stringContaining("npm start") });
});
