import { describe, expect, test } from "vitest";
import { CivilDate } from "../../../shared/calendar/civil-date.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import { compiled } from "../../../shared/record/reports/compile.ts";
import type { Unit } from "../../../shared/report/author.ts";
import type { ReportDocument } from "../../../shared/report/document.ts";
import { entriesSection } from "../../../shared/report/entries.ts";
import { tableIn } from "../../../shared/report/shown.ts";
import { sh } from "../../fixtures/cases.ts";
import { putCampaign, putCase, putEntry, putInspection } from "../../fixtures/report-data.ts";
import { miscounted, reporting } from "../../fixtures/reports.ts";
import { ACME } from "../../fixtures/worlds.ts";

type World = Awaited<ReturnType<typeof reporting>>;

const NOW = sh("2026-12-01 10:00");
const unit = (id: string, zh: string, en: string): Unit => ({ id, title: { "zh-CN": zh, en }, role: `${id}People` });
const NORTH = unit("north", "北区", "North department");
const SOUTH = unit("south", "南区", "South department");

const contentOf = async (world: World, schedule: string, period: string, of?: Unit): Promise<ReportDocument> => {
  const { document } = await compiled(world.deps, await world.report(schedule, period, of), world.clock.now());
  expect(miscounted(document)).toEqual([]);
  return document;
};

/** The lines of a table of a content. */
const rowsOf = ({ lines }: ReportDocument, id: string) => {
  const table = lines.flatMap(({ tables }) => tables).find((one) => one.id === id);
  return tableIn(table ?? expect.unreachable(`no table ${id}`), "en").rows;
};
const notesOf = ({ lines }: ReportDocument): readonly string[] =>
  lines.flatMap(({ notes }) => notes.map((one) => one.en));

const owe = (
  { rows, policy }: World,
  schedule: string,
  day: string,
  state: World["rows"][number]["state"],
  [due, doneAt]: readonly [Instant, Instant?],
): void => {
  const id = `${day}-1.${schedule}`;
  rows.push({ org: ACME, object: `@${policy.id}`, id, schedule, day: CivilDate.parse(day), state, due, doneAt });
};

describe("duties", () => {
  test("AS-123 GSQ-10 a month with routine checks only names the modes that are missing, and what was not done", async () => {
    const world = await reporting("guest-service-quality", NOW);
    for (const day of ["09", "10", "11"]) {
      const due = sh(`2026-11-${day} 23:59`);
      owe(world, "daily-assessment", `2026-11-${day}`, day === "10" ? "MISSED" : "DONE", [due, sh("2026-11-10 08:00")]);
      owe(world, "routine-check", `2026-11-${day}`, "DONE", [due, due]);
    }
    owe(world, "surprise-check", "2026-11-30", "PLANNED", [sh("2026-11-30 18:00")]);
    owe(world, "special-check", "2026-10-31", "DONE", [sh("2026-10-31 18:00")]);
    await putInspection(world, "r", { schedule: "routine-check", at: sh("2026-11-09 10:00") });
    const document = await contentOf(world, "monthly-summary", "2026-11");
    expect(rowsOf(document, "duties").map(([, ...n]) => n.join(" "))).toEqual([
      "3 1 1 1 0 0", // the daily assessment: that of the ninth a day late, that of the tenth missed
      "3 0 3 0 0 0", // done at the very due is late
      "1 0 0 1 0 0", // past its due and open is missed, whether or not the clock has said so yet
      "0 0 0 0 0 0", // the special check of October is not November's
      "0 0 0 0 0 0",
      "7 1 4 2 0 0",
    ]);
    expect(notesOf(document)).toContainEqual("Not made in this period: Surprise check, Special check, Covert check.");
  });

  test("RES-08 visits that were waived or signed stand apart, and a frequency that is not stated is said to be none", async () => {
    const world = await reporting("residents-complaints", sh("2027-01-05 10:00"));
    owe(world, "home-visits", "2026-06-30", "WAIVED", [sh("2026-06-30 23:00")]);
    owe(world, "home-visits", "2026-03-31", "SIGNED", [sh("2026-03-31 23:00"), sh("2026-03-01 10:00")]);
    const document = await contentOf(world, "yearly-visit-assessment", "2026");
    expect(rowsOf(document, "duties").map(([, ...n]) => n.join(" "))).toEqual([
      "2 1 0 0 1 0",
      "0 0 0 0 0 0",
      "2 1 0 0 1 0",
    ]);
    const none = await contentOf(await reporting("business-expo-management", NOW), "plan-check", "2026-Q3");
    expect(notesOf(none).join(" ")).toContain("Without a stated frequency, and not counted");
  });
});

test("entries are counted by register, with the exact sums of their figures, and what was struck out adds nothing", async () => {
  const world = await reporting("industrial-park-property", NOW);
  const inputs = (await world.report("month-end-report", "2026-11")).schedule.duty.inputs;
  expect(inputs).toContain("vacant-unit-record");
  await putEntry(world, 1, "vacant-unit-record", sh("2026-11-02 10:00"));
  await putEntry(world, 2, "vacant-unit-record", sh("2026-12-01 09:00"));
  await putEntry(world, 3, "newspaper-register", sh("2026-11-02 10:00"));
  const document = await contentOf(world, "month-end-report", "2026-11");
  expect(rowsOf(document, "entries").map(([, ...n]) => n.join(" "))).toEqual(["1 0 1 0 0"]);
  const form = world.policy.forms.find(({ id }) => id === "newspaper-register");
  if (form?.entries === undefined) return expect.unreachable("a register");
  const written = ([0.1, 0.2, 1e21] as const).map((quantity, n) => ({
    ...{ id: `${n}`, form: form.id, writtenAt: sh("2026-11-02 10:00"), answers: { quantity } },
    is: n === 2 ? ("void" as const) : ("complete" as const),
  }));
  const section = entriesSection([{ ...form, entries: form.entries }], written, false);
  expect(section.tables[1]?.rows.map((row) => row.slice(2))).toMatchObject([[{ n: 2 }, { says: { en: "0.3" } }]]);
});

test("PRV-17 PRV-22 a survey of the stretch says how many were asked and answered, and with what they were satisfied", async () => {
  const world = await reporting("project-return-visit", sh("2027-01-10 10:00"));
  const [from, to] = [CivilDate.parse("2026-10-12"), CivilDate.parse("2026-11-20")];
  await putCampaign(world, 1, "satisfaction", [from, to]);
  await putCampaign(world, 2, "opinion-request", [from, to]);
  await putCampaign(world, 3, "satisfaction", [CivilDate.parse("2025-10-12"), CivilDate.parse("2025-11-20")]);
  const document = await contentOf(world, "satisfaction-report", "2026");
  expect(rowsOf(document, "campaigns")).toEqual([["Survey 1", "8", "4", "50.0 %", "analysed", "10"]]);
  expect(rowsOf(document, "questions").at(-1)).toEqual(["Survey 1", expect.any(String), "4", "3", "75.0 %"]);
});

describe("CQS-02 a department's own report", () => {
  const opened = async () => {
    const world = await reporting("company-quality-supervision", NOW, { units: { departmentHead: [NORTH, SOUTH] } });
    const at = (day: number): Instant => sh(`2026-11-0${day} 10:00`);
    await putCase(world, 1, { at: at(1), facts: { n: "1", department: " north DEPARTMENT " } });
    await putCase(world, 2, { at: at(2), facts: { n: "2", department: "南区" }, by: NORTH.role });
    await putCase(world, 3, { at: at(3), facts: { n: "3" }, by: NORTH.role, closedAt: sh("2026-11-05 10:00") });
    await putCase(world, 4, { at: at(4), facts: { n: "4" } });
    await putCase(world, 5, { at: at(5), facts: { n: "5", department: "Canteen" } });
    return world;
  };

  test("counts the cases that name it, else those that its people worked on, and says how many nobody can place", async () => {
    const world = await opened();
    const idsOf = async (of?: Unit) => {
      const document = await contentOf(
        world,
        of === undefined ? "committee-report" : "department-report",
        "2026-11",
        of,
      );
      return { ids: document.lists.received?.map(({ number }) => number?.slice(-1)), notes: notesOf(document) };
    };
    const north = await idsOf(NORTH);
    expect(north.ids).toEqual(["1", "3"]);
    expect(north.notes[0]).toBe(
      "Counted by the department that a case names, or else of whoever worked on it; 1 more of no known department is not in it.",
    );
    expect((await idsOf(SOUTH)).ids).toEqual(["2"]);
    const whole = await idsOf();
    expect(whole.ids).toEqual(["1", "2", "3", "4", "5"]);
    expect(whole.notes.filter((note) => note.startsWith("Counted by"))).toEqual([]);
  });
});

describe("GSS-05 the ranking", () => {
  test("puts the fewest findings a check first, equals at one place, and who was not checked at none", async () => {
    const units = { supervisor: [NORTH, SOUTH, unit("east", "东区", "East department")] };
    const world = await reporting("group-service-supervision", NOW, { units });
    for (const [n, department] of ["North department", " north  DEPARTMENT", "北区", "Canteen", "canteen "].entries())
      await putInspection(world, `i-${n}`, {
        ...{ schedule: "monthly-spot-check", at: sh(`2026-11-1${n} 10:00`), department },
      });
    const document = await contentOf(world, "monthly-ranking", "2026-11");
    expect(rowsOf(document, "ranking")).toEqual([
      ["1", "North department", 3, 3, 0],
      ["1", "Canteen", 2, 2, 0],
      ["not inspected", "South department", 0, 0, 0],
      ["not inspected", "East department", 0, 0, 0],
    ]);
  });
});
