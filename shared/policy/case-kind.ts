import * as z from "zod";
import { say, type Text } from "../kernel/text.ts";
import type { Policy } from "./policy.ts";
import { type Facts, Name } from "./terms.ts";

/** What cases are, whatever a regulation's form calls them. */
export const CaseKind = z.enum([
  "complaint",
  "enquiry",
  "suggestion",
  "service-request",
  "repair-call",
  "fault",
  "abnormality-slip",
  "claim",
  "survey-opinion",
]);
export type CaseKind = z.infer<typeof CaseKind>;

const TITLES: Readonly<Record<CaseKind, Text>> = {
  complaint: say("投诉", "Complaint"),
  enquiry: say("咨询", "Enquiry"),
  suggestion: say("建议", "Suggestion"),
  "service-request": say("服务请求", "Service request"),
  "repair-call": say("报修", "Repair call"),
  fault: say("故障", "Fault"),
  "abnormality-slip": say("异常处理单", "Abnormality slip"),
  claim: say("索赔", "Claim"),
  "survey-opinion": say("调查意见", "Opinion of a survey"),
};

export const kindTitle = (kind: CaseKind): Text => TITLES[kind];

/** Which kinds a form takes: one for all, or by the values of a fact; an event may make it another (CCF-03). */
export const Kinds = z.strictObject({
  is: CaseKind,
  by: Name.optional(),
  of: z.record(z.string(), CaseKind).default({}),
  after: z.record(Name, CaseKind).default({}),
});

type Known = { readonly facts: Facts; readonly happened: Readonly<Record<string, unknown>> };

/** What a case is, by what is known of it and what has happened to it. */
export const kindOf = ({ intake }: Pick<Policy, "intake">, { facts, happened }: Known): CaseKind => {
  const kinds = intake?.kinds;
  if (kinds === undefined) return "complaint";
  const { is, by, of, after } = kinds;
  const became = Object.entries(after).find(([event]) => Object.hasOwn(happened, event))?.[1];
  const value = by === undefined ? undefined : facts[by];
  const meant = value === undefined ? undefined : Object.entries(of).find(([named]) => named === String(value))?.[1];
  return became ?? meant ?? is;
};
