import { eventOf } from "../../shared/case/bring.ts";
import type { CaseEvent } from "../../shared/case/event.ts";
import type { Category } from "../../shared/policy/intake.ts";
import type { Policy } from "../../shared/policy/policy.ts";
import type { CaseRecord } from "../../shared/record/record.ts";

/**
 * What of a regulation was at work in a case, read from what was stored of it and called as `policy trace` calls what
 * carries a rule: `step accept`, `mail closed on closed`. Only what left a trace counts: a field that was answered, a
 * mail that was sent.
 */
type Names = readonly string[];

const named = (word: string, ids: Iterable<string>): Names => [...ids].map((id) => `${word} ${id}`);

/** A category and those above it. */
const branch = (tree: readonly Category[], code: unknown): Names =>
  tree.flatMap((one) => {
    if (one.code === code) return [one.code];
    const below = branch(one.children, code);
    return below.length === 0 ? [] : [one.code, ...below];
  });

/** Facts that somebody stated, with the question, the exclusion and the category that they answer. */
const stated = (
  { facts, liability, claims, categories }: Policy,
  answers: Readonly<Record<string, unknown>>,
): Names => [
  ...named(
    "fact",
    facts.map(({ id }) => id).filter((id) => id in answers),
  ),
  ...named(
    "triage question",
    (liability?.questions ?? []).map(({ id }) => id).filter((id) => id in answers),
  ),
  ...named(
    "claim exclusion",
    (claims?.exclusions ?? []).map(({ id }) => id).filter((id) => answers[claims?.exclusion ?? ""] === id),
  ),
  ...named(
    "liability class",
    (liability?.classes ?? []).map(({ value }) => value).filter((value) => answers[liability?.fact ?? ""] === value),
  ),
  ...Object.values(answers).flatMap((answer) => named("category", branch(categories, answer))),
];

const receivedAs = (
  policy: Policy,
  { answers, damages, provisional }: Extract<CaseEvent, { type: "received" }>,
): Names => [
  "intake form",
  ...named("field", Object.keys(answers)),
  ...named(
    "damage field",
    damages.flatMap((damage) => Object.keys(damage)),
  ),
  ...(provisional ? [] : ["numbering"]),
  ...stated(policy, answers),
];

/** A claim, or goods that come back, move on by steps of the workflow. */
const movedBy = ({ claims, returns }: Policy, step: string): Names => [
  ...(claims?.moves.some((move) => move.step === step) ? ["claims"] : []),
  ...(returns?.moves.some((move) => move.step === step) ? ["returns"] : []),
];

/** What an event of the engine itself is the work of. */
const workOf = (policy: Policy, event: CaseEvent): Names => {
  switch (event.type) {
    case "received":
      return receivedAs(policy, event);
    case "step":
      return [`step ${event.step}`, ...movedBy(policy, event.step), ...stated(policy, event.answers)];
    case "surveyAsked":
      return event.outcome.is === "invited" ? [`survey ${event.survey}`] : [];
    case "numbered":
      return ["numbering"];
    case "signed":
      return [`sign-off ${event.signoff}`];
    case "verdictGiven":
      return [`approval ${event.approval}`];
    case "costBooked":
      return [`cost rule ${event.cost}`];
    case "claimPaper":
      return ["claims", `claim document ${event.document}`];
    case "claimAssessed":
      return ["claims", `compensation ${event.of}`];
    case "liabilityJudged":
      return [
        "liability",
        ...(event.class === undefined ? [] : [`liability class ${event.class}`]),
        ...(event.shares === undefined ? [] : ["liability.shares"]),
      ];
    case "returnDecided":
      return ["returns"];
    case "assigned":
    case "needRecorded":
    case "opinionGiven":
      return [`routing ${event.route}`];
    case "actionVerified":
      return [`corrective action ${event.corrective}`];
    case "sanctionDecided":
      return [`sanction ${event.rule}`];
    case "visitRecorded":
      return [`visit ${event.visit}`];
    case "circulated":
    case "copyAcknowledged":
      return [`form ${event.form}`];
    case "extensionDecided":
      return [`extension of ${event.clock}`];
    case "exceptionDecided":
      return [`exception of ${event.clock}`];
    case "evidenceAsked":
      return named(
        "evidence",
        event.missing.map(({ rule }) => rule),
      );
    case "breached":
    case "reminded":
      return [`clock ${event.clock}`];
    default:
      return [];
  }
};

/** What the regulation calls what was sent, and what it was heard by. */
const lettersOf = ({ notifications }: Policy, { timeline, outbox }: CaseRecord): Names =>
  outbox.flatMap(({ template, to, about, state, copy }) => {
    const event = timeline[about];
    if (state.is !== "sent" || event === undefined) return [];
    if (copy !== undefined) return [`form ${copy.form}`];
    const heard = new Set([eventOf(event), HEARD[event.type] ?? event.type]);
    return notifications
      .filter((one) => one.template === template && heard.has(one.on) && one.to.includes(to))
      .map((one) => `mail ${template} on ${one.on}`);
  });

const HEARD: Readonly<Partial<Record<CaseEvent["type"], string>>> = {
  reminded: "clockReminder",
  breached: "clockBreached",
  evidenceAsked: "evidenceIncomplete",
};

/** The role in which a member of staff did it; who has several may have acted in any of them. */
const actingAs = ({ by, type }: CaseEvent): Names =>
  by.kind === "staff" && by.roles.length === 1 && type !== "attempted" ? named("role", by.roles) : [];

export const enacted = (policy: Policy, record: CaseRecord): ReadonlySet<string> =>
  new Set([
    ...record.timeline.flatMap((event) => [...workOf(policy, event), ...actingAs(event)]),
    ...lettersOf(policy, record),
  ]);
