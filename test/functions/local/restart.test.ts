import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LocalStack } from "../../../infra/local/local-stack.ts";
import { startStack } from "../../../infra/local/stack.ts";
import { ASSEMBLY, freshFolder, itemsUnder, s3Of, startFixture, steer, tokenOf } from "./fixture.ts";

type Addresses = Pick<LocalStack, "url" | "inboxUrl" | "issuer" | "endpoints" | "env">;
const Bucket = "fixture-photos";
let dataDir: string;
const children: ChildProcess[] = [];
const ends: (() => Promise<void>)[] = [];
/** A stack in this process on the test's folder; stopped after the test, whatever came of it. */
const startHere = async (options: Parameters<typeof startFixture>[0] = {}) => {
  const started = await startFixture({ dataDir, memory: false, ...options });
  ends.push(started.end);
  return started;
};
beforeEach(() => {
  dataDir = freshFolder();
});
afterEach(async () => {
  for (const child of children.splice(0)) await kill(child, "SIGKILL");
  for (const end of ends.splice(0)) await end();
  rmSync(dataDir, { recursive: true, force: true });
});

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<NodeJS.Signals | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
  return child.signalCode;
}

async function run(at?: string): Promise<{ child: ChildProcess; stack: Addresses }> {
  const script = fileURLToPath(new URL("./run-fixture.ts", import.meta.url));
  const args = [script, dataDir, ...(at === undefined ? [] : [at])];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout! }), "line"); // piped two lines above
  return { child, stack: JSON.parse(line) };
}

const sendMail = async (stack: Addresses) => {
  const credentials = { accessKeyId: "local", secretAccessKey: "x" };
  const ses = new SESClient({ region: "us-east-1", credentials, endpoint: stack.endpoints.ses });
  const Message = { Subject: { Data: "kept" }, Body: { Text: { Data: "kept" } } };
  await ses.send(
    new SendEmailCommand({ Source: "a@example.org", Destination: { ToAddresses: ["b@example.org"] }, Message }),
  );
  ses.destroy();
};

const put = async (stack: Addresses, Key: string) => {
  const s3 = s3Of(stack);
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: "hello" }));
  s3.destroy();
};

const reachable = (address: string) =>
  fetch(address).then(
    () => true,
    () => false,
  );

describe("after kill -9", () => {
  test("everything that was answered is there, and what was owed is delivered", async () => {
    const { child, stack } = await run("2026-09-29T10:00+08:00");
    const token = await tokenOf(stack, "agent-1");
    await put(stack, "in/done.jpg");
    await steer(stack, "POST", "/clock", { advance: "10 minutes" });
    const reached = (await steer(stack, "GET", "/clock")).body.now;
    await sendMail(stack);
    await put(stack, "in/slow.jpg"); // its function rests before it writes
    await kill(child, "SIGKILL");
    expect(await itemsUnder(stack, "upload#in/slow.jpg").catch(() => "down")).toBe("down");

    const { stack: again, lines } = await startHere();
    expect(lines.filter((line) => line.includes("Error"))).toEqual([]);
    expect(again.url).toBe(stack.url); // links that were handed out stay good
    expect(again.endpoints).toEqual(stack.endpoints);
    expect(again.clock.iso() >= reached).toBe(true);
    await again.clock.advance({ advance: "0 seconds" });
    expect(await itemsUnder(again, "upload#in/done.jpg")).toHaveLength(1);
    expect(await itemsUnder(again, "upload#in/slow.jpg")).toHaveLength(1);
    const s3 = s3Of(again);
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: "in/slow.jpg" }))).ContentLength).toBe(5);
    s3.destroy();
    expect(await (await fetch(`${again.inboxUrl}messages`)).json()).toMatchObject([{ subject: "kept" }]);
    const staff = await fetch(`${again.url}/staff`, { headers: { authorization: `Bearer ${token}` } });
    expect(staff.status).toBe(200); // people stay signed in
  });

  test("in the middle of an advance the clock has not gone back", async () => {
    const { child, stack } = await run("2026-09-29T10:00+08:00");
    const advance = steer(stack, "POST", "/clock", { advance: "3 days", every: true }).catch(() => undefined);
    const started = Date.parse("2026-09-29T03:00:00Z");
    let reached = 0;
    while (reached < started) reached = Date.parse((await steer(stack, "GET", "/clock")).body.now);
    await kill(child, "SIGKILL");
    await advance;
    const { stack: again } = await startHere();
    expect(again.clock.now()).toBeGreaterThanOrEqual(reached);
  });
});

describe("stopping", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("%s stops everything, and the process ends by it", async (signal) => {
    const { child, stack } = await run();
    expect(await kill(child, signal)).toBe(signal);
    for (const address of [stack.url, ...Object.values(stack.endpoints)]) expect(await reachable(address)).toBe(false);
  });

  test("data, mail and time are there at the next start; an earlier --at is left aside", async () => {
    const first = await startHere({ at: "2026-09-29T10:00+08:00" });
    await first.stack.clock.advance({ advance: "1 day" });
    await sendMail(first.stack);
    await first.end();
    const { stack, lines } = await startHere({ at: "2026-09-29T10:00+08:00" });
    expect(stack.clock.iso() >= "2026-09-30T02:00:00.000Z").toBe(true);
    expect(lines.some((line) => line.includes("it goes on from there"))).toBe(true);
    expect(await itemsUnder(stack, "fired")).toHaveLength(3);
    expect(await (await fetch(`${stack.inboxUrl}messages`)).json()).toHaveLength(1);
  });

  test("a port that is asked for and taken is said; nothing is left running", async () => {
    const first = await startHere();
    const port = Number(new URL(first.stack.url).port);
    await expect(startFixture({ port })).rejects.toThrow(`port ${port} is in use`);
  });
});

test("a table whose indexes changed is refused rather than emptied", async () => {
  const first = await startHere();
  await first.end();
  const template = JSON.parse(readFileSync(join(ASSEMBLY, "Fixture.template.json"), "utf8"));
  const { Records } = template.Resources;
  Records.Properties.GlobalSecondaryIndexes[0].Projection.ProjectionType = "ALL";
  writeFileSync(join(dataDir, "Changed.template.json"), JSON.stringify({ Resources: { Records } }));
  const changed = startStack({ assembly: dataDir, stack: "Changed", dataDir, log: () => undefined });
  await expect(changed).rejects.toThrow("table Records on disk has other keys or indexes than the template");
});

test("a trigger that would never fire stops the start", async () => {
  const Resources = { Stream: { Type: "AWS::Lambda::EventSourceMapping", Properties: {} } };
  writeFileSync(join(dataDir, "Stream.template.json"), JSON.stringify({ Resources }));
  const start = startStack({ assembly: dataDir, stack: "Stream", dataDir });
  await expect(start).rejects.toThrow("AWS::Lambda::EventSourceMapping (Stream) cannot run on one machine");
});
