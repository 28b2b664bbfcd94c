import type * as z from "zod";
import { FindingList, InspectionForms, InspectionView } from "../../../shared/api/inspections.ts";
import type { VisitView } from "../../../shared/api/visiting.ts";
import { itemsOf } from "../../../shared/inspection/file.ts";
import { must } from "../../stack/call.ts";
import type { Chance } from "../chance.ts";
import type { Company } from "../company.ts";
import { departmentsOf } from "../house.ts";
import { byWhoeverMay, type Day, filledIn, offeredTo } from "./desk.ts";

export type Inspectors = ReturnType<typeof inspectorsOf>;

/** Share of the items with which something is wrong, of those that are not there, and of inspections with a remark that no list asks for. */
const WRONG = 0.05;
const ABSENT = 0.03;
const BESIDE = 0.15;
/** Share of the days on which somebody goes on with a finding, and of verifications that fail. */
const GOES_ON = 0.35;
const FAILS = 0.15;

const PEOPLE = ["Qin Yue", "Sun Li", "Bai Lu", "Tang Min", "He Jing"] as const;
const PROBLEMS = ["no badge worn", "log not kept", "exit blocked"] as const;

type Limit = { readonly from?: number; readonly upTo?: number; readonly over?: number; readonly below?: number };

/** A figure at its limit, or just outside of it. */
const measured = ({ from, upTo, over, below }: Limit, isOut: boolean): string => {
  const [high, low] = [upTo ?? below, from ?? over];
  if (high !== undefined) return `${isOut ? high + 1 : high - 0.5}`;
  return `${isOut ? (low ?? 0) - 1 : (low ?? 0) + 0.5}`;
};

/** Those who inspect by the checklists of a company, and those who put right and verify what was found. */
export const inspectorsOf = (company: Company) => {
  const { policy, house } = company;
  let forms: z.infer<typeof InspectionForms>["forms"] | undefined;

  const formOf = async (schedule: string) => {
    forms ??= InspectionForms.parse(must(await house.as("everybody").get("/inspection-forms"), 200).body).forms;
    return forms.find((one) => one.schedule === schedule);
  };

  const linesOf = (schedule: string, luck: Chance): object[] => {
    const found = policy.schedules.find(({ id }) => id === schedule);
    const items = found === undefined ? [] : itemsOf({ policy, schedule: found });
    const lines: object[] = items.map(({ list, item }) => {
      const of = { checklist: list.id, item: item.id };
      const [isWrong, isAbsent] = [luck.of(WRONG), luck.of(ABSENT)];
      const value = item.limit === undefined ? {} : { value: measured(item.limit, isWrong) };
      if (isAbsent) return { of, result: "na" };
      return isWrong
        ? { of, result: "remark", note: "Not as it should be.", ...value }
        : { of, result: "ok", ...value };
    });
    const problem = luck.one(PROBLEMS);
    if (luck.of(BESIDE)) lines.push({ code: problem, title: problem, result: "remark", note: "Seen on the way." });
    return lines.length > 0 ? lines : [{ title: "the round", result: "ok" }];
  };

  /** Makes an inspection that is owed, by its checklists. */
  const handIn = async (visit: VisitView, luck: Chance): Promise<void> => {
    const schedule = visit.schedule.id;
    const form = await formOf(schedule);
    if (form === undefined) return;
    const first = luck.below(PEOPLE.length);
    const people = Array.from({ length: Math.max(1, form.people) }, (_, n) => ({
      name: PEOPLE[(first + n) % PEOPLE.length] ?? "",
      inCharge: n === 0,
    }));
    const body = {
      ...(visit.house ? {} : { object: visit.object.id }),
      ...{ schedule, people, subject: visit.object.title, department: luck.one(departmentsOf(policy)) },
      lines: linesOf(schedule, luck),
    };
    const key = { "idempotency-key": `${visit.object.id}-${visit.visitId}` };
    const path = `/inspections?policy=${policy.id}`;
    await byWhoeverMay(company, `${schedule} inspected`, (staff) => staff.post(path, body, key));
  };

  /** Signs, puts right and verifies some of what is open, each by whoever may. */
  const goOn = async ({ luckOf }: Day): Promise<void> => {
    for (let cursor = ""; ; ) {
      const asked = `/findings?policy=${policy.id}${cursor}`;
      const page = FindingList.parse(must(await house.as("everybody").get(asked), 200).body);
      for (const { inspectionId, n, schedule, state, rounds } of page.items) {
        const luck = luckOf(`${inspectionId}/${n}`);
        if (!luck.of(GOES_ON)) continue;
        const path = `/inspections/${inspectionId}`;
        const names = luck.of(0.5);
        const found = await offeredTo(company, {
          ...{ what: `${schedule} ${state}`, path, read: InspectionView.parse },
          pick: ({ acts }) => {
            const mine = acts.filter((one) => one.n === n);
            return mine.find(({ act }) => (act === "assigned") === names) ?? mine[0];
          },
        });
        if (found === undefined) continue;
        const { act, staff } = found;
        const key = { "idempotency-key": `${inspectionId}-${n}-${act.act}-${rounds}` };
        const post = (given: object) => staff.post(`${path}/lines/${n}/${act.path}`, given, key);
        const known = { verdict: luck.of(FAILS) ? "failed" : "passed", "rectifier.name": luck.one(PEOPLE) };
        await filledIn(company, `${schedule} ${act.act}`, act.fields, post, { luck, known });
      }
      if (page.cursor === undefined) return;
      cursor = `&cursor=${encodeURIComponent(page.cursor)}`;
    }
  };

  const hasChecks = policy.schedules.some(({ duty }) => duty.is === "inspection");
  return { handIn, goOn: hasChecks ? goOn : async () => {} };
};
