import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FormReply } from "../../../shared/api/bodies.ts";
import { must } from "../../stack/call.ts";
import { startProcess } from "../../stack/process.ts";
import { tokenOf } from "../../stack/staff.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "aftercare-policies-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test("the README's way to live another regulation: its form is there, and everybody may work by it", async () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const said = /npm start -- (--policy .*)$/m.exec(readme)?.[1] ?? expect.unreachable("the README says how");
  const words = said.split(" ");
  const policies = words.filter((_, n) => words[n - 1] === "--policy");
  expect(policies.length).toBeGreaterThan(1);
  const running = await startProcess({ dataDir, words });
  try {
    for (const policy of policies) {
      const form = must(await running.ask("GET", `/v1/demo-doors/form?policy=${policy}`), 200);
      expect(FormReply.parse(form.body).policy.id).toBe(policy);
    }
    const token = await tokenOf(running.ask, "everybody");
    must(await running.ask("GET", "/v1/demo-doors/cases", { token }), 200);
  } finally {
    await running.kill();
  }
});

test("a regulation that there is not is told with those that there are", async () => {
  await expect(startProcess({ dataDir, words: ["--policy", "no-such"] })).rejects.toThrow(
    /there is no regulation no-such; there are: .*door-factory-after-sales/,
  );
});
