import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Provable } from "../../../shared/audit/audit.ts";
import { headOf, leafDigest, leafSalt, linked } from "../../../shared/audit/chain.ts";
import type { AuditFile } from "../../../shared/audit/file.ts";
import { firstBroken, vouchedFor } from "../../../shared/audit/verify.ts";

type Told = Provable & Readonly<Record<string, unknown>>;

const of = { kind: "case", org: "acme-doors", id: "case_1", number: "2026-03-001" };
const salt = "5a".repeat(16);
const at = "2026-03-10T01:30:00.000Z";
const by = { kind: "staff", sub: "clerk", name: "陈经理", roles: ["afterSales"] };

const note = (n: number): Told => ({ type: "noted", at, by, text: `note ${n}` });
const received: Told = {
  type: "received",
  at,
  by: { kind: "reporter" },
  number: of.number,
  contact: { name: "Chen", email: "chen@dealer.example", phone: "13800138000" },
  answers: { description: "a dent", category: "2-1", quantity: 2, urgent: true },
  damages: [{ place: "left leaf" }, {}],
};
const timeline = [received, ...Array.from({ length: 6 }, (_, n) => note(n))];

const fileOf = (events: readonly Told[]): AuditFile => {
  const chain = linked(of, events, salt);
  return {
    format: "aftercare-audit/1",
    case: of,
    policy: { id: "door", version: 1, hash: "h" },
    salt,
    count: chain.length,
    head: headOf(of, chain),
    events: chain,
  };
};
const altered = (file: AuditFile, events: readonly Told[]): AuditFile => ({ ...file, events: [...events] });
const file = fileOf(timeline);
const whatOf = (events: readonly Told[]) => {
  const { index, what } = firstBroken(altered(file, events)) ?? { index: -1, what: "holds" };
  return [index, what];
};

describe("a chain as it was written", () => {
  test("holds", () => {
    expect(firstBroken(file)).toBeUndefined();
  });
  test("has the same links after it went through a store, whatever the order of its fields", () => {
    const backwards = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(backwards)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .map(([name, inner]) => [name, backwards(inner)])
                .reverse(),
            )
          : value;
    const stored = JSON.parse(JSON.stringify(file.events.map(backwards)));
    expect(firstBroken(altered(file, stored))).toBeUndefined();
  });
  test("of another record is another chain", () => {
    expect(firstBroken({ ...file, case: { ...of, id: "case_2" } })).toMatchObject({ index: 0, what: "changed" });
  });
  test("grows without touching what is there, also when the first part was stored before there were links", () => {
    const half = linked(of, timeline.slice(0, 3), salt);
    expect(linked(of, [...half, ...timeline.slice(3)], salt)).toEqual(file.events);
    expect(linked(of, timeline, salt)).toEqual(file.events);
  });
  test("tells nothing of its content: without the salt equal words have unlike digests", () => {
    expect(leafDigest(leafSalt(salt, 1, "/text"), "yes")).not.toBe(leafDigest(leafSalt(salt, 2, "/text"), "yes"));
    expect(leafDigest(leafSalt(salt, 1, "/text"), "yes")).not.toBe(leafDigest(leafSalt("00", 1, "/text"), "yes"));
  });
});

describe("the first broken link names what was done", () => {
  const { events } = file;
  const swapped = [...events.slice(0, 2), events[3]!, events[2]!, ...events.slice(4)];
  const rolled = [...events.slice(0, 2), events[5]!, ...events.slice(2, 5), ...events.slice(6)];
  const forged = { ...note(99), link: "f".repeat(64) };
  test.each([
    { why: "a word", events: events.with(3, { ...events[3]!, text: "note 7" }), is: [3, "changed"] },
    { why: "the first", events: events.with(0, { ...events[0]!, number: "2026-03-009" }), is: [0, "changed"] },
    { why: "the last", events: events.with(6, { ...events[6]!, text: "" }), is: [6, "changed"] },
    {
      why: "when it was",
      events: events.with(2, { ...events[2]!, at: "2026-03-09T00:00:00.000Z" }),
      is: [2, "changed"],
    },
    { why: "what it was", events: events.with(2, { ...events[2]!, type: "step" }), is: [2, "changed"] },
    { why: "who it was", events: events.with(2, { ...events[2]!, by: { ...by, name: "Li" } }), is: [2, "changed"] },
    { why: "a field more", events: events.with(2, { ...events[2]!, key: "k" }), is: [2, "changed"] },
    {
      why: "a field less",
      events: events.with(2, { type: "noted", at, by, link: events[2]!.link }),
      is: [2, "changed"],
    },
    {
      why: "a number as a text",
      events: events.with(0, { ...events[0]!, answers: { quantity: "2" } }),
      is: [0, "changed"],
    },
    { why: "its link", events: events.with(4, { ...events[4]!, link: "0".repeat(64) }), is: [4, "changed"] },
    { why: "one in the middle gone", events: events.toSpliced(3, 1), is: [3, "removed"] },
    { why: "two gone", events: events.toSpliced(2, 2), is: [2, "removed"] },
    { why: "the first gone", events: events.toSpliced(0, 1), is: [0, "removed"] },
    { why: "the last gone", events: events.slice(0, -1), is: [6, "removed"] },
    { why: "the one before the last gone", events: events.toSpliced(5, 1), is: [5, "removed"] },
    { why: "one put in", events: events.toSpliced(4, 0, forged), is: [4, "inserted"] },
    { why: "one put in that carries no link", events: events.toSpliced(4, 0, note(99)), is: [4, "inserted"] },
    { why: "one put in behind the last", events: [...events, forged], is: [7, "inserted"] },
    { why: "one told twice", events: events.toSpliced(4, 0, events[2]!), is: [4, "inserted"] },
    { why: "two swapped", events: swapped, is: [2, "order"] },
    { why: "a late one told early", events: rolled, is: [2, "order"] },
  ])("$why: $is", ({ events: told, is }) => {
    expect(whatOf(told)).toEqual(is);
  });

  test("any one value of any one event that is altered breaks at that event", () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean());
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), fc.nat(), value, (values, nth, other) => {
        const place = nth % values.length;
        fc.pre(JSON.stringify(values[place]) !== JSON.stringify(other));
        const own = fileOf(values.map((text) => ({ type: "noted", at, by, text })));
        expect(firstBroken(own)).toBeUndefined();
        const told = own.events.with(place, { ...own.events[place]!, text: other });
        expect(firstBroken(altered(own, told))).toMatchObject({ index: place, what: "changed" });
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is taken away", () => {
  const without = (path: string, gone: Told) => {
    const withheld = { [path]: leafDigest(leafSalt(salt, 0, path), "13800138000") };
    return altered(fileOf(timeline), [{ ...gone, link: file.events[0]!.link, withheld }, ...file.events.slice(1)]);
  };
  const { phone: _phone, ...contact } = received.contact as Record<string, string>;
  test("leaves its digest, and the chain holds: emptied or left out", () => {
    expect(firstBroken(without("/contact/phone", { ...received, contact }))).toBeUndefined();
    const empty = { ...received, contact: { ...contact, phone: "" } };
    expect(firstBroken(without("/contact/phone", empty))).toBeUndefined();
  });
  test("cannot be put back as something else, nor moved", () => {
    const other = without("/contact/phone", { ...received, contact });
    const [first, ...rest] = other.events;
    expect(firstBroken(altered(other, [{ ...first!, withheld: {} }, ...rest]))).toMatchObject({ index: 0 });
    expect(firstBroken(without("/contact/name", { ...received, contact }))).toMatchObject({ index: 0 });
  });
  test("and a value that stays holds by its own salt when the record's is gone", () => {
    const events = linked(of, [note(0)], salt);
    const salts = Object.fromEntries(
      ["/text", "/by/sub", "/by/name", "/by/roles/0"].map((path) => [path, leafSalt(salt, 0, path)]),
    );
    const { salt: _gone, ...own } = fileOf([note(0)]);
    expect(firstBroken(own)).toMatchObject({ index: 0 });
    expect(firstBroken(altered(own, [{ ...events[0]!, salts }]))).toBeUndefined();
    const lied = altered(own, [{ ...events[0]!, salts, text: "note 1" }]);
    expect(firstBroken(lied)).toMatchObject({ index: 0, what: "changed" });
  });
});

describe("an anchor", () => {
  const name = "case/acme-doors/case_1";
  const anchor = (events: number, head = file.events[events - 1]!.link!) => ({
    format: "aftercare-anchor/1" as const,
    date: "2026-03-10",
    previous: null,
    heads: { [name]: { events, head } },
  });
  test("vouches for what was there that day, however the case went on", () => {
    expect(vouchedFor(file, anchor(7))).toEqual({ is: "held" });
    expect(vouchedFor(file, anchor(3))).toEqual({ is: "held" });
  });
  test("finds a timeline that was written anew, with good links of its own", () => {
    const anew = fileOf(timeline.with(1, note(42)));
    expect(firstBroken(anew)).toBeUndefined();
    expect(vouchedFor(anew, anchor(7))).toMatchObject({ is: "differs" });
    expect(vouchedFor(fileOf(timeline.slice(0, 5)), anchor(7))).toMatchObject({ is: "differs", found: undefined });
  });
  test("says nothing of a case that it does not name", () => {
    expect(vouchedFor(file, { ...anchor(7), heads: {} })).toEqual({ is: "not-in-anchor" });
  });
});
