import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDemo } from "../demo/demo.ts";

const USAGE = "npm start -- [--port 3000] [--at 2026-09-29T10:00+08:00] [--data .aftercare] [--fresh] [--policy <id>]…";

const ROOT = join(import.meta.dirname, "../..");

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "3000" },
      at: { type: "string" },
      data: { type: "string", default: join(ROOT, ".aftercare") },
      policy: { type: "string", multiple: true, default: [] },
      fresh: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const { stack, org } = await openDemo({
    dataDir: values.data,
    port: Number(values.port),
    fresh: values.fresh,
    policies: values.policy,
    ...(values.at === undefined ? {} : { at: values.at }),
  });
  const lines = [
    ["complaint form 投诉申请单", `${stack.url}/${org}/complaint`],
    ["staff console 工作台", `${stack.url}/console/`],
    ["inbox 收件箱", stack.inboxUrl],
    ["API documents 接口文档", `${stack.url}/docs/`],
    ["regulations explained 制度", `${stack.url}/policies/`],
    ["OpenAPI", `${stack.url}/openapi.json`],
    ["this machine 本机", `${stack.url}/_local/`],
    ["time 时间", stack.clock.iso()],
  ] as const;
  console.log(
    `\nAftercare is ready 已就绪\n${lines.map(([what, where]) => `  ${what.padEnd(26)} ${where}`).join("\n")}`,
  );
  console.log(`  a case is tracked at        ${stack.url}/${org}/case/<caseId>/<trackingToken>\n`);
  process.once("SIGINT", () => void stack.stop().then(() => process.exit(0)));
  process.once("SIGTERM", () => void stack.stop().then(() => process.exit(0)));
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
