import * as z from "zod";
import type { Actor } from "../case/actor.ts";
import type { Refusal } from "../case/fault.ts";
import { actsAs, holders, notOfRoles } from "../case/roles.ts";
import { Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { sameName } from "../policy/repetition.ts";
import { Name, Slug } from "../policy/terms.ts";
import type { ReportSchedule } from "./due.ts";

/**
 * One of several parts of a company that act in the same role of a regulation, each for itself (责任部门). Its own people have
 * the role that it names, and no other unit's; whoever has the regulation's role acts for all of them.
 */
export const Unit = z.strictObject({ id: Slug, title: Text, role: Name });
export type Unit = z.infer<typeof Unit>;

/** Whether somebody meant a unit by a name that they wrote: its id, or its title in either language. */
export const isNamed = ({ id, title }: Unit, name: string): boolean =>
  [id, title["zh-CN"], title.en].some((one) => sameName(one) === sameName(name));

/** The roles that write a report. */
export const authorsOf = ({ by }: ReportSchedule, unit: Unit | undefined): readonly string[] =>
  unit === undefined ? by : [...by, unit.role];

/** Why a report is not for somebody to write; undefined when it is. */
export const notAuthor = (
  policy: Policy,
  schedule: ReportSchedule,
  unit: Unit | undefined,
  by: Actor,
): Refusal | undefined => notOfRoles(policy, by, authorsOf(schedule, unit), schedule.rules);

/** What nobody reads but those who write it and those who get it: what its form keeps restricted (CCF-38, A-36). */
const isRestricted = ({ forms }: Policy, { form }: ReportSchedule): boolean =>
  forms.find(({ id }) => id === form)?.confidentiality === "restricted";

/** Why a report is not for somebody to read: whoever writes it, whoever gets it, and unless it is restricted whoever reads everything. */
export const notReader = (
  policy: Policy,
  schedule: ReportSchedule,
  unit: Unit | undefined,
  by: Actor,
): Refusal | undefined => {
  const everybody = isRestricted(policy, schedule) ? [] : holders(policy, "read");
  const readers = [...authorsOf(schedule, unit), ...schedule.duty.to, ...everybody];
  return actsAs(by, readers) ? undefined : notOfRoles(policy, by, readers, schedule.rules);
};
