import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaint } from "../fixtures/cases.ts";
import { photo as bytesOf } from "../fixtures/photos/photos.ts";
import { type Filed, typeOf, upload } from "../stack/customer.ts";
import { type Evidence, evidenceOf } from "../stack/evidence.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** Photos that are kept: what becomes of the original, what people see of it, and what is noticed about it. */
let demo: TestStack;
let filed: Filed;
let store: Evidence;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
  filed = await demo.file(complaint({ pickupAt: "2026-03-10T12:00:00+08:00" }));
  store = await evidenceOf(demo, filed);
});
afterAll(async () => {
  store.close();
  await demo.close();
});

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const fetched = async (address = ""): Promise<Buffer> => {
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("image/jpeg");
  return Buffer.from(await response.arrayBuffer());
};

test.each([
  { name: "damage-1.jpg", size: [1000, 750] },
  { name: "turned-with-offset.jpg", size: [1000, 750] },
  { name: "door.png", size: [320, 240] },
  { name: "door.webp", size: [1000, 750] },
  { name: "door.heic", size: [1000, 750] },
])("$name is kept: the original to the byte, an upright copy without traces for people", async ({ name, size }) => {
  const bytes = bytesOf(name);
  const { photoId, state, copy, thumbnail } = await demo.photo(filed, 1, bytes, typeOf(name));
  expect(state).toBe("kept");
  const original = await store.read(`original/demo-doors/${filed.caseId}/1/${photoId}`);
  expect(sha256(original)).toBe(sha256(bytes));
  for (const [address, most] of [
    [copy, 1600],
    [thumbnail, 320],
  ] as const) {
    const image = await fetched(address);
    const { width = 0, height = 0, exif, orientation } = await sharp(image).metadata();
    expect(Math.max(width, height)).toBeLessThanOrEqual(most);
    expect(width, "upright").toBeGreaterThan(height);
    expect([exif, orientation]).toEqual([undefined, undefined]);
    if (most === 1600) expect([width, height]).toEqual(size);
  }
});

test("a large photo is shown at 1600 pixels", async () => {
  const large = await sharp({ create: { width: 2400, height: 3200, channels: 3, background: "#884422" } })
    .jpeg()
    .toBuffer();
  const { copy } = await demo.photo(filed, 1, large);
  const { width, height } = await sharp(await fetched(copy)).metadata();
  expect([width, height]).toEqual([1200, 1600]);
});

test("nothing is public: originals and copies open by a signed link, and that for a quarter of an hour", async () => {
  const { photoId, copy = "", thumbnail = "" } = await demo.photo(filed, 1, "damage-4.jpg");
  const original = `${new URL(copy).origin}/${store.bucket}/original/demo-doors/${filed.caseId}/1/${photoId}`;
  const unsigned = [copy, thumbnail].map((address) => address.split("?")[0] ?? "");
  const signedElsewhere = `${original}${new URL(copy).search}`;
  for (const address of [original, signedElsewhere, ...unsigned]) expect((await fetch(address)).status).toBe(403);
  const { text } = await demo.ask("GET", `/v1/demo-doors/cases/${filed.caseId}/tracking`, {
    token: filed.trackingToken,
  });
  expect(text).not.toContain("/original/");
  expect((await fetch(copy)).status).toBe(200);
  await demo.pass("16 minutes");
  expect((await fetch(copy)).status, "the link has run out").toBe(403);
  await fetched((await demo.tracking(filed)).photos[0]?.copy);
});

describe("what a photo says about itself", () => {
  test.each([
    { why: "the camera's own zone", name: "turned-with-offset.jpg", capturedAt: "2026-03-10T15:12:00+08:00" },
    {
      why: "the office's zone where it named none",
      name: "turned-without-offset.jpg",
      capturedAt: "2026-03-10T09:12:00+08:00",
    },
    { why: "nothing that can be a time", name: "impossible-time.jpg", capturedAt: undefined },
    { why: "nothing at all", name: "damage-5.jpg", capturedAt: undefined },
  ])("when it was taken: $why", async ({ name, capturedAt }) => {
    const own = await demo.file(complaint());
    expect((await demo.photo(own, 1, name)).capturedAt).toBe(capturedAt);
  });

  test("taken after the goods were picked up: flagged, and counted all the same", async () => {
    const own = await demo.file(
      complaint({ pickupAt: "2026-03-10T12:00:00+08:00", damages: [{ place: "x", packaging: "intact" }] }),
    );
    expect((await demo.photo(own, 1, "turned-without-offset.jpg")).flags).toEqual([]);
    expect((await demo.photo(own, 1, "turned-with-offset.jpg")).flags).toEqual(["AFTER_PICKUP"]);
    expect((await demo.photo(own, 1, "damage-1.jpg")).flags).toEqual([]);
    expect((await demo.tracking(own)).evidence.complete).toBe(true);
  });

  test("where it was taken is told to nobody", async () => {
    const own = await demo.file(complaint());
    await demo.photo(own, 1, "turned-with-offset.jpg");
    const { text } = await demo.ask("GET", `/v1/demo-doors/cases/${own.caseId}/tracking`, { token: own.trackingToken });
    const staff = await demo.as("manager").get(`/cases/${own.caseId}`);
    for (const said of [text, staff.text]) expect(said).not.toMatch(/latitude|longitude|position/i);
  });
});

describe("the same event again", () => {
  const event = (key: string, size: number) => ({ Records: [{ s3: { object: { key, size } } }] });

  test("twice, and later than others, changes nothing", async () => {
    const own = await demo.file(complaint());
    const names = ["damage-1.jpg", "damage-2.jpg", "truncated.jpg"];
    const keys: string[] = [];
    for (const name of names) {
      const { photoId } = await demo.photo(own, 2, name);
      keys.push(`original/demo-doors/${own.caseId}/2/${photoId}`);
    }
    await demo.pass("2 minutes");
    const [before, view, mails] = [await demo.items(), await demo.tracking(own), await demo.mails({ about: own })];
    for (const key of [...keys].reverse()) {
      await Promise.all([1, 2].map(() => demo.invoke("photo.upload", event(key, 30_000))));
    }
    await demo.pass("2 minutes");
    expect(await demo.items()).toEqual(before);
    expect((await demo.tracking(own)).timeline).toEqual(view.timeline);
    expect(await demo.mails({ about: own })).toEqual(mails);
  });

  test("eight photos at once, each announced twice, are eight", async () => {
    const own = await demo.file(complaint());
    const tickets = await Promise.all(
      ["damage-1.jpg", "damage-2.jpg", "damage-3.jpg", "damage-4.jpg"].flatMap((name) =>
        [1, 2].map(async (damage) => ({
          name,
          ticket: await demo.ticket(own, damage, "image/jpeg", bytesOf(name).length),
        })),
      ),
    );
    const sent = await Promise.all(tickets.map(({ name, ticket }) => upload(ticket, bytesOf(name))));
    expect(sent.map(({ status }) => status)).toEqual(Array(8).fill(204));
    await Promise.all(tickets.map(({ ticket }) => demo.invoke("photo.upload", event(ticket.fields.key ?? "", 30_000))));
    await demo.settled();
    const { photos, evidence: read } = await demo.tracking(own);
    expect(photos.map(({ photoId }) => photoId).sort()).toEqual(tickets.map(({ ticket }) => ticket.photoId).sort());
    expect(read.items.map(({ have }) => have)).toEqual([4, 4]);
  });

  test("after the case is closed: the photo is there, the case as it was", async () => {
    const own = await demo.file(complaint());
    const bytes = bytesOf("damage-6.jpg");
    const late = await demo.ticket(own, 1, "image/jpeg", bytes.length);
    const clerk = demo.as("clerk");
    await clerk.step(own, "accept");
    await clerk.step(own, "reply-plan", { plan: "x" });
    await clerk.step(own, "mark-executed");
    const closed = await clerk.step(own, "close");
    await upload(late, bytes);
    expect(await demo.seen(own, late.photoId)).toMatchObject({ state: "kept" });
    const after = await clerk.see(own);
    expect(after).toMatchObject({ state: closed.state, deadlines: closed.deadlines, facts: closed.facts });
    expect(after.timeline.slice(0, -1)).toEqual(closed.timeline);
  });

  test("a ticket that is used again for other bytes does not change what people see", async () => {
    const own = await demo.file(complaint());
    const first = bytesOf("damage-1.jpg");
    const other = Buffer.concat([bytesOf("damage-4.jpg"), Buffer.alloc(first.length)]).subarray(0, first.length);
    const ticket = await demo.ticket(own, 1, "image/jpeg", first.length);
    await upload(ticket, first);
    const { copy } = await demo.seen(own, ticket.photoId);
    const shown = await fetched(copy);
    expect((await upload(ticket, other)).status).toBe(204);
    await demo.settled();
    const { photos } = await demo.tracking(own);
    expect(photos).toHaveLength(1);
    expect(sha256(await fetched(photos[0]?.copy))).toBe(sha256(shown));
  });
});
