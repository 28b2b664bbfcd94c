import type { Actor } from "../../case/actor.ts";
import type { Refusal } from "../../case/fault.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import { notAuthor } from "../../report/author.ts";
import { decideReport, type ReportCommand } from "../../report/decide.ts";
import type { ReportEvent } from "../../report/event.ts";
import { isDraft } from "../../report/report.ts";
import type { KeptRef } from "../kept.ts";
import { grownReport } from "./grown.ts";
import { type LoadedReport, loadReport, type ReportDesk, withGround } from "./load.ts";
import type { ReportRecord } from "./reports.ts";

/** How often a command that was overtaken looks again. */
const TRIES = 60;

/** What must have happened before some reports may be handed in: asked when it matters. */
export type Demands = (found: LoadedReport) => Promise<readonly Text[]>;

const none: Refusal = { code: "no-such-report", says: say("没有此报告", "there is no such report"), rules: [] };

/** What somebody makes of a report: events, and a record with them; none where nothing is to be written. */
type Made = {
  readonly events: readonly ReportEvent[];
  readonly more?: Partial<Pick<ReportRecord, "lookedAt" | "letters" | "askedAt">>;
};

/** Load, make, save over the version that was read, and again when somebody was faster. @throws when it is overtaken every time. */
export const changeReport = async (
  deps: ReportDesk,
  ref: KeptRef,
  make: (found: LoadedReport) => Promise<Result<Made, Refusal>>,
): Promise<Result<LoadedReport, Refusal>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await deps.pause?.(tries);
    const found = await loadReport(deps, ref);
    if (found === undefined) return refuse(none);
    const made = await make(found);
    if (!made.ok) return made;
    const { events, more } = made.value;
    if (events.length === 0 && more === undefined) return accept(found);
    const record = grownReport(found, events, more);
    if ((await deps.reports.save(record)) === "saved")
      return accept(await withGround(deps.orgs, { ...record, version: record.version + 1 }));
  }
  throw new Error(`report ${ref.id} was overtaken ${TRIES} times`);
};

/** Lets an author ask for the figures as they are now: the clock makes them within a minute, however many there are. */
export const askAnew = (deps: ReportDesk, ref: KeptRef, by: Actor): Promise<Result<LoadedReport, Refusal>> =>
  changeReport(deps, ref, async ({ report, policy, schedule, record }) => {
    const foreign = notAuthor(policy, schedule, record.unit, by);
    if (foreign !== undefined) return refuse(foreign);
    if (isDraft(report)) return accept({ events: [], more: { askedAt: deps.now() } });
    const says = say("报告已报送或尚未汇总", "the report has been submitted, or not been compiled yet");
    return refuse({ code: "report-closed", says, rules: schedule.rules });
  });

/** Obeys a command of an author, once for each key. */
export const obeyAuthor = (
  deps: ReportDesk,
  ref: KeptRef,
  command: ReportCommand,
  by: Actor,
  demands: Demands,
): Promise<Result<LoadedReport, Refusal>> =>
  changeReport(deps, ref, async (found) => {
    const { record, report, policy, schedule } = found;
    const ground = { policy, schedule, unit: record.unit };
    const standing = { due: record.due, demands: command.do === "submit" ? await demands(found) : [] };
    const decided = decideReport(ground, record.timeline, report, command, { at: deps.now(), by }, standing);
    return decided.ok ? accept({ events: decided.value }) : decided;
  });
