import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LocalStack } from "../../../infra/local/local-stack.ts";
import { itemsUnder, s3Of, startFixture, steer } from "./fixture.ts";

let stack: LocalStack;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ stack, end } = await startFixture());
});
afterAll(() => end());

const putPhoto = async (name: string): Promise<string[]> => {
  const s3 = s3Of(stack);
  await s3.send(new PutObjectCommand({ Bucket: "fixture-photos", Key: `in/${name}`, Body: "x" }));
  s3.destroy();
  await stack.clock.advance({ advance: "0 seconds" });
  return itemsUnder(stack, `upload#in/${name}`);
};

test("killed before it ran: tried again, the work is done once", async () => {
  await steer(stack, "PUT", "/faults", { function: "Upload", kill: "before" });
  expect(await putPhoto("before.jpg")).toHaveLength(1);
});

test("killed after it ran, before anybody heard: tried again, the work is done twice", async () => {
  await steer(stack, "PUT", "/faults", { function: "Upload", kill: "after" });
  expect(await putPhoto("after.jpg")).toHaveLength(2);
});

test("killed every time: given up after three attempts", async () => {
  await steer(stack, "PUT", "/faults", { function: "Upload", kill: "before", times: 3 });
  expect(await putPhoto("never.jpg")).toHaveLength(0);
  expect((await steer(stack, "GET", "/faults")).body).toEqual([]);
});

test("every event twice, until it is taken back", async () => {
  await steer(stack, "PUT", "/faults", { function: "*", twice: true });
  expect(await putPhoto("twice.jpg")).toHaveLength(2);
  await steer(stack, "DELETE", "/faults");
  expect(await putPhoto("once.jpg")).toHaveLength(1);
});

test("an HTTP caller sees a 500 when its function is killed", async () => {
  await steer(stack, "PUT", "/faults", { function: "Echo", kill: "after" });
  expect([(await fetch(`${stack.url}/cases`)).status, (await fetch(`${stack.url}/cases`)).status]).toEqual([500, 200]);
});

test.each<[Record<string, string>, number, string]>([
  [{ function: "Nobody", kill: "before" }, 404, "a function that does not exist"],
  [{ function: "Echo" }, 400, "nothing that is to go wrong"],
  [{ function: "Echo", kill: "during" }, 400, "a moment that does not exist"],
])("%o → %i: %s", async (asked, status) => {
  expect((await steer(stack, "PUT", "/faults", asked)).status).toBe(status);
});
