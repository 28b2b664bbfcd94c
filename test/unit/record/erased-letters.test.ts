import { expect, test } from "vitest";
import { plusMs } from "../../../shared/kernel/instant.ts";
import { retire } from "../../../shared/record/erase.ts";
import type { OutboxEntry } from "../../../shared/record/outbox.ts";
import { wakeCase } from "../../../shared/record/wake.ts";
import { sh, staff, step } from "../../fixtures/cases.ts";
import { postOffice, target, world } from "../../fixtures/worlds.ts";

/** Letters of a closed case whose mail service is away, and whose erasure is ordered and due. */
const erasable = async () => {
  const office = postOffice(() => ({ is: "later", why: "away" }));
  const w = await world(undefined, { office });
  await w.file();
  const say = (command: Parameters<typeof w.command>[0]) =>
    w.command(command, staff("afterSales", "operationsDirector", "privacyOfficer"));
  await say(step("accept"));
  await say(step("reply-plan", { plan: "a new leaf" }));
  await say(step("mark-executed", { result: "fitted" }));
  await say(step("close", { closingNote: "thank you" }));
  const done = await say({ do: "erase", reason: "asked" });
  expect(done).toMatchObject({ ok: true, value: { current: { erasure: { how: "anonymise" } } } });
  await w.tick();
  w.clock.set(plusMs(sh("2026-03-10 09:30"), 2 * 3_600_000));
  const deps = { ...w.deps, removePhotos: async () => undefined, newSalt: () => "00".repeat(16) };
  return { w, deps };
};

const ended = (outbox: readonly OutboxEntry[], to: string) =>
  outbox.filter((entry) => entry.to === to).map(({ state }) => (state.is === "notSent" ? state.why : state.is));
const ERASED = "the recipient's personal data was erased";

test("a letter that is under way while its person is erased, and does not get through, is not tried again", async () => {
  const { w, deps } = await erasable();
  let erased = 0;
  const post: typeof deps.post = async () => {
    await retire(deps, target());
    erased += 1;
    return { is: "later", why: "away" };
  };
  await wakeCase({ ...deps, post }, target());
  expect(erased).toBeGreaterThan(0);
  const said = ended((await w.load()).outbox, "reporter");
  expect(said.length).toBeGreaterThan(0);
  expect(new Set(said)).toEqual(new Set([ERASED]));
  expect(w.letters).toEqual([]);
});

test("a letter to whoever outside holds a copy does not leave either: their address is gone as well", async () => {
  const { w, deps } = await erasable();
  const record = await w.load();
  const copy: OutboxEntry = {
    id: "0-copy-sheet-1",
    template: "copy",
    to: "holder",
    copy: { form: "sheet", n: 1 },
    about: 0,
    owedAt: sh("2026-03-10 10:00"),
    state: { is: "waiting", attempts: 0 },
  };
  expect(await w.deps.records.save({ ...record, outbox: [...record.outbox, copy] })).toBe("saved");
  await retire(deps, target());
  expect(ended((await w.load()).outbox, "holder")).toEqual([ERASED]);
});
