import { describe, expect, test } from "vitest";
import * as z from "zod";
import { linked } from "../../../shared/audit/chain.ts";
import { firstBroken } from "../../../shared/audit/verify.ts";
import { caseOf } from "../../../shared/case/case.ts";
import { readClocks } from "../../../shared/case/clocks.ts";
import { CaseEvent } from "../../../shared/case/event.ts";
import { anonymised, listedFate, nameOf } from "../../../shared/privacy/erase.ts";
import { auditFile } from "../../../shared/record/audit.ts";
import { complaint, photo, rulebook, sh, staff, step } from "../../fixtures/cases.ts";
import { world } from "../../fixtures/worlds.ts";

type Schema = { [name: string]: unknown };

/** Every text of a schema that may be anything, by its place. */
const freeTexts = (schema: Schema, path = ""): string[] => {
  const { type, properties, items, anyOf, oneOf } = schema as {
    type?: string;
    properties?: Record<string, Schema>;
    items?: Schema;
    anyOf?: Schema[];
    oneOf?: Schema[];
  };
  const inner = [...(anyOf ?? []), ...(oneOf ?? [])].flatMap((one) => freeTexts(one, path));
  const named = Object.entries(properties ?? {}).flatMap(([name, one]) => freeTexts(one, `${path}/${name}`));
  const listed = items === undefined ? [] : freeTexts(items, `${path}/0`);
  const bound = ["enum", "const", "pattern", "format", "minLength"].some((word) => word in schema);
  return [...inner, ...named, ...listed, ...(type === "string" && !bound ? [path] : [])];
};

describe("the two lists", () => {
  const kinds = CaseEvent.options.map((option) => {
    const [type = ""] = option.shape.type.values;
    return { type, texts: freeTexts(z.toJSONSchema(option, { io: "input", unrepresentable: "any" }) as Schema) };
  });

  test.each(kinds)("say of every free text of $type whether it stays when a person is erased", ({ type, texts }) => {
    const unsaid = texts.map((path) => nameOf(type, path)).filter((name) => listedFate(name) === undefined);
    expect(unsaid, "add it to STAYS or GOES of shared/privacy/erase.ts").toEqual([]);
  });

  test("the look into the schemas finds them", () => {
    expect(kinds.find(({ type }) => type === "noted")?.texts).toContain("/text");
    expect(kinds.find(({ type }) => type === "received")?.texts).toContain("/contact/phone");
  });
});

const { policy } = rulebook();
const clerk = staff("afterSales", "operationsDirector");
const director = staff("operationsDirector");

/** A whole life, with everything in it that somebody typed. */
const life = async () => {
  const w = await world();
  const told = { ...complaint(), contact: { name: "PERSON-name", email: "person@mail.example", phone: "13800138000" } };
  await w.file({ ...told, description: "PERSON-description" });
  const say = (command: Parameters<typeof w.command>[0]) => w.command(command, clerk);
  await say(step("accept", {}, "PERSON-key"));
  const position = { latitude: 30.2741, longitude: 120.1551 };
  await w.photo({ is: "kept", photo: { ...photo(1, 1, "a", sh("2026-03-09 15:00")), position } });
  await say({ do: "note", text: "PERSON-note" });
  await say({ do: "requestExtension", clock: "plan", newDue: "2026-03-20", reason: "PERSON-reason" });
  await w.command({ do: "decideExtension", extension: "plan-1", approve: true, remark: "PERSON-remark" }, director);
  await say(step("reply-plan", { plan: "PERSON-plan" }));
  await say(step("mark-executed", { result: "PERSON-result" }));
  await say(step("close", { closingNote: "PERSON-closing" }));
  return w.load();
};

describe("an erased timeline", async () => {
  const record = await life();
  const salt = record.salt ?? "";
  const gone = anonymised(policy, record.timeline, salt);
  const without = { ...record, timeline: gone, salt: "00".repeat(16) };

  test("names nobody outside and repeats no word that was typed", () => {
    expect(JSON.stringify(record.timeline)).toMatch(/PERSON-.*person@/s);
    const left = JSON.stringify(gone);
    expect(left).not.toMatch(/PERSON|person@|13800138000|30\.2741/);
  });

  test("proves itself without the salt, and finds what is altered in it", () => {
    expect(firstBroken(auditFile(without, "2026-03-001"))).toBeUndefined();
    const [first, second, ...rest] = gone;
    const later = { ...second!, at: sh("2026-03-11 00:00") };
    expect(firstBroken(auditFile({ ...without, timeline: [first!, later, ...rest] }, "x"))).toMatchObject({ index: 1 });
    const other = { ...first!, answers: { ...(first as { answers: object }).answers, category: "1-1" } } as CaseEvent;
    expect(firstBroken(auditFile({ ...without, timeline: [other, second!, ...rest] }, "x"))).toMatchObject({
      index: 0,
    });
  });

  test("still counts: category, state, photos, clocks and extensions are as they were", () => {
    const [was, is] = [record.timeline, gone].map((timeline) => caseOf(policy, timeline));
    expect(is?.facts.category).toBe(was?.facts.category);
    expect([is?.state, is?.closedAt, is?.number]).toEqual([was?.state, was?.closedAt, was?.number]);
    expect(is?.photos.map(({ sha256, capturedAt }) => [sha256, capturedAt])).toEqual(
      was?.photos.map(({ sha256, capturedAt }) => [sha256, capturedAt]),
    );
    const now = sh("2026-04-01 00:00");
    expect(readClocks(rulebook(), is!, now)).toEqual(readClocks(rulebook(), was!, now));
  });

  test("keeps who of the staff did it: the audit's question is answered", () => {
    expect(gone.slice(1).map(({ by }) => by)).toEqual(record.timeline.slice(1).map(({ by }) => by));
  });

  test("erased again is the same, whatever the salt is by then", () => {
    expect(anonymised(policy, gone, "11".repeat(16))).toEqual(gone);
  });

  test("goes on being written: what follows is linked to what was", () => {
    const note: CaseEvent = { type: "noted", at: sh("2026-05-01 00:00"), by: clerk, text: "later" };
    const timeline = linked(record, [...gone, note], "00".repeat(16));
    expect(firstBroken(auditFile({ ...without, timeline }, "x"))).toBeUndefined();
  });
});
