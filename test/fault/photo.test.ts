import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { takeUpload } from "../../shared/runtime/uploaded.ts";
import { complaint } from "../fixtures/cases.ts";
import { photo as bytesOf } from "../fixtures/photos/photos.ts";
import { must } from "../stack/call.ts";
import { type Filed, upload } from "../stack/customer.ts";
import { type Evidence, evidenceOf } from "../stack/evidence.ts";
import { type Inside, inside, killed } from "../stack/inside.ts";
import { functionOf, openTest, type TestStack } from "../stack/stack.ts";

/** The function that looks at photos, killed on its way and called again. */
let demo: TestStack;
let filed: Filed;
let store: Evidence;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
  store = await evidenceOf(demo, await demo.file(complaint()));
});
afterAll(async () => {
  store.close();
  await demo.close();
});
beforeEach(async () => {
  must(await demo.ask("DELETE", "/_local/faults"), 200);
  filed = await demo.file(complaint());
});

const timeline = async () => (await demo.as("manager").see(filed)).timeline.map(({ what }) => what);

describe.each([
  { name: "damage-1.jpg", state: "kept", line: "Photo kept" },
  { name: "truncated.jpg", state: "refused", line: "Photo refused" },
])("$name", ({ name, state, line }) => {
  test.each([
    ["before it began, twice", { kill: "before", times: 2 }],
    ["after all was done and before anybody heard of it, twice", { kill: "after", times: 2 }],
    ["not at all, but the event came twice", { twice: true }],
  ])("killed %s", async (_why, fault) => {
    const { id } = functionOf(demo.stack, "photo.upload");
    must(await demo.ask("PUT", "/_local/faults", { body: { function: id, ...fault } }), 200);
    expect(await demo.photo(filed, 1, name)).toMatchObject({ state });
    await demo.settled();
    expect(await timeline()).toEqual(["Received", line]);
  });
});

describe("killed between two steps, and the event delivered again", () => {
  type Bend = (ports: Inside, die: () => Promise<never>) => Inside;
  const steps: Record<string, Bend> = {
    "before it has read the photo": (ports, die) => ({ ...ports, photos: { ...ports.photos, read: die } }),
    "before the copies are stored": (ports, die) => ({ ...ports, photos: { ...ports.photos, derive: die } }),
    "before the case knows": (ports, die) => ({ ...ports, records: { ...ports.records, save: die } }),
    "before it is put aside": (ports, die) => ({ ...ports, photos: { ...ports.photos, quarantine: die } }),
  };
  const cases = Object.keys(steps).flatMap((step) =>
    [
      { name: "damage-1.jpg", state: "kept" },
      { name: "svg.jpg", state: "refused" },
    ]
      // a photo that is kept is never put aside, one that is refused has no copies
      .filter(({ state }) =>
        state === "kept" ? step !== "before it is put aside" : step !== "before the copies are stored",
      )
      .map((one) => ({ ...one, step })),
  );

  test.each(cases)("$step: $name is $state, once", async ({ step, name, state }) => {
    const photoId = "photo_00000000000000000000000000";
    const key = `original/demo-doors/${filed.caseId}/1/${photoId}`;
    const bytes = bytesOf(name);
    await store.put(`elsewhere/${name}`, bytes); // announced to nobody: here the test itself is the function's first run
    const ports = inside(demo, store.bucket);
    const read = () => ports.photos.read(`elsewhere/${name}`);
    await new Promise<void>((dead) => {
      const die = () => {
        dead();
        return killed<never>();
      };
      const bend = steps[step] ?? expect.unreachable(step);
      const quarantine = async () => undefined;
      void takeUpload(bend({ ...ports, photos: { ...ports.photos, read, quarantine } }, die), key, bytes.length);
    });
    await store.put(key, bytes);
    const seen = await demo.seen(filed, photoId);
    expect(seen.state).toBe(state);
    await demo.settled();
    expect(await timeline()).toEqual(["Received", state === "kept" ? "Photo kept" : "Photo refused"]);
    if (state === "kept") expect((await fetch(seen.copy ?? "")).status).toBe(200);
    else expect(await store.keys(`quarantine/original/demo-doors/${filed.caseId}/`)).toEqual([`quarantine/${key}`]);
  });
});

test("uploaded while the function dies every time it is called: given up at last, and not lost", async () => {
  const { id } = functionOf(demo.stack, "photo.upload");
  must(await demo.ask("PUT", "/_local/faults", { body: { function: id, kill: "before", times: 3 } }), 200);
  const bytes = bytesOf("damage-1.jpg");
  const ticket = await demo.ticket(filed, 1, "image/jpeg", bytes.length);
  await upload(ticket, bytes);
  await demo.settled();
  expect((await demo.tracking(filed)).photos).toEqual([]);
  expect(Buffer.from(await store.read(ticket.fields.key ?? "")).equals(bytes)).toBe(true);
  await demo.invoke("photo.upload", { Records: [{ s3: { object: { key: ticket.fields.key, size: bytes.length } } }] });
  expect((await demo.tracking(filed)).photos).toMatchObject([{ state: "kept" }]);
});
