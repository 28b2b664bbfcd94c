import { readFileSync } from "node:fs";
import * as z from "zod";
import { digest } from "../../shared/audit/digest.ts";
import { AnchorFile, AuditFile } from "../../shared/audit/file.ts";
import { type Broken, firstBroken, type Vouched, vouchedFor } from "../../shared/audit/verify.ts";
import { addDays, CivilDate } from "../../shared/calendar/civil-date.ts";

const SAYS: Readonly<Record<Broken["what"], string>> = {
  changed: "this event was changed",
  removed: "events that stood here were removed",
  inserted: "this event was put in",
  order: "this event stands in the wrong place",
};

type JudgedCase = {
  readonly file: string;
  readonly case: string;
  readonly number: string;
  readonly events: number;
  readonly head: string;
  readonly holds: boolean;
  readonly broken?: Broken & { readonly says: string };
  readonly anchor?: Vouched & { readonly date: string };
};

/** A file of one of ours. @throws in a sentence when it cannot be read as one. */
const readAs = <T>(schema: z.ZodType<T>, file: string): { readonly text: string; readonly value: T } => {
  const text = readFileSync(file, "utf8");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`${file} is not JSON`);
  }
  const read = schema.safeParse(json);
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  return { text, value: read.data };
};

const judge = (file: string, anchor: AnchorFile | undefined): JudgedCase => {
  const { value } = readAs(AuditFile, file);
  const { case: of, head, events } = value;
  const broken = firstBroken(value);
  const vouched = anchor === undefined || broken !== undefined ? undefined : vouchedFor(value, anchor);
  return {
    file,
    case: of.id,
    number: of.number,
    events: events.length,
    head,
    holds: broken === undefined && (vouched === undefined || vouched.is === "held"),
    ...(broken === undefined ? {} : { broken: { ...broken, says: SAYS[broken.what] } }),
    ...(vouched === undefined || anchor === undefined ? {} : { anchor: { date: anchor.date, ...vouched } }),
  };
};

/** Proves exported cases, each by its own chain and, where an anchor is given, by what was written down that day. */
export const verifyCases = (files: readonly string[], anchorFile: string | undefined) => {
  const anchor = anchorFile === undefined ? undefined : readAs(AnchorFile, anchorFile).value;
  const cases = files.map((file) => judge(file, anchor));
  return { holds: cases.every(({ holds }) => holds), cases };
};

/** Proves that anchors follow one another, day by day, each naming the one before as it was written. */
export const verifyAnchors = (files: readonly string[]) => {
  const anchors = files
    .map((file) => ({ file, ...readAs(AnchorFile, file) }))
    .sort((a, b) => (a.value.date < b.value.date ? -1 : 1));
  for (const [place, { file, value }] of anchors.entries()) {
    const before = anchors[place - 1];
    if (before === undefined) continue;
    const broken = { file, date: value.date };
    if (addDays(CivilDate.parse(before.value.date), 1) !== value.date) {
      return { holds: false, anchors: anchors.length, broken: { ...broken, what: "day-missing" } };
    }
    if (digest(before.text) !== value.previous) {
      return { holds: false, anchors: anchors.length, broken: { ...broken, what: "previous-differs" } };
    }
  }
  return { holds: true, anchors: anchors.length };
};
