import type { CivilDate } from "../calendar/civil-date.ts";
import type { Instant } from "../kernel/instant.ts";
import { never } from "../kernel/result.ts";
import type { Text } from "../kernel/text.ts";
import type { InspectionEvent, Person } from "./event.ts";
import type { Line } from "./line.ts";

/** Where a finding stands (3.3): what does not work goes back to RECTIFYING. */
export type FindingState = "OPEN" | "SIGNED" | "RECTIFYING" | "RECTIFIED" | "CLOSED";

type Deed = { readonly at: Instant; readonly sub: string; readonly name: string };

/** Something that an inspection found wrong (不合格), as its events tell it. */
export type Finding = {
  /** The line of the form that it stands in. */
  readonly n: number;
  readonly code: string;
  readonly title: Text;
  readonly note?: string | undefined;
  readonly value?: string | undefined;
  readonly state: FindingState;
  readonly foundAt: Instant;
  readonly signed?: (Deed & { readonly remark?: string | undefined }) | undefined;
  readonly assigned?: (Deed & { readonly rectifier: Person; readonly dueOn?: CivilDate | undefined }) | undefined;
  readonly rectified?: (Deed & { readonly measure: string }) | undefined;
  readonly verified?: (Deed & { readonly passed: boolean; readonly result: string }) | undefined;
  /** How often it went back. */
  readonly rounds: number;
  /** Which deadlines have passed, by name and round. */
  readonly overdue: readonly string[];
};

type OfFinding = Extract<InspectionEvent, { type: "signed" | "assigned" | "rectified" | "verified" | "overdue" }>;

/** A finding as it is when it is found. */
export const findingOf = ({ n, code, title, note, value }: Line, foundAt: Instant): Finding => ({
  ...{ n, code, title, note, value, foundAt },
  ...{ state: "OPEN", rounds: 0, overdue: [] },
});

const deed = ({ at, by }: OfFinding): Deed => ({
  at,
  ...(by.kind === "staff" ? { sub: by.sub, name: by.name } : { sub: by.kind, name: by.kind }),
});

/** A deadline of a finding by its name, told apart from the same one of an earlier round. */
export const lapse = (clock: string, { rounds }: Pick<Finding, "rounds">): string => `${clock}.${rounds}`;

/** What an event makes of a finding. */
export const withEvent = (finding: Finding, event: OfFinding): Finding => {
  switch (event.type) {
    case "signed":
      return { ...finding, state: "SIGNED", signed: { ...deed(event), remark: event.remark } };
    case "assigned": {
      const { rectifier, dueOn } = event;
      return { ...finding, state: "RECTIFYING", assigned: { ...deed(event), rectifier, dueOn } };
    }
    case "rectified":
      return { ...finding, state: "RECTIFIED", rectified: { ...deed(event), measure: event.measure } };
    case "verified": {
      const { passed, result } = event;
      const verified = { ...deed(event), passed, result };
      return passed
        ? { ...finding, state: "CLOSED", verified }
        : { ...finding, state: "RECTIFYING", rectified: undefined, verified, rounds: finding.rounds + 1 };
    }
    case "overdue":
      return { ...finding, overdue: [...finding.overdue, lapse(event.clock, finding)] };
    default:
      return never(event);
  }
};
