import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Mail } from "../../infra/local/mail-store.ts";
import { FileReply } from "../../shared/api/bodies.ts";
import { complaint } from "../fixtures/cases.ts";
import { photo as bytesOf } from "../fixtures/photos/photos.ts";
import { type Filed, plainComplaint, upload } from "../stack/customer.ts";
import { startProcess } from "../stack/process.ts";

type Running = Awaited<ReturnType<typeof startProcess>>;
let dataDir: string;
let running: Running | undefined;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "aftercare-killed-"));
});
afterEach(async () => {
  await running?.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

const copiesOf = (letters: readonly Mail[]): ReadonlyMap<string, number> => {
  const copies = new Map<string, number>();
  for (const { messageId } of letters) copies.set(messageId, (copies.get(messageId) ?? 0) + 1);
  return copies;
};

const SUBMISSIONS = 200;
const body = (n: number) =>
  plainComplaint({ orderNo: `SO-${n}`, contact: { name: "x", email: `dealer-${n}@x.example` } });

/** Files one; undefined when no answer came, or none that counts. */
const submit = async ({ tryFile }: Running, n: number): Promise<Filed | undefined> => {
  for (;;) {
    const answer = await tryFile(body(n), { key: `submission-${n}` }).catch(() => undefined); // the process is gone
    if (answer?.status !== 429) return answer?.status === 201 ? FileReply.parse(answer.body) : undefined;
  }
};

/** Submits them all, so many at a time; `answered` hears of each 201 at once. */
const submitAll = async (process: Running, answered: (n: number, filed: Filed) => void): Promise<void> => {
  const left = Array.from({ length: SUBMISSIONS }, (_, n) => n);
  const hand = async (): Promise<void> => {
    for (let n = left.shift(); n !== undefined; n = left.shift()) {
      const filed = await submit(process, n);
      if (filed !== undefined) answered(n, filed);
    }
  };
  await Promise.all(Array.from({ length: 8 }, hand));
};

test("killed in the middle of 200 submissions, it has every complaint that was answered, and writes to each once", async () => {
  const first = await startProcess({ dataDir, at: "2026-09-29T10:00+08:00" });
  running = first;
  const pictured = await first.file(complaint(), { key: "pictured" });
  const bytes = bytesOf("damage-1.jpg");
  const ticket = await first.ticket(pictured, 1, "image/jpeg", bytes.length);

  const before = new Map<number, Filed>();
  let death: Promise<unknown> | undefined;
  await submitAll(first, (n, filed) => {
    before.set(n, filed);
    if (before.size === 60) death = upload(ticket, bytes).then(() => first.kill());
  });
  await death;
  expect(before.size).toBeGreaterThanOrEqual(60);
  expect(before.size, "it died in the middle").toBeLessThan(SUBMISSIONS);

  const second = await startProcess({ dataDir });
  running = second;
  for (const filed of before.values()) expect((await second.tracking(filed)).number).toBe(filed.number);
  expect(await second.seen(pictured, ticket.photoId), "a photo that was stored is looked at after all").toMatchObject({
    state: "kept",
  });

  // whoever got no answer sends again, and so may those who got one: 200 complaints, however often they were sent
  const after = new Map<number, Filed>();
  await submitAll(second, (n, filed) => after.set(n, filed));
  expect(after.size).toBe(SUBMISSIONS);
  for (const [n, filed] of before)
    expect(after.get(n)).toMatchObject({
      caseId: filed.caseId,
      number: filed.number,
      trackingToken: filed.trackingToken,
    });
  expect(new Set([...after.values()].map(({ number }) => number)).size).toBe(SUBMISSIONS);

  await second.mailFaults({ quota: { max24HourSend: 50_000, maxSendRate: 1000 } }); // or the pace of an account takes the time
  await second.pass("30 minutes");
  const letters = await second.mails({ to: "@x.example" });
  expect(new Set(letters.map(({ to }) => to[0])).size).toBe(SUBMISSIONS);
  expect([...copiesOf(letters)].filter(([, count]) => count !== 1)).toEqual([]);
  expect(letters).toHaveLength(SUBMISSIONS);
});

test("killed while letters go out, it sends the others once, and again at most those that it had in hand", async () => {
  const CASES = 40;
  const first = await startProcess({ dataDir, at: "2026-09-29T10:00+08:00" });
  running = first;
  for (let n = 0; n < CASES; n += 1) await first.file(body(n));
  const passing = first.pass("2 minutes").catch(() => undefined); // it does not live to answer
  while ((await first.mails({ to: "@x.example" })).length < 5) await pause(20);
  await first.kill();
  await passing;

  const second = await startProcess({ dataDir });
  running = second;
  const before = (await second.mails({ to: "@x.example" })).length;
  expect(before, "it died in the middle").toBeLessThan(CASES);
  await second.mailFaults({ quota: { max24HourSend: 50_000, maxSendRate: 1000 } });
  await second.pass("30 minutes");
  const letters = await second.mails({ to: "@x.example" });
  expect(new Set(letters.map(({ to }) => to[0])).size).toBe(CASES);
  const copies = [...copiesOf(letters).values()];
  expect(copies).toHaveLength(CASES);
  expect(Math.max(...copies)).toBeLessThanOrEqual(2);
  expect(copies.filter((count) => count === 2).length, "eight records are in hand at a time").toBeLessThanOrEqual(8);
});
