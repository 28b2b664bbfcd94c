import { RegisterList } from "../../../shared/api/registers.ts";
import type { VisitView } from "../../../shared/api/visiting.ts";
import { registersOf } from "../../../shared/policy/register-form.ts";
import { must } from "../../stack/call.ts";
import type { Chance } from "../chance.ts";
import type { Company } from "../company.ts";
import { byWhoeverMay, filledIn } from "./desk.ts";

/** What an entry must say to be of what was owed: the day, the object, and the answers that the regulation tells it by. */
const toldBy = ({ policy, house }: Company, { schedule, object, window }: VisitView) => {
  for (const form of registersOf(policy)) {
    const shows = form.entries.fulfils.find((one) => one.schedule === schedule.id);
    if (shows === undefined) continue;
    const now = new Date(house.stack.clock.now()).toISOString();
    const held = now.slice(0, 10) <= window.to ? now : `${window.to}T08:00:00.000Z`; // written down late, not held late
    const on = form.fields.find(({ id }) => id === form.entries.on);
    const said = Object.entries(shows.when ?? {}).map(([name, value]) => [name, [value].flat()[0]]);
    const known = {
      ...Object.fromEntries(said),
      ...(on === undefined ? {} : { [on.id]: on.type === "date" ? held.slice(0, 10) : held }),
      ...(shows.object === undefined ? {} : { [shows.object]: object.id }),
    };
    return { form, known };
  }
  return undefined;
};

/** Enters in its register that what was owed is done, where a register shows it: minutes of a meeting, a training. */
export const writeMinutes = async (company: Company, visit: VisitView, luck: Chance): Promise<void> => {
  const told = toldBy(company, visit);
  if (told === undefined) return;
  const { form, known } = told;
  const { items } = RegisterList.parse(must(await company.house.as("everybody").get("/registers"), 200).body);
  const fields = items.find((one) => one.policy.id === company.policy.id && one.form === form.id)?.fields ?? [];
  const path = `/registers/${company.policy.id}/${form.id}`;
  const key = { "idempotency-key": `${visit.object.id}-${visit.visitId}-minutes` };
  await byWhoeverMay(company, `${form.id} entered`, (staff) =>
    filledIn(company, form.id, fields, (answers) => staff.post(path, { answers }, key), { luck, known }),
  );
};
