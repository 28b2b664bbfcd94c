import { expect, test } from "vitest";
import { readWritten, written } from "../../infra/policy/files.ts";
import { calendarOf } from "../../shared/calendar/known.ts";
import { explainPolicy } from "../../shared/policy/explain-policy.ts";
import { toldOf } from "../rules/told.ts";

/** What people must know and no machine does: to be told, word by word and with its rule, is all that can be done. */
test.each(written())("%s: its scope, prohibitions and documents stand on its page with their rules", (id) => {
  const { policy } = readWritten(id);
  const calendar = policy && calendarOf(policy.calendar.holidays);
  if (policy === undefined || calendar === undefined) return expect.unreachable(`${id} does not hold`);
  const entries = explainPolicy(policy, calendar).sections.flatMap(({ entries: own }) => own);
  const told = toldOf(policy);
  const found = told.map(({ key, rules }) =>
    entries.find((one) => one.key === key && rules.every((rule) => one.rules.includes(rule))),
  );
  expect(told.filter((_, at) => found[at] === undefined)).toEqual([]);
  for (const one of found) for (const said of one?.says ?? []) expect([said["zh-CN"], said.en]).not.toContain("");
});
