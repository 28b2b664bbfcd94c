import { expect, test } from "vitest";
import { isComplete, isValid, readAnswer } from "../../../shared/survey/answer.ts";
import { questionsOf } from "../../../shared/survey/survey.ts";
import { sh } from "../../fixtures/cases.ts";
import { buses, owners } from "../../fixtures/surveys.ts";

const AT = sh("2026-10-20 10:00");
const read = (raw: Parameters<typeof readAnswer>[1], survey = buses.survey) => {
  const answer = readAnswer(survey, raw, AT);
  return answer.ok ? answer.value : answer.error.map(({ path, code }) => [path, code]);
};

test("a survey asks of its dimensions and of the whole, which it does not ask of twice", () => {
  expect(questionsOf(buses.survey).map(({ id }) => id)).toEqual(["quality", "speed", "attitude", "overall"]);
  expect(questionsOf(owners.survey).map(({ id }) => id)).toEqual(["overall"]);
});

test.each([
  ["a whole sheet", { quality: 5, speed: 4, attitude: 3, overall: 4 }, true, true],
  ["the whole alone", { overall: 4 }, true, false],
  ["a part of it", { speed: 4 }, false, false],
  ["nothing yet", {}, false, false],
])("%s is saved", (_what, scores, valid, complete) => {
  const answer = readAnswer(buses.survey, { scores }, AT);
  expect(answer).toEqual({ ok: true, value: { at: AT, scores } });
  expect(answer.ok && isValid(answer.value)).toBe(valid);
  expect(answer.ok && isComplete(buses.survey, answer.value)).toBe(complete);
});

test("the same scores in another order are the same item", () => {
  const one = JSON.stringify(read({ scores: { overall: 4, quality: 5 } }));
  expect(JSON.stringify(read({ scores: { quality: 5, overall: 4 } }))).toBe(one);
});

test.each<[what: string, raw: Parameters<typeof read>[0], faults: [path: string, code: string][]]>([
  ["a score that the scale does not have", { scores: { overall: 6 } }, [["/scores/overall", "invalid"]]],
  ["half a score", { scores: { overall: 4.5 } }, [["/scores/overall", "invalid"]]],
  ["a score in words", { scores: { overall: "5" } }, [["/scores/overall", "invalid"]]],
  ["a score of nothing", { scores: { overall: Number.NaN } }, [["/scores/overall", "invalid"]]],
  ["a question that nobody asked", { scores: { colour: 5 } }, [["/scores/colour", "unknown-field"]]],
  ["a question of every object", { scores: { constructor: 5 } }, [["/scores/constructor", "unknown-field"]]],
  ["a novel", { scores: {}, comment: "x".repeat(4001) }, [["/comment", "too-long"]]],
  [
    "wrong twice",
    { scores: { overall: 0, colour: 1 } },
    [
      ["/scores/overall", "invalid"],
      ["/scores/colour", "unknown-field"],
    ],
  ],
])("%s is refused, all of it", (_what, raw, faults) => {
  expect(read(raw)).toEqual(faults);
});

test("a comment where none is asked for is refused, an empty one is none", () => {
  const silent = { ...buses.survey, comments: false };
  expect(read({ scores: {}, comment: "why" }, silent)).toEqual([["/comment", "unknown-field"]]);
  expect(read({ scores: { overall: 5 }, comment: "" }, silent)).toEqual({ at: AT, scores: { overall: 5 } });
  expect(read({ scores: {}, comment: " \n" })).toEqual({ at: AT, scores: {} });
});
