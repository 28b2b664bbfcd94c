import type { TimelineLine } from "../../../shared/api/timeline-line.ts";

export type Gathered = TimelineLine & { readonly times: number };

const minuteOf = (at: string): string => at.slice(0, 16);

/** Lines that repeat one thing by one person within a minute, as ten photos do, become one that says how often. */
export const gather = (timeline: readonly TimelineLine[]): readonly Gathered[] => {
  const gathered: Gathered[] = [];
  for (const line of timeline) {
    const last = gathered.at(-1);
    const repeats = last?.what === line.what && last.who === line.who && minuteOf(last.at) === minuteOf(line.at);
    if (last === undefined || !repeats) gathered.push({ ...line, times: 1 });
    else {
      const detail = [...new Set([...last.detail, ...line.detail])];
      gathered.splice(-1, 1, { ...last, detail, times: last.times + 1 });
    }
  }
  return gathered;
};
