import type { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { type Answer, must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import type { TestStack } from "../../stack/stack.ts";
import type { Cell, There } from "./cells/cell.ts";

const codeOf = ({ body }: Answer): string => Problem.safeParse(body).data?.code ?? "";

/** Refusals of somebody who is let in, and who may not give data away all the same (COU-11). */
const OFFICERS_OWN = ["not-disclosable", "no-legal-basis"];

/** What is wrong with an answer to a role that is let in; undefined when nothing is. */
const letIn = ({ nothing }: Cell, answer: Answer): boolean => {
  const { status } = answer;
  if (nothing) return status === 404 || status === 409;
  if (status === 403) return OFFICERS_OWN.includes(codeOf(answer));
  return status < 500 && status !== 401 && status !== 404;
};

const refused = (answer: Answer, code: string): boolean => answer.status === 403 && codeOf(answer) === code;

/** Asks a cell as every role, those who are refused first; answers with what was not as the regulation says. */
export const askAll = async (
  demo: TestStack,
  cell: Cell,
  { path, may, sameSide = [] }: There,
  { caseId }: Filed,
  roles: readonly string[],
): Promise<readonly string[]> => {
  const wrong: string[] = [];
  const whole = path.startsWith("/") ? path : path === "" ? `/cases/${caseId}` : `/cases/${caseId}/${path}`;
  for (const role of roles.toSorted((a, b) => Number(may.includes(a)) - Number(may.includes(b)))) {
    const staff = demo.as(role);
    const answer = cell.route.method === "GET" ? await staff.get(whole) : await staff.post(whole, cell.body);
    const due = sameSide.includes(role) ? "same-side" : "not-your-role";
    const right = may.includes(role) ? letIn(cell, answer) : refused(answer, due);
    if (!right)
      wrong.push(`${cell.what}, ${role} (${may.includes(role) ? "may" : due}): ${answer.status} ${answer.text}`);
  }
  return wrong;
};

const DAY_MS = 24 * 3_600_000;
const dayAfter = (due: string): string => new Date(Date.parse(due) + DAY_MS).toISOString();

/** Asks for what moves a clock, of every clock that the regulation lets somebody move and that runs; true where it did. */
export const askedForTime = async (
  demo: TestStack,
  policy: Policy,
  { caseId, deadlines, extensions, exceptions, mayExtend, mayExcuse }: CaseView,
): Promise<boolean> => {
  const dueOf = (clock: string) => deadlines.find((one) => one.clock === clock)?.due;
  const later = policy.extensions.flatMap(({ clock, requestedBy: [role = ""] }) => {
    const due = dueOf(clock);
    const open = mayExtend.includes(clock) && !extensions.some((one) => one.clock === clock);
    return open && due !== undefined
      ? [{ role, path: "extensions", body: { clock, newDue: dayAfter(due), reason: "It rains." } }]
      : [];
  });
  const excused = mayExcuse.flatMap(({ clock, reasons: [reason] }) => {
    const due = dueOf(clock);
    const open = !exceptions.some((one) => one.clock === clock);
    const body = { clock, reason: reason?.value, promised: dayAfter(due ?? "") };
    return open && due !== undefined ? [{ role: "everybody", path: "exceptions", body }] : [];
  });
  const all = [...later, ...excused];
  for (const { role, path, body } of all) must(await demo.as(role).post(`/cases/${caseId}/${path}`, body), 200);
  return all.length > 0;
};
