import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readWritten, written } from "../../../infra/policy/files.ts";
import { portfolio } from "./answers.ts";
import { happenings } from "./questions.ts";

const golden = JSON.parse(readFileSync(new URL("portfolio.json", import.meta.url), "utf8")) as ReturnType<
  typeof portfolio
>; // written by portfolio:build
const now = portfolio();
const RUN = "run: npm run portfolio:build and look at the diff";

/** Every answer that a change of a policy, a calendar or the engine would move. */
test.each(Object.keys(now).map((what) => ({ what })))("$what", ({ what }) => {
  expect(now[what], RUN).toEqual(golden[what]);
});

test("the golden file holds what is asked and nothing else", () => {
  expect(Object.keys(now), RUN).toEqual(Object.keys(golden));
  expect(new Set(Object.keys(now)).size).toBe(happenings.length + 1);
});

/** What was asked of one policy and answered with a time or a verdict. */
const answered = (id: string): readonly string[] =>
  Object.entries(now)
    .filter(([what]) => what.startsWith(`${id}: `))
    .flatMap(([, answers]) => Object.entries(answers))
    .filter(([asked, said]) => asked.startsWith("KPI ") || said.includes("nominalDue") || said.includes("not stated"))
    .map(([asked]) => asked.split(" ").slice(0, 2).join(" "));

test.each(written().map((id) => ({ id })))("$id: every clock, schedule and KPI is asked at least once", ({ id }) => {
  const policy = readWritten(id).policy ?? expect.unreachable(`${id} does not hold`);
  const known = new Set(answered(id));
  const constructs = [
    ...policy.clocks.map((one) => `clock ${one.id}`),
    ...policy.schedules.map((one) => `schedule ${one.id}`),
    ...policy.kpis.map((one) => `KPI ${one.id}`),
  ];
  expect(constructs.filter((name) => !known.has(name))).toEqual([]);
  expect(happenings.some(({ policy: asked }) => asked === id)).toBe(true);
});
