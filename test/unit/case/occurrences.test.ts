import { expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { happening } from "../../../shared/case/occurrence.ts";
import { sh, staff, step, story } from "../../fixtures/cases.ts";

const norms = publishedPolicy("complaint-handling-norms")?.policy ?? expect.unreachable("the norms ship");
const contact = { name: "Gao Yuan", email: "gao@coach.example" };

test("a case keeps every time that an event happened, each with what was known then, and the first by itself", () => {
  const told = story(sh("2026-03-10 09:00"), { contact, subject: "Noise", description: "All night." }, norms);
  const agent = staff("agent");
  const promised = (at: string) => ({ promisedAt: sh(at) });
  told.must(sh("2026-03-10 09:30"), agent, step("promise", promised("2026-03-13 12:00")));
  told.must(sh("2026-03-12 10:00"), agent, step("promise-anew", promised("2026-03-15 18:00")));
  const { occurrences, happened } = told.current();
  expect(happened).toMatchObject({ received: sh("2026-03-10 09:00"), promised: sh("2026-03-10 09:30") });
  expect(occurrences.promised).toMatchObject([
    { at: sh("2026-03-10 09:30"), facts: promised("2026-03-13 12:00") },
    { at: sh("2026-03-12 10:00"), facts: promised("2026-03-15 18:00") },
  ]);
});

test("what is told late takes the place of its own moment and is then the first", () => {
  const [early, late] = [sh("2026-03-10 09:00"), sh("2026-03-10 11:00")];
  const first = happening({ occurrences: {}, happened: {} }, "arrived", { at: late, toldAt: late, facts: {} });
  const both = happening(first, "arrived", { at: early, toldAt: late, facts: {} });
  expect(both.happened).toEqual({ arrived: early });
  expect(both.occurrences.arrived?.map(({ at }) => at)).toEqual([early, late]);
});
