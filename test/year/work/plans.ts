import type * as z from "zod";
import { YearPlanView } from "../../../shared/api/visit-plans.ts";
import { VisitSchedules } from "../../../shared/api/visit-schedules.ts";
import { must } from "../../stack/call.ts";
import type { Chance } from "../chance.ts";
import type { Company } from "../company.ts";
import { byWhoeverMay, type Day } from "./desk.ts";

/** So many objects are listed for each schedule that goes by them. */
const OBJECTS = 3;
/** Share of plans that are sent back once before they are approved. */
const RETURNED = 0.3;

type Schedule = z.infer<typeof VisitSchedules>["regulations"][number]["schedules"][number];

/** The day from which a schedule counts, some time before the year. */
const eventsOf = ({ policy }: Company, { id }: Schedule, luck: Chance): Record<string, string> => {
  const rhythm = policy.schedules.find((one) => one.id === id)?.rhythm;
  const day = `2025-${`${1 + luck.below(12)}`.padStart(2, "0")}-${`${1 + luck.below(28)}`.padStart(2, "0")}`;
  return rhythm !== undefined && "event" in rhythm ? { [rhythm.event]: day } : {};
};

const idOf = (schedule: Schedule, n: number): string => `${schedule.id}.${n}`;

/** Says what is visited, and by which plan; a plan waits for whoever approves it. */
const begin = async (company: Company, schedule: Schedule, year: string): Promise<void> => {
  const { policy, chance } = company;
  const months = ["03", "06", "10"];
  for (let n = 1; n <= OBJECTS; n += 1) {
    const luck = chance.fork(`object ${schedule.id} ${n}`);
    const body = {
      ...{ schedule: schedule.id, title: `${schedule.title} ${n}`, contact: { name: `Keeper ${n}` } },
      events: eventsOf(company, schedule, luck),
    };
    const path = `/visited/${idOf(schedule, n)}?policy=${policy.id}`;
    await byWhoeverMay(company, `${schedule.id} listed`, (staff) => staff.post(path, body));
  }
  if (!schedule.planned) return;
  const visits = months.map((month, n) => ({
    ...{ object: idOf(schedule, n + 1), from: `${year}-${month}-01`, to: `${year}-${month}-28` },
  }));
  const path = `/visit-plans/${schedule.id}/${year}?policy=${policy.id}`;
  await byWhoeverMay(company, `${schedule.id} drafted`, (staff) => staff.post(path, { visits }));
};

/** Those who list what is visited at the year's beginning, and whoever approves their plans. */
export const plannersOf = (company: Company) => {
  const { house, policy } = company;
  let waiting: Schedule[] | undefined;

  const approve = async (schedule: Schedule, { day, luckOf }: Day): Promise<boolean> => {
    const path = `/visit-plans/${schedule.id}/${day.slice(0, 4)}`;
    const asked = `?policy=${policy.id}`;
    const view = YearPlanView.parse(must(await house.as("everybody").get(`${path}${asked}`), 200).body);
    if (view.state !== "DRAFT") return true;
    const isFirst = !view.history.some(({ what }) => what === "returned");
    const act = isFirst && luckOf(schedule.id).of(RETURNED) ? "return" : "approve";
    const body = act === "return" ? { reason: "One more look." } : {};
    const key = { "idempotency-key": `${schedule.id}-${act}-${day}` };
    await byWhoeverMay(company, `${schedule.id} ${act}`, (staff) => staff.post(`${path}/${act}${asked}`, body, key));
    return act === "approve";
  };

  return {
    work: async (today: Day): Promise<void> => {
      if (waiting === undefined) {
        const seen = must(await house.as("everybody").get("/visit-schedules"), 200).body;
        const all = VisitSchedules.parse(seen).regulations.flatMap(({ schedules }) => schedules);
        for (const one of all) await begin(company, one, today.day.slice(0, 4));
        waiting = all.filter(({ planned }) => planned);
        return;
      }
      const left: Schedule[] = [];
      for (const one of waiting) if (!(await approve(one, today))) left.push(one);
      waiting = left;
    },
  };
};
