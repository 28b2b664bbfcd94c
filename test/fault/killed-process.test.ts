import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
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
  const copies = new Map<string, number>();
  for (const { to } of letters) copies.set(to[0] ?? "", (copies.get(to[0] ?? "") ?? 0) + 1);
  expect(copies.size).toBe(SUBMISSIONS);
  expect([...copies].filter(([, count]) => count !== 1)).toEqual([]);
});
