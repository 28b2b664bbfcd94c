import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { MissingCalendar } from "../mail/calendar-missing.ts";
import type { CalendarNotices } from "../record/calendar-missing.ts";
import { ABSENT, known, overVersion, putIf } from "./documents.ts";
import { calendarsKey } from "./table.ts";

/** Which calendars a company misses, by `CN 2027`, and when each was last noted; and the day of the last letter. */
const Notices = z.object({
  version: z.number().int(),
  told: z.string(),
  noted: z.record(z.string(), z.string()),
});

const nameOf = ({ holidays, year }: MissingCalendar): string => `${holidays} ${year}`;
const read = (name: string): MissingCalendar => {
  const [holidays = "", year = ""] = name.split(" ");
  return { holidays, year: Number(year) };
};

/** One item a company; a process asks for the same thing once a day. */
export const tableCalendarNotices = (client: DynamoDBDocumentClient, table: string): CalendarNotices => {
  const seen = new Set<string>();

  const note: CalendarNotices["note"] = async (org, day, before, missing) => {
    for (;;) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: calendarsKey(org), ConsistentRead: true }),
      );
      const { version, told, noted } = Item === undefined ? { version: 0, told: "", noted: {} } : known(Notices, Item);
      const names = missing.map(nameOf);
      if (told === day && names.every((name) => noted[name] === day)) return undefined;
      const recent = Object.entries(noted).filter(([, at]) => at >= before);
      const next = { ...Object.fromEntries(recent), ...Object.fromEntries(names.map((name) => [name, day])) };
      const item = { ...calendarsKey(org), version: version + 1, told: day, noted: next };
      if (!(await putIf(client, table, item, version === 0 ? ABSENT : overVersion(version)))) continue;
      return told === day ? undefined : Object.keys(next).sort().map(read);
    }
  };

  return {
    note: async (org, day, before, missing) => {
      const asked = `${org} ${day} ${missing.map(nameOf).join()}`;
      if (seen.has(asked)) return undefined;
      const told = await note(org, day, before, missing);
      seen.add(asked);
      return told;
    },
  };
};
