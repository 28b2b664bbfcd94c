import type { Action } from "../case/actions/actions.ts";
import type { CaseEvent } from "../case/event.ts";
import { roleTitle } from "../policy/policy.ts";
import type { Block, Draft, Row } from "./block.ts";
import type { LetterData } from "./mail.ts";
import { dueWords } from "./promise.ts";
import { sentencesIn } from "./sentences.ts";

type ActionEvent = Extract<CaseEvent, { corrective: string; action: string }>;

const isAction = (about: CaseEvent): about is ActionEvent => "action" in about;

const planRows = ({ locale, policy }: LetterData, plan: Action["plan"]): readonly Row[] => {
  const s = sentencesIn(locale).action;
  if (plan === undefined) return [];
  const { role, person } = plan.owner;
  const title = roleTitle(policy, role)?.[locale] ?? role;
  return [{ label: s.owner, value: locale === "zh-CN" ? `${person}（${title}）` : `${person} (${title})` }];
};

/** What somebody wrote, in full; nothing where nobody did. */
const quote = (label: string, text: string | undefined): readonly Block[] =>
  text === undefined ? [] : [{ is: "quote", label, text }];

const spoken = (data: LetterData, about: ActionEvent, what: string): { subject: string; says: string } => {
  const s = sentencesIn(data.locale).action;
  const { number } = data.case;
  if (about.type === "actionOpened") return { subject: s.opened(number, what), says: s.openedSays };
  if (about.type === "actionDone") return { subject: s.done(number, what), says: s.doneSays };
  if (about.type === "actionVerified") return { subject: s.back(number, what), says: s.backSays };
  const due = "due" in about ? dueWords(data, about.due) : "";
  return { subject: s.planned(number, what, due), says: s.plannedSays };
};

/** To staff: a corrective, preventive or training action waits for them – to plan, to carry out, to verify (PSI-09). */
export const action = (data: LetterData): Draft => {
  const { about, policy, locale, case: current } = data;
  const all = sentencesIn(locale);
  const s = all.action;
  if (!isAction(about)) throw new Error(`${about.type} is about no action`);
  const rule = policy.corrective.find(({ id }) => id === about.corrective);
  const what = rule?.title[locale] ?? about.corrective;
  const plan = current.actions.find(({ id }) => id === about.action)?.plan;
  const { subject, says } = spoken(data, about, what);
  const dated: readonly Block[] =
    plan === undefined
      ? []
      : [{ is: "date", label: all.clause(what, rule?.rules.join(", ") ?? ""), date: dueWords(data, plan.due) }];
  const rows = planRows(data, plan);
  return {
    subject,
    preview: says,
    heading: what,
    blocks: [
      { is: "words", text: says },
      ...(about.type === "actionOpened" ? quote(s.about, s.counted(about.subject, about.period, about.times)) : dated),
      ...(rows.length === 0 ? [] : [{ is: "facts", rows } as const]),
      ...quote(s.cause, plan?.cause),
      ...quote(s.measure, plan?.measure),
      ...quote(s.prevention, plan?.prevention),
      ...(about.type === "actionDone" ? quote(s.result, about.result) : []),
      ...(about.type === "actionVerified" ? quote(s.finding, about.finding) : []),
    ],
  };
};
