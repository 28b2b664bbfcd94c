import { addDays, type CivilDate } from "../calendar/civil-date.ts";
import { clean } from "../case/clean.ts";
import { HOUR, type Instant, plusMs } from "../kernel/instant.ts";

/** A visit as a calendar shows it: at its appointment, or on the last day of its window. */
export type FeedEntry = {
  readonly uid: string;
  readonly at: { readonly moment: Instant } | { readonly day: CivilDate };
  readonly summary: string;
  readonly description: string;
  readonly location?: string | undefined;
  /** Counts the changes of the visit: a telephone shows the highest (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
};

/** A line holds at most so many octets, without its end (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

const octets = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** A line folded between characters, never inside one; each further line begins with a space that counts. */
const folded = (line: string): string => {
  let out = "";
  let used = 0;
  for (const char of line) {
    const size = octets(char);
    if (used + size > LINE_OCTETS) {
      out += "\r\n ";
      used = 1;
    }
    out += char;
    used += size;
  }
  return out;
};

/** Text of people as a value (RFC 5545, 3.3.11): it ends no line and begins no property. */
const escaped = (text: string): string =>
  clean(text, true)
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replace(/\n/g, "\\n");

const compact = (at: Instant): string => at.replace(/[-:]|\.\d{3}/g, "");
const dayOf = (day: CivilDate): string => day.replaceAll("-", "");

const timesOf = (at: FeedEntry["at"]): readonly string[] =>
  "moment" in at
    ? [`DTSTART:${compact(at.moment)}`, `DTEND:${compact(plusMs(at.moment, HOUR))}`]
    : [`DTSTART;VALUE=DATE:${dayOf(at.day)}`, `DTEND;VALUE=DATE:${dayOf(addDays(at.day, 1))}`];

const eventLines = (
  { uid, at, summary, description, location, sequence }: FeedEntry,
  now: Instant,
): readonly string[] => [
  "BEGIN:VEVENT",
  `UID:${escaped(uid)}`,
  `DTSTAMP:${compact(now)}`,
  ...timesOf(at),
  `SEQUENCE:${sequence}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  ...(location === undefined ? [] : [`LOCATION:${escaped(location)}`]),
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

/** Visits as a calendar that telephones subscribe to (RFC 5545): moments in UTC, so that no zone has to be spelt out. */
export const calendarFeed = (name: string, entries: readonly FeedEntry[], now: Instant): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Aftercare//Visits//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => eventLines(entry, now)),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
