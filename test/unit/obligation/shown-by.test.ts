import { expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { shownBy } from "../../../shared/obligation/duty-decide.ts";

const groundOf = (id: string, schedule: string, kind: "house" | "visited") => {
  const policy = publishedPolicy(id)?.policy ?? expect.unreachable(`${id} ships`);
  const found = policy.schedules.find((one) => one.id === schedule) ?? expect.unreachable(`${id} has no ${schedule}`);
  return { policy, schedule: found, object: { kind } };
};

test.each([
  { why: "minutes show the meeting of the company itself", of: "friday-meeting", kind: "house", shown: true },
  {
    why: "they name no object, so a meeting of one is somebody's word",
    of: "friday-meeting",
    kind: "visited",
    shown: false,
  },
] as const)("ITS-13 $why", ({ of, kind, shown }) => {
  expect(shownBy(groundOf("it-customer-service", of, kind)) !== undefined).toBe(shown);
});

test("AS-97 a record that names its unit shows the cleaning of that unit", () => {
  const { en } = shownBy(groundOf("industrial-park-property", "vacant-unit-cleaning", "visited")) ?? { en: "" };
  expect(en).toMatch(/^it is done when it is entered in ".+"$/);
});
