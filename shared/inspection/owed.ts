import type { Calendar } from "../calendar/calendar.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import { duesOf, type FindingDue } from "./dues.ts";
import type { Asks, Person } from "./event.ts";
import { type Finding, lapse } from "./finding.ts";
import type { Inspection } from "./inspection.ts";
import { approvalOf, type Ground, rectifiersOf, signersOf, verifiersOf } from "./sides.ts";

/** Who is asked: a person whose address is known, else the desk of a role. */
type Reader = { readonly person?: Person | undefined; readonly roles: readonly string[] };

/** A mail that is owed: to whom, what it asks, of which lines; each part is asked once. */
export type Asking = Reader & {
  readonly asks: Asks;
  readonly lines: readonly number[];
  readonly about: readonly string[];
  readonly due?: Instant | undefined;
};

/** What the engine has to do about an inspection, one thing at a time. */
export type InspectionWork =
  | { readonly is: "enter" }
  | { readonly is: "lapse"; readonly n: number; readonly due: FindingDue }
  | { readonly is: "ask"; readonly asking: Asking };

type Ruled = Ground & { readonly calendar: Calendar };

const reachable = (person: Person | undefined): Person | undefined =>
  person?.email === undefined ? undefined : person;

/** Who has to act on a finding now, what they are asked for, and by which name. */
export const askOf = (ground: Ground, { filed }: Inspection, finding: Finding) => {
  const { n, state, rounds, assigned, rectified } = finding;
  const signers = signersOf(ground);
  if (state === "CLOSED") return undefined;
  if (state === "RECTIFIED")
    return { asks: "verify", roles: verifiersOf(ground), about: `verify.${n}.${rectified?.at}` } as const;
  if (state === "OPEN" && signers.length > 0)
    return { asks: "sign", roles: signers, person: reachable(filed.head), about: `sign.${n}` } as const;
  const person = reachable(assigned?.rectifier);
  return {
    asks: "rectify",
    roles: rectifiersOf(ground),
    person,
    about: `rectify.${n}.${rounds}.${assigned?.at ?? ""}`,
  } as const;
};

const name = ({ roles, person }: Reader, asks: Asks): string => JSON.stringify([asks, person, roles]);

/** What is asked of the same people in the same words is one mail. */
const gathered = (asked: readonly (Reader & { asks: Asks; n: number; about: string; due?: Instant | undefined })[]) => {
  const groups = new Map<string, Asking>();
  for (const { n, about, asks, roles, person, due } of asked) {
    const key = name({ roles, person }, asks);
    const before = groups.get(key) ?? { asks, roles, person, due, lines: [], about: [] };
    groups.set(key, {
      ...before,
      lines: [...before.lines, n],
      about: [...before.about, about],
      due: earliest(before.due, due),
    });
  }
  return [...groups.values()];
};

/** The mails that are owed by now. */
const askings = (ground: Ruled, current: Inspection, now: Instant): readonly Asking[] => {
  const approvals = current.approvals.flatMap(({ n, decided }) => {
    const asked = approvalOf(ground, current.filed.lines.find((one) => one.n === n)?.of);
    return decided !== undefined || asked === undefined
      ? []
      : [{ n, asks: "approve" as const, roles: asked.by, about: `approve.${n}` }];
  });
  const findings = current.findings.flatMap((finding) => {
    const ask = askOf(ground, current, finding);
    if (ask === undefined) return [];
    const dues = duesOf(ground, finding);
    const { n } = finding;
    const [first] = dues;
    const late = dues
      .filter(({ due }) => due <= now)
      .map(({ clock, due }) => ({
        ...ask,
        n,
        asks: "overdue" as const,
        due,
        about: `overdue.${n}.${lapse(clock, finding)}`,
      }));
    const soon = dues
      .filter(({ due, reminder }) => reminder !== undefined && reminder <= now && due > now)
      .map(({ clock, due }) => ({
        ...ask,
        n,
        asks: "remind" as const,
        due,
        about: `remind.${n}.${lapse(clock, finding)}`,
      }));
    return [{ ...ask, n, due: first?.due }, ...late, ...soon];
  });
  return gathered([...approvals, ...findings].filter(({ about }) => !current.told.has(about)));
};

/** What is to be done about an inspection by now, and when it is to be looked at again. */
export const inspectionWork = (
  ground: Ruled,
  current: Inspection,
  now: Instant,
): { readonly work?: InspectionWork; readonly wakeAt?: Instant | undefined } => {
  if (!current.entered) return { work: { is: "enter" } };
  const dues = current.findings.flatMap((finding) =>
    duesOf(ground, finding).map((due) => ({
      n: finding.n,
      due,
      lapsed: finding.overdue.includes(lapse(due.clock, finding)),
    })),
  );
  const passed = dues.find(({ due, lapsed }) => due.due <= now && !lapsed);
  if (passed !== undefined) return { work: { is: "lapse", n: passed.n, due: passed.due } };
  const [asking] = askings(ground, current, now);
  if (asking !== undefined) return { work: { is: "ask", asking } };
  const moments = dues.flatMap(({ due: { due, reminder } }) => [due, reminder]);
  return { wakeAt: earliest(...moments.filter((at) => at !== undefined && at > now)) };
};
