import { CommonProblems } from "../../../shared/api/common-problems.ts";
import { ReportDrafts, ReportView } from "../../../shared/api/reports.ts";
import { addDays, CivilDate } from "../../../shared/calendar/civil-date.ts";
import { reportsOf } from "../../../shared/report/due.ts";
import { must } from "../../stack/call.ts";
import type { Company } from "../company.ts";
import { byWhoeverMay, type Day, filledIn } from "./desk.ts";

/** Share of the days on which an author finishes a draft: before its day, on it, and once it is late. */
const EARLY = 0.4;
const ON_ITS_DAY = 0.85;
const LATE = 0.3;
const WRITES = 0.6;

/** The last day of a due that is the end of it. */
const lastDay = (due: string): string => {
  const day = CivilDate.parse(due.slice(0, 10));
  return due.slice(11, 19) === "00:00:00" ? addDays(day, -1) : day;
};

const readiness = (due: string | undefined, day: string): number => {
  if (due === undefined || lastDay(due) > day) return EARLY;
  return lastDay(due) === day ? ON_ITS_DAY : LATE;
};

/** Plans an action on each problem that inspections have in common: a report waits for it (AS-35). */
const planActions = async (company: Company, { day, luckOf }: Day, on: string): Promise<void> => {
  const { policy, house } = company;
  const asked = `/common-problems?policy=${policy.id}&on=${on}`;
  const { items } = CommonProblems.parse(must(await house.as("everybody").get(asked), 200).body);
  for (const { actionId, code, action } of items) {
    if (action !== undefined) continue;
    const luck = luckOf(`action ${code}`);
    const role = luck.one(policy.roles).id;
    const body = {
      ...{ cause: "Nobody had been told.", measure: `All were told of it: ${code}.`, due: day },
      owner: { role, person: "Qin Yue" },
    };
    const path = `/common-problems/${actionId}/plan?policy=${policy.id}&on=${on}`;
    const key = { "idempotency-key": `${actionId}-planned` };
    await byWhoeverMay(company, "common problem planned", (staff) => staff.post(path, body, key));
  }
};

/** The authors of a company's reports: they write a word of their own and hand them in, mostly in time. */
export const authorsOf = (company: Company) => {
  const { policy, house } = company;

  const handIn = async (id: string, today: Day): Promise<void> => {
    const luck = today.luckOf(`report ${id}`);
    const path = `/reports/${id}`;
    const seen = ReportView.parse(must(await house.as("everybody").get(path), 200).body);
    if (!seen.acts.includes("submit") || seen.content === undefined) return;
    if (seen.acts.includes("write") && seen.lines.length > 0 && luck.of(WRITES)) {
      const texts = { [luck.below(seen.lines.length)]: `Written on ${today.day}.` };
      await byWhoeverMay(company, `${seen.schedule.id} written`, (staff) => staff.post(`${path}/texts`, { texts }));
    }
    const submit = () =>
      byWhoeverMay(company, `${seen.schedule.id} submitted`, (staff) =>
        filledIn(company, seen.schedule.id, [], () => staff.post(`${path}/submission`, { content: seen.content }), {
          luck,
        }),
      );
    const answer = await submit();
    if (answer.status !== 409 || seen.counted === undefined) return;
    await planActions(company, today, seen.counted.from.slice(0, 10));
    await submit();
  };

  const work = async (today: Day): Promise<void> => {
    const { items } = ReportDrafts.parse(must(await house.as("everybody").get("/report-drafts"), 200).body);
    for (const { id, due } of items) if (today.luckOf(id).of(readiness(due, today.day))) await handIn(id, today);
  };
  return { work: reportsOf(policy).length > 0 ? work : async () => {} };
};
