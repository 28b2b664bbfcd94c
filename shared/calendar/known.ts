import { type Calendar, makeCalendar } from "./calendar.ts";
import cn2024 from "./data/cn-2024.json" with { type: "json" };
import cn2025 from "./data/cn-2025.json" with { type: "json" };
import cn2026 from "./data/cn-2026.json" with { type: "json" };
import { CalendarYear } from "./definition.ts";

const KNOWN: ReadonlyMap<string, Calendar> = new Map([
  [
    "CN",
    makeCalendar({
      id: "CN",
      title: { "zh-CN": "中国大陆法定节假日", en: "Public holidays of mainland China" },
      years: [cn2024, cn2025, cn2026].map((year) => CalendarYear.parse(year)),
    }),
  ],
]);

/** A calendar that ships with the product; undefined for an id that nobody has written down. */
export const calendarOf = (id: string): Calendar | undefined => KNOWN.get(id);

export const calendarIds = (): readonly string[] => [...KNOWN.keys()];
