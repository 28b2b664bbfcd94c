import { addWorkingDays } from "../../shared/calendar/calendar.ts";
import { CivilDate } from "../../shared/calendar/civil-date.ts";
import { calendarOf } from "../../shared/calendar/known.ts";
import { type Figure, median } from "./figure.ts";

const COUNT = 200_000;
const ROUNDS = 7;

/** Working-day additions a second in one process, over starts all through two years. */
export const calendarSpeed = async (): Promise<Figure[]> => {
  const calendar = calendarOf("CN");
  if (calendar === undefined) throw new Error("the calendar of mainland China ships with the product");
  const starts = Array.from({ length: 700 }, (_, day) =>
    CivilDate.parse(new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)),
  );
  const rates = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    let found = 0;
    for (let n = 0; n < COUNT; n += 1) {
      const start = starts[n % starts.length];
      if (start !== undefined && addWorkingDays(calendar, start, 1 + (n % 20)).ok) found += 1;
    }
    if (found !== COUNT) throw new Error("every addition has an answer");
    return (COUNT * 1000) / (performance.now() - begun);
  });
  return [{ what: "working-day additions", value: median(rates), unit: "a second", note: `median of ${ROUNDS}` }];
};
