import { WeekView } from "../../../shared/api/visit-week.ts";
import type { VisitView } from "../../../shared/api/visiting.ts";
import { must } from "../../stack/call.ts";
import type { Chance } from "../chance.ts";
import type { Company } from "../company.ts";
import { byWhoeverMay, type Day, filledIn } from "./desk.ts";
import type { Inspectors } from "./inspections.ts";
import { writeMinutes } from "./minutes.ts";

/** Somebody sees to what is due today nearly always, to what is due later in the week now and then, and seldom to what was missed. */
const DUE_TODAY = 0.92;
const DUE_LATER = 0.4;
const MISSED = 0.2;

const readiness = ({ state, window }: VisitView, day: string): number => {
  if (window.from > day) return 0;
  if (state === "MISSED") return MISSED;
  return window.to <= day ? DUE_TODAY : DUE_LATER;
};

/** Mostly it is done; sometimes nobody is there, another day is promised, or it is left out for once. */
const WAYS = [
  { share: 0.1, act: "unreachable" },
  { share: 0.1, act: "rebooked" },
  { share: 0.02, act: "waived" },
] as const;

const choose = ({ acts }: VisitView, luck: Chance): VisitView["acts"][number] | undefined => {
  const usual = acts.find(({ act }) => act === "signed" || act === "done" || act === "fulfilled");
  for (const { share, act } of WAYS) {
    const offered = acts.find((one) => one.act === act);
    if (offered !== undefined && luck.of(share)) return offered;
  }
  return usual;
};

const seeTo = async (company: Company, visit: VisitView, luck: Chance): Promise<void> => {
  const act = choose(visit, luck);
  if (act === undefined) return;
  if (act.closed !== undefined) return writeMinutes(company, visit, luck);
  const path = `/visited/${visit.object.id}/visits/${visit.visitId}/${act.path}`;
  const key = { "idempotency-key": `${visit.object.id}-${visit.visitId}-${act.act}-${visit.tries}` };
  const what = `${visit.schedule.id} ${act.act}`;
  await byWhoeverMay(company, what, (staff) =>
    filledIn(company, what, act.fields, (body) => staff.post(path, body, key), { luck }),
  );
};

/** Sees to what is owed in the week: visits are made, meetings and drills written down, inspections handed in. Reports are written by themselves. */
export const seeToDuties = async (company: Company, inspectors: Inspectors, { day, luckOf }: Day): Promise<void> => {
  const { visits } = WeekView.parse(must(await company.house.as("everybody").get(`/visits?week=${day}`), 200).body);
  for (const visit of visits) {
    if (visit.of !== "calendar" || visit.duty === "report") continue;
    const luck = luckOf(`${visit.object.id}/${visit.visitId}`);
    if (!luck.of(readiness(visit, day))) continue;
    if (visit.duty === "inspection") await inspectors.handIn(visit, luck);
    else await seeTo(company, visit, luck);
  }
};
