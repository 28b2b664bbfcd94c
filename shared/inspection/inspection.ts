import type { Photo } from "../evidence/evidence.ts";
import type { PhotoId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Filed, InspectionEvent } from "./event.ts";
import { type Finding, findingOf, withEvent } from "./finding.ts";

type Approval = {
  readonly n: number;
  readonly decided?:
    | { readonly passed: boolean; readonly plan: string; readonly at: Instant; readonly name: string }
    | undefined;
};

/** A photo of an inspection, and whether it shows what was found or what was done about it. */
type Shown = Photo & { readonly after: boolean };

/** An inspection (巡检) as its events tell it. */
export type Inspection = {
  readonly filed: Filed;
  readonly findings: readonly Finding[];
  readonly approvals: readonly Approval[];
  readonly photos: readonly Shown[];
  readonly refused: readonly PhotoId[];
  /** Whether it was entered wherever it counts. */
  readonly entered: boolean;
  /** Of what was written by mail, or could not be: the names of those parts. */
  readonly told: ReadonlySet<string>;
  /** Since when nothing that was typed is left of it, and no photo. */
  readonly forgottenAt?: Instant | undefined;
};

/** How it went: `waiting` for somebody's approval, `refused` for good, `findings` open, all put right, or nothing wrong. */
export type Outcome = "passed" | "findings" | "waiting" | "refused" | "rectified";

const nameOf = (by: InspectionEvent["by"]): string => (by.kind === "staff" ? by.name : by.kind);

const evolve = (current: Inspection, event: InspectionEvent): Inspection => {
  switch (event.type) {
    case "photoKept": {
      const finding = current.findings.find(({ n }) => n === event.photo.damage);
      const after = finding !== undefined && finding.state !== "OPEN" && finding.state !== "SIGNED";
      return { ...current, photos: [...current.photos, { ...event.photo, after }] };
    }
    case "photoRefused":
      return { ...current, refused: [...current.refused, event.photoId] };
    case "entered":
      return { ...current, entered: true };
    case "told":
    case "notTold":
      return { ...current, told: new Set([...current.told, ...event.about]) };
    case "approved": {
      const { n, passed, plan, at, by } = event;
      const decided = { passed, plan, at, name: nameOf(by) };
      const approvals = current.approvals.map((one) => (one.n === n ? { n, decided } : one));
      const line = current.filed.lines.find((one) => one.n === n);
      // what nobody approves is to be put right like anything else
      const findings = passed || line === undefined ? current.findings : [...current.findings, findingOf(line, at)];
      return { ...current, approvals, findings };
    }
    case "signed":
    case "assigned":
    case "rectified":
    case "verified":
    case "overdue":
      return { ...current, findings: current.findings.map((one) => (one.n === event.n ? withEvent(one, event) : one)) };
    case "forgotten":
      return event.what === "all" ? { ...current, photos: [], forgottenAt: event.at } : current;
    case "filed":
      return current;
  }
};

/** @throws when the first event is not its filing. */
export const inspectionOf = ([first, ...rest]: readonly InspectionEvent[]): Inspection => {
  if (first?.type !== "filed") throw new Error("an inspection begins with what was handed in");
  const findings = first.lines
    .filter(({ leads }) => leads === "finding" || leads === "refusal")
    .map((line) => findingOf(line, first.at));
  const approvals = first.lines.filter(({ leads }) => leads === "approval").map(({ n }) => ({ n }));
  const begun = {
    filed: first,
    findings,
    approvals,
    photos: [],
    refused: [],
    entered: false,
    told: new Set<string>(),
  };
  return rest.reduce(evolve, begun);
};

/** How an inspection stands. */
export const outcomeOf = ({ filed, findings, approvals }: Inspection): Outcome => {
  const open = findings.some(({ state }) => state !== "CLOSED");
  const refused =
    approvals.some(({ decided }) => decided?.passed === false) ||
    filed.lines.some(
      ({ n, leads }) => leads === "refusal" && findings.some((one) => one.n === n && one.state !== "CLOSED"),
    );
  if (refused && open) return "refused";
  if (approvals.some(({ decided }) => decided === undefined)) return "waiting";
  if (open) return "findings";
  return findings.length > 0 ? "rectified" : "passed";
};
