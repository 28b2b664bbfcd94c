import { expect, test } from "vitest";
import { routes } from "../../../shared/api/api.ts";
import type { Route } from "../../../shared/api/routes/routes.ts";
import { ofNoCase } from "./calls.ts";
import { cellsOf } from "./cells/cells.ts";
import { LIVED, policyOf } from "./matrix.ts";

const STAFF = Object.values<Route>(routes).filter((route) => route.auth === "staff" && !ofNoCase(route));

test.each(LIVED)("%s leaves no route for staff undecided, and names no role that nobody has", (id) => {
  const policy = policyOf(id);
  const cells = cellsOf(policy, { roles: [], officers: [] });
  const asked = new Set<string>(cells.map(({ route }) => route.path));
  expect(STAFF.filter(({ path }) => !asked.has(path)).map(({ path }) => path)).toEqual([]);
  const known = ["privacyOfficer", ...policy.roles.map((role) => role.id)];
  expect(cells.flatMap(({ may }) => may).filter((role) => !known.includes(role))).toEqual([]);
});
