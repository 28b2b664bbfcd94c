import { expect, test } from "vitest";
import { routes } from "../../../shared/api/api.ts";
import type { Route } from "../../../shared/api/routes/routes.ts";
import { cellsOf } from "./cells/cells.ts";
import { LIVED, policyOf } from "./matrix.ts";

// no part of a case: test/functions/{survey,visits}/access.test.ts ask for them
const ELSEWHERE: readonly string[] = ["campaigns", "customers", "visits"];
const STAFF = Object.values<Route>(routes).filter(({ auth, by }) => auth === "staff" && !ELSEWHERE.includes(by));

test.each(LIVED)("%s leaves no route for staff undecided, and names no role that nobody has", (id) => {
  const policy = policyOf(id);
  const cells = cellsOf(policy, { roles: [], officers: [] });
  const asked = new Set<string>(cells.map(({ route }) => route.path));
  expect(STAFF.filter(({ path }) => !asked.has(path)).map(({ path }) => path)).toEqual([]);
  const known = ["privacyOfficer", ...policy.roles.map((role) => role.id)];
  expect(cells.flatMap(({ may }) => may).filter((role) => !known.includes(role))).toEqual([]);
});
