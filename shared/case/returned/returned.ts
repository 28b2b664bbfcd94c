import { holds } from "../../policy/holds.ts";
import type { Policy } from "../../policy/policy.ts";
import type { ReturnMove, Returns } from "../../policy/returns.ts";
import type { Facts } from "../../policy/terms.ts";
import { type Answers, plainAnswers } from "../actor.ts";
import type { Case } from "../case.ts";
import type { CaseEvent } from "../event.ts";
import { difference, type Verdict, verdictOf } from "./compare.ts";

/** Where goods that come back are; `held` until somebody has decided on a count beyond the tolerance. */
export type ReturnStage = "requested" | "held" | "proven" | ReturnMove["makes"];

/** Goods that come back, as the timeline tells it. Quantities in the unit of the order. */
export type Returned = {
  readonly rules: Returns;
  readonly stage: ReturnStage;
  readonly made: readonly ReturnMove["makes"][];
  readonly approved?: number | undefined;
  readonly counted?: number | undefined;
  /** Counted less approved. */
  readonly difference?: number | undefined;
  readonly verdict?: Verdict | undefined;
  /** What may be booked; undefined while nothing is counted, or while it is held. */
  readonly bookable?: number | undefined;
  readonly booked?: number | undefined;
  readonly outcome?: string | undefined;
  readonly proof?: string | undefined;
};

type Told = Pick<Returned, "made" | "approved" | "counted" | "booked" | "outcome" | "proof"> & {
  readonly decided?: number | undefined;
};

/** What a step of the workflow makes of goods that come back, if anything. */
export const returnMove = (policy: Policy, step: string): ReturnMove | undefined =>
  policy.returns?.moves.find((move) => move.step === step);

const numberIn = (answers: Answers, field: string | undefined): number | undefined => {
  const said = field === undefined ? undefined : answers[field];
  return typeof said === "number" ? said : undefined;
};

/** Whether a step that was answered so is about goods at all: one that also does other things says a quantity. */
export const isAbout = ({ quantity, proof }: ReturnMove, answers: Answers): boolean =>
  quantity === undefined || numberIn(answers, quantity) !== undefined || (proof !== undefined && proof in answers);

const moved = (so: Told, move: ReturnMove, answers: Answers): Told => {
  const quantity = numberIn(answers, move.quantity);
  const [outcome, proof] = [move.outcome, move.proof].map((field) =>
    field === undefined || answers[field] === undefined ? undefined : String(answers[field]),
  );
  const told = {
    ...so,
    made: so.made.includes(move.makes) ? so.made : [...so.made, move.makes],
    outcome: outcome ?? so.outcome,
    proof: proof ?? so.proof,
  };
  switch (move.makes) {
    case "agreed":
      return { ...told, approved: quantity ?? so.approved };
    case "shipped":
      return { ...told, approved: so.approved ?? quantity };
    case "counted":
      return { ...told, counted: quantity, decided: undefined };
    case "booked":
      return quantity === undefined ? { ...told, made: so.made } : { ...told, booked: quantity };
    default:
      return told;
  }
};

const after = (policy: Policy, so: Told, event: CaseEvent): Told => {
  if (event.type === "returnDecided") return { ...so, decided: event.quantity };
  const move = event.type === "step" ? returnMove(policy, event.step) : undefined;
  if (event.type !== "step" || move === undefined) return so;
  const answers = plainAnswers(event.answers);
  return isAbout(move, answers) ? moved(so, move, answers) : so;
};

/** The tolerance of this order, or else the regulation's, in per cent (CCF-44); undefined where neither gives one. */
const toleranceOf = ({ tolerance }: Returns, facts: Facts): number | undefined => {
  const own = tolerance?.fact === undefined ? undefined : facts[tolerance.fact];
  return typeof own === "number" ? own : (tolerance?.percent ?? undefined);
};

const judged = (rules: Returns, told: Told, facts: Facts) => {
  const { approved, counted } = told;
  if (approved === undefined || counted === undefined) return { bookable: counted };
  const verdict = verdictOf(approved, counted, toleranceOf(rules, facts));
  const held = rules.tolerance !== undefined && verdict === "beyond";
  return { difference: difference(approved, counted), verdict, bookable: held ? told.decided : counted };
};

const stageOf = (told: Told, held: boolean): ReturnStage => {
  const last = told.made.at(-1) ?? "requested";
  if (held && last !== "done") return "held";
  return last === "booked" && told.proof !== undefined ? "proven" : last;
};

/** Goods that come back in a case; undefined where the regulation knows no returns, or nothing comes back in this case. */
export const returnedOf = (policy: Policy, { facts, timeline }: Case): Returned | undefined => {
  const { returns: rules } = policy;
  if (rules === undefined) return undefined;
  const told = timeline.reduce<Told>((so, event) => after(policy, so, event), { made: [] });
  const asked = rules.when !== undefined && holds(policy, rules.when, facts).is === true;
  if (told.made.length === 0 && !asked) return undefined;
  const { decided: _decided, ...rest } = told;
  const judgement = judged(rules, told, facts);
  const held = told.counted !== undefined && judgement.bookable === undefined;
  return { rules, ...rest, ...judgement, stage: stageOf(told, held) };
};
