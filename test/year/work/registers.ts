import type * as z from "zod";
import { EntryView, RegisterList, WaitingEntries } from "../../../shared/api/registers.ts";
import { must } from "../../stack/call.ts";
import type { Company } from "../company.ts";
import { byWhoeverMay, type Day, filledIn, offeredTo } from "./desk.ts";

/** Share of the days on which something is entered into a register, and on which somebody goes on with what waits. */
const ENTERS = 0.08;
const GOES_ON = 0.6;
/** Share of what waits to which somebody says no. */
const DECLINES = 0.12;

/** Those who keep the registers of a company, and add what entries wait for. */
export const clerksOf = (company: Company) => {
  const { policy, house } = company;
  let registers: z.infer<typeof RegisterList>["items"] | undefined;

  const registersOf = async () => {
    registers ??= RegisterList.parse(must(await house.as("everybody").get("/registers"), 200).body).items;
    return registers.filter(({ mayWrite }) => mayWrite);
  };

  const enter = async ({ day, luckOf }: Day): Promise<void> => {
    for (const { form, fields } of await registersOf()) {
      const luck = luckOf(`register ${form}`);
      if (!luck.of(ENTERS)) continue;
      const key = { "idempotency-key": `${form}-${day}` };
      const path = `/registers/${policy.id}/${form}`;
      await byWhoeverMay(company, `${form} entered`, (staff) =>
        filledIn(company, form, fields, (answers) => staff.post(path, { answers }, key), { luck }),
      );
    }
  };

  const goOn = async ({ luckOf }: Day): Promise<void> => {
    const { items } = WaitingEntries.parse(must(await house.as("everybody").get("/register-tasks"), 200).body);
    for (const { entryId, form, waits } of items) {
      const luck = luckOf(entryId);
      if (waits === undefined || !luck.of(GOES_ON)) continue;
      const says = luck.of(DECLINES) ? "decline" : "take";
      const path = `/registers/${policy.id}/${form}/${entryId}`;
      const what = `${form} ${waits.step}`;
      const found = await offeredTo(company, {
        ...{ what, path, read: EntryView.parse },
        pick: ({ acts }) => acts.find(({ act }) => act === says) ?? acts.find(({ act }) => act === "take"),
      });
      if (found === undefined) continue;
      const { act, staff } = found;
      const key = { "idempotency-key": `${entryId}-${waits.step}` };
      await filledIn(company, what, act.fields, (body) => staff.post(`${path}/${act.path}`, body, key), { luck });
    }
  };

  return {
    work: async (day: Day): Promise<void> => {
      if ((await registersOf()).length === 0) return;
      await goOn(day);
      await enter(day);
    },
  };
};
