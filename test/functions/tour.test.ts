import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FileReply } from "../../shared/api/bodies.ts";
import { clockOf, endOf, officeTime } from "../stack/moments.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** The tour of the README does what the README says: its commands are taken out of it and executed. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-09-29T10:00+08:00" });
});
afterAll(() => demo.close());

const README = new URL("../../README.md", import.meta.url);

/** The `curl` commands of the tour, each with the lines it goes on over. @throws in a sentence when there is no tour. */
const commandsOf = (readme: string): string[] => {
  const [, tour] = /<!-- tour -->([\s\S]*?)<!-- \/tour -->/.exec(readme) ?? [];
  if (tour === undefined)
    throw new Error("README.md has no tour: put its commands between <!-- tour --> and <!-- /tour -->");
  const blocks = [...tour.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = ""]) => block);
  const commands = blocks.flatMap((block) => block.match(/^curl (?:[^\n]*\\\n)*[^\n]*$/gm) ?? []);
  if (commands.length === 0)
    throw new Error("the tour of README.md has no line that begins with curl in a ```sh block");
  return commands;
};

test("the README's tour files the complaint of AS-02 and finds in the inbox what the README says", async () => {
  const commands = commandsOf(readFileSync(README, "utf8"));
  const printed: string[] = [];
  for (const command of commands) {
    const script = `set -euo pipefail\n${command.replaceAll("http://localhost:3000", demo.url)}`;
    printed.push((await promisify(execFile)("bash", ["-c", script])).stdout);
  }
  const filed = printed.flatMap((text) => {
    const read = FileReply.safeParse(text.startsWith("{") ? JSON.parse(text) : undefined);
    return read.success ? [read.data] : [];
  });
  expect(filed, "one of its commands files a complaint").toHaveLength(1);
  const [complaint = expect.unreachable("it was counted one line up")] = filed;
  expect(clockOf(complaint, "plan").due).toBe(endOf("2026-10-10"));
  const inbox = (await demo.mails({ about: complaint })).map(({ at, to, subject }) => {
    const about = /complaint|photo|提醒|超期/.exec(subject)?.[0];
    return `${officeTime(at).slice(0, 13)}h ${to[0]?.split("@")[0]}: ${about}`;
  });
  expect(inbox.sort()).toEqual([
    "2026-09-29 10h lin: complaint",
    "2026-09-29 10h lin: photo",
    "2026-10-09 09h after-sales: 提醒",
    "2026-10-11 00h after-sales: 超期",
    "2026-10-11 00h director: 超期",
    "2026-10-11 00h head.after-sales: 超期",
  ]);
  expect(Date.parse(demo.stack.clock.iso()), "and the tour goes on to 12 October").toBeGreaterThanOrEqual(
    Date.parse("2026-10-12T00:00:00+08:00"),
  );
});
