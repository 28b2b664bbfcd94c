import { sayOutcome } from "../../case/visit/visit.ts";
import { sayChannel } from "../../policy/explain-words.ts";
import { type Line, momentIn } from "./line.ts";

/** Staff read it all; the customer reads that they were visited or missed, and what was promised instead. */
export const visitRecorded: Line<"visitRecorded"> = (event, telling) => {
  const { policy, reader, locale } = telling;
  const staff = reader === "staff";
  const title = policy.visits.find(({ id }) => id === event.visit)?.title[locale] ?? event.visit;
  const next = locale === "zh-CN" ? "新约时间 " : "new time ";
  const words = [
    `${title}${locale === "zh-CN" ? "，" : ", "}${sayChannel(event.channel)[locale]}`,
    ...(event.whom === undefined ? [] : [event.whom]),
    ...(event.apology === undefined ? [] : [event.apology]),
    ...(event.next === undefined ? [] : [`${next}${momentIn(telling, event.next)}`]),
    ...(staff && event.opinion !== undefined ? [event.opinion] : []),
  ];
  return { what: sayOutcome[event.outcome], detail: words };
};
