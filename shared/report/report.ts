import { say, type Text } from "../kernel/text.ts";
import type { ReportEvent, Texts } from "./event.ts";

/** DUE: nothing was compiled yet. A correction leaves what was handed in as it is and is a draft beside it. */
export type ReportState = "DUE" | "DRAFT" | "SUBMITTED" | "LATE" | "CONSOLIDATED";

type Compiled = Extract<ReportEvent, { type: "compiled" }>;
type Submitted = Extract<ReportEvent, { type: "submitted" }>;

/** Handed in with the words that its author had written by then; `content` is what was kept of that, once it was. */
type Submission = Submitted & { readonly texts: Texts; readonly content?: number | undefined };

/** A report as its events tell it. */
export type Report = {
  readonly state: ReportState;
  /** Every content it had, the last of which is what its author works on. */
  readonly contents: readonly Compiled[];
  readonly texts: Texts;
  /** Each time it was handed in, the last of which stands. */
  readonly submissions: readonly Submission[];
  /** Why it was opened again, while it is. */
  readonly correcting?: string | undefined;
  /** The reports further up the line that took it in. */
  readonly usedIn: readonly string[];
};

const EMPTY: Report = { state: "DUE", contents: [], texts: {}, submissions: [], usedIn: [] };

const evolve = (report: Report, event: ReportEvent): Report => {
  switch (event.type) {
    case "compiled": {
      const state = report.state === "DUE" ? "DRAFT" : report.state;
      return { ...report, state, contents: [...report.contents, event] };
    }
    case "written":
      return { ...report, texts: { ...report.texts, ...event.texts } };
    case "submitted": {
      const state = event.late ? "LATE" : "SUBMITTED";
      const submission = { ...event, texts: report.texts };
      return { ...report, state, submissions: [...report.submissions, submission], correcting: undefined };
    }
    case "reopened":
      return { ...report, correcting: event.reason };
    case "consolidated":
      return report.usedIn.includes(event.in)
        ? report
        : { ...report, state: "CONSOLIDATED", usedIn: [...report.usedIn, event.in] };
    case "settled":
      return {
        ...report,
        submissions: report.submissions.map((one, at) =>
          at + 1 === event.submission ? { ...one, content: event.content } : one,
        ),
      };
  }
};

export const reportOf = (timeline: readonly ReportEvent[]): Report => timeline.reduce(evolve, EMPTY);

/** Whether its author may still work on it: it was not handed in, or was opened again. */
export const isDraft = ({ submissions, correcting, contents }: Report): boolean =>
  contents.length > 0 && (submissions.length === 0 || correcting !== undefined);

const STATES: Readonly<Record<ReportState, Text>> = {
  DUE: say("待编制", "to be compiled"),
  DRAFT: say("草稿", "draft"),
  SUBMITTED: say("已报送", "submitted"),
  LATE: say("逾期报送", "submitted late"),
  CONSOLIDATED: say("已汇总", "taken into a further report"),
};

export const sayState = (state: ReportState): Text => STATES[state];
