import { plainAnswers } from "./actor.ts";
import type { CaseEvent } from "./event.ts";

/** A timeline as it reads once corrected; the events stay where they are. */
export const amended = (timeline: readonly CaseEvent[]): readonly CaseEvent[] => {
  const all = timeline.filter((event) => event.type === "corrected");
  if (all.length === 0) return timeline;
  return timeline.map((event, place): CaseEvent => {
    const put = Object.fromEntries(all.filter((one) => one.place === place).map((one) => [one.field, one.value]));
    if (event.type === "step") return { ...event, answers: { ...event.answers, ...put } };
    // a form as it is filed has no lists
    return event.type === "received" ? { ...event, answers: { ...event.answers, ...plainAnswers(put) } } : event;
  });
};
