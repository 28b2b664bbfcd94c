import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "../../shared/api/problem.ts";
import { complaint } from "../fixtures/cases.ts";
import { photo as bytesOf } from "../fixtures/photos/photos.ts";
import { type Filed, plainComplaint, typeOf, upload } from "../stack/customer.ts";
import { type Evidence, evidenceOf } from "../stack/evidence.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** Photos that are not kept: each says why, and nothing that was sent is thrown away. */
let demo: TestStack;
let filed: Filed;
let store: Evidence;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
  filed = await demo.file(complaint());
  store = await evidenceOf(demo, filed);
});
afterAll(async () => {
  store.close();
  await demo.close();
});

const PHOTO = "photo_00000000000000000000000000";
const MB = 1024 * 1024;

test.each([
  { why: "a drawing with a photo's name", name: "svg.jpg", code: "not-an-image", says: /no photo/ },
  { why: "a page with a photo's name", name: "html.jpg", code: "not-an-image", says: /no photo/ },
  { why: "a GIF", name: "door.gif", code: "not-an-image", says: /JPEG, PNG, WebP or HEIC/ },
  { why: "a photo that broke off", name: "truncated.jpg", code: "truncated", says: /send it again/ },
  {
    why: "900 megapixels in a small file",
    name: "bomb.png",
    code: "too-many-pixels",
    says: /900 megapixels, at most 60/,
  },
])("$why is refused with a reason and put aside; the customer reads it on the page", async ({ name, code, says }) => {
  const own = await demo.file(complaint());
  const seen = await demo.photo(own, 1, bytesOf(name), typeOf(name));
  expect(seen).toMatchObject({ state: "refused", refusal: { code, says: expect.stringMatching(says) } });
  expect(seen.copy).toBeUndefined();
  const chinese = (await demo.tracking(own, "zh-CN")).photos[0]?.refusal?.says;
  expect(chinese).toMatch(/\p{Script=Han}/u);
  expect((await demo.tracking(own)).evidence.items[0]?.have).toBe(0);

  await demo.settled();
  const key = `original/demo-doors/${own.caseId}/1/${seen.photoId}`;
  expect(Buffer.from(await store.read(`quarantine/${key}`)).equals(bytesOf(name))).toBe(true);
  expect(Buffer.from(await store.read(key)).equals(bytesOf(name)), "the original stays as well").toBe(true);
  expect(await store.keys(`derived/demo-doors/${own.caseId}/`)).toEqual([]);

  const page = await demo.ask("GET", `/demo-doors/case/${own.caseId}/${own.trackingToken}`);
  expect(page.text.match(says)).not.toBeNull();
});

test("photos that were refused do not stop the letter that asks for the missing ones", async () => {
  const own = await demo.file(complaint({ damages: [{ place: "x", packaging: "intact" }] }));
  for (const name of ["damage-1.jpg", "truncated.jpg", "html.jpg"]) await demo.photo(own, 1, name);
  await demo.pass("29 minutes");
  const asked = async () =>
    (await demo.mails({ to: "chen@", about: own })).filter(({ subject }) => /photo/i.test(subject));
  expect(await asked(), "not while photos may still be coming").toEqual([]);
  await demo.pass("2 minutes");
  expect((await asked()).map(({ text }) => /item 1[^\n]*2/i.test(text))).toEqual([true]);
});

describe("what came without a ticket of ours", () => {
  const refusalOf = async (own: Filed) => (await demo.tracking(own)).photos.map(({ refusal }) => refusal?.code);

  test("more than 20 MB", async () => {
    const own = await demo.file(complaint());
    await store.put(`original/demo-doors/${own.caseId}/1/${PHOTO}`, new Uint8Array(20 * MB + 1));
    await demo.settled();
    expect(await refusalOf(own)).toEqual(["too-large"]);
  });

  test("no bytes at all", async () => {
    const own = await demo.file(complaint());
    await store.put(`original/demo-doors/${own.caseId}/1/${PHOTO}`, bytesOf("empty.jpg"));
    await demo.settled();
    expect(await refusalOf(own)).toEqual(["empty"]);
  });

  test("for a damage that the form does not describe", async () => {
    const own = await demo.file(complaint());
    await store.put(`original/demo-doors/${own.caseId}/3/${PHOTO}`, bytesOf("damage-1.jpg"));
    await demo.settled();
    expect(await refusalOf(own)).toEqual(["unknown-damage"]);
  });

  test.each([
    ["a case that is not there", `original/demo-doors/case_00000000000000000000000000/1/${PHOTO}`],
    ["a company that is not there", `original/nobody/case_00000000000000000000000000/1/${PHOTO}`],
    ["no case at all", "original/holiday.jpg"],
    ["a damage beyond counting", `original/demo-doors/case_00000000000000000000000000/007/${PHOTO}`],
    ["a name with spaces, a plus and Chinese", "original/我的 照片+1 (2).jpg"],
  ])("under the key of %s: put aside, and no record is touched", async (_why, key) => {
    const before = await demo.items();
    const bytes = bytesOf("damage-2.jpg");
    await store.put(key, bytes);
    await demo.settled();
    expect(Buffer.from(await store.read(`quarantine/${key}`)).equals(bytes)).toBe(true);
    expect(await demo.items()).toEqual(before);
  });
});

describe("a ticket", () => {
  const one = { damage: 1, type: "image/jpeg", size: 1000 };
  test.each([
    ["more than 20 MB", [{ ...one, size: 20 * MB + 1 }], ["/photos/0/size"]],
    ["nothing", [{ ...one, size: 0 }], ["/photos/0/size"]],
    ["half a byte", [{ ...one, size: 1.5 }], ["/photos/0/size"]],
    ["a GIF", [one, { ...one, type: "image/gif" }], ["/photos/1/type"]],
    [
      "a damage that the form does not describe",
      [one, { ...one, damage: 3 }, { ...one, damage: 99 }],
      ["/photos/1/damage", "/photos/2/damage"],
    ],
    ["a damage below nought", [{ ...one, damage: -1 }], ["/photos/0/damage"]],
    ["no photo", [], ["/photos"]],
    ["51 photos", Array(51).fill(one), ["/photos"]],
    ["a name of the sender's own", [{ ...one, key: "original/x" }], ["/photos/0/key"]],
  ])("is not given for %s", async (_why, photos, paths) => {
    const answer = await demo.tryTickets(filed, photos);
    expect(answer.status).toBe(400);
    expect(Problem.parse(answer.body).fields?.map(({ path }) => path)).toEqual(paths);
  });

  test("is given for 20 MB exactly, and for the case as a whole", async () => {
    expect((await demo.tryTickets(filed, [{ ...one, damage: 0, size: 20 * MB }])).status).toBe(201);
  });

  test("is not given for a closed case", async () => {
    const own = await demo.file(plainComplaint());
    const clerk = demo.as("clerk");
    for (const step of ["accept", "reply-plan", "mark-executed", "close"]) {
      await clerk.step(own, step, step === "reply-plan" ? { plan: "x" } : {});
    }
    const answer = await demo.tryTickets(own, [{ ...one, damage: 0 }]);
    expect([answer.status, Problem.parse(answer.body).code]).toEqual([409, "case-closed"]);
  });

  test.each([
    ["a byte more", (fields: Record<string, string>) => ({ fields, extra: 1 }), 400],
    ["a byte less", (fields: Record<string, string>) => ({ fields, extra: -1 }), 400],
    [
      "another type",
      (fields: Record<string, string>) => ({ fields: { ...fields, "Content-Type": "text/html" }, extra: 0 }),
      403,
    ],
    [
      "another key",
      (fields: Record<string, string>) => ({ fields: { ...fields, key: `${fields.key}x` }, extra: 0 }),
      403,
    ],
    ["no signature", ({ "X-Amz-Signature": _, ...fields }: Record<string, string>) => ({ fields, extra: 0 }), 403],
  ])("lets nothing else in: %s", async (_why, bend, status) => {
    const bytes = bytesOf("damage-1.jpg");
    const { url, fields } = await demo.ticket(filed, 1, "image/jpeg", bytes.length);
    const { fields: bent, extra } = bend(fields);
    const sent = Buffer.concat([bytes, Buffer.alloc(1)]).subarray(0, bytes.length + extra);
    const answer = await upload({ url, fields: bent }, sent);
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining("<Error>")]);
    expect(await store.keys(`original/demo-doors/${filed.caseId}/`)).toEqual([]);
  });

  test("runs out after half an hour", async () => {
    const bytes = bytesOf("damage-1.jpg");
    const ticket = await demo.ticket(filed, 1, "image/jpeg", bytes.length);
    await demo.pass("31 minutes");
    expect((await upload(ticket, bytes)).status).toBe(403);
  });
});
