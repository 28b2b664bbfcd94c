import type { CaseView } from "../../../shared/api/case-view.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import { answersOf, type Entered, type Field, startOf } from "../api/entered.ts";
import { dayAfter, sayMoment } from "../words/time.ts";
import type { Words } from "../words/words.ts";

/** Something that may be done to a case: what is asked, where it is sent, and what is sent. */
export type Errand = {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly (Field & {
    readonly min?: string | undefined;
    readonly yesNo?: readonly [string, string];
  })[];
  readonly start: Entered;
  /** After the address of the case. */
  readonly path: string;
  readonly body: (entered: Entered) => unknown;
  /** Why it cannot be done now; the dialog may be open when that changes. */
  readonly closed?: string | undefined;
  /** What must be known before it is sent. */
  readonly warns?: string | undefined;
};

/** A field that must be filled in, unless told otherwise. */
export const field = (id: string, type: string, label: string, rest: Partial<Errand["fields"][number]> = {}) => ({
  id,
  type,
  label,
  required: true,
  ...rest,
});

/** What was typed, without the blanks around it. */
export const text = (value: Entered[string]): string => String(value ?? "").trim();

/** The steps of the regulation's workflow, as far as the API lets the caller see them. */
export const stepErrands = (view: CaseView, offset: string): readonly Errand[] =>
  view.next.map(({ step, title, fields, offered, allowed, why }) => ({
    id: step,
    title,
    fields,
    start: startOf(fields, { ...view.facts, ...offered }),
    path: `/steps/${encodeURIComponent(step)}`,
    body: (entered) => answersOf(fields, entered, offset),
    closed: allowed ? undefined : (why ?? ""),
  }));

/** A field called `facts.place` is the member `place` of `facts` in the body. */
export const nested = (answers: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(answers)) {
    const [outer = name, inner] = name.split(".");
    body[outer] = inner === undefined ? value : { ...(body[outer] as object | undefined), [inner]: value }; // made here before
  }
  return body;
};

/** What can be done beside the steps (signatures, approvals, visits, charges …), as far as the API offers it to the caller. */
export const actErrands = (view: CaseView, offset: string): readonly Errand[] =>
  view.acts.map(({ act, of, title, path, given, fields, allowed, why }) => ({
    id: `${act} ${of}`,
    title,
    fields,
    start: {},
    path: `/${path}`,
    body: (entered) => ({ ...given, ...nested(answersOf(fields, entered, offset)) }),
    closed: allowed ? undefined : (why ?? ""),
  }));

export const noteErrand = ({ actions }: Words): Errand => ({
  id: "note",
  title: actions.note,
  fields: [field("text", "longText", actions.noteField, { max: 4000 })],
  start: {},
  path: "/notes",
  body: ({ text: said }) => ({ text: text(said) }),
});

/** Asking for a later due, of the clocks for which the caller may; undefined when there is none. */
export const extendErrand = (view: CaseView, { actions, deadlines }: Words, locale: Locale): Errand | undefined => {
  const open = view.deadlines.filter(({ clock }) => view.mayExtend.includes(clock));
  const [only] = open;
  if (only === undefined) return undefined;
  const choices = open.map(({ clock, title, due }) => ({
    value: clock,
    label: due === undefined ? title : `${title} (${deadlines.due} ${sayMoment(due, locale, true)})`,
  }));
  const earliest = open.flatMap(({ due }) => (due === undefined ? [] : [dayAfter(due)])).sort()[0];
  return {
    id: "extend",
    title: actions.extend,
    fields: [
      field("clock", "choice", actions.extendClock, { choices }),
      field("newDue", "date", actions.extendDate, { min: earliest }),
      field("reason", "longText", actions.extendReason, { max: 2000 }),
    ],
    start: { clock: only.clock },
    path: "/extensions",
    body: ({ clock, newDue, reason }) => ({ clock, newDue, reason: text(reason) }),
  };
};

/** The decisions that wait for the caller. */
export const decideErrands = (view: CaseView, { actions }: Words, locale: Locale): readonly Errand[] =>
  view.extensions
    .filter(({ mayDecide }) => mayDecide)
    .map(({ id, clock, newDue }) => {
      const title = view.deadlines.find((one) => one.clock === clock)?.title ?? clock;
      return {
        id: `decide ${id}`,
        title: `${actions.decide}: ${title} → ${sayMoment(newDue, locale, true)}`,
        fields: [
          field("approve", "flag", actions.decideField, { yesNo: [actions.approve, actions.refuse] }),
          field("remark", "longText", actions.remark, { required: false, max: 2000 }),
        ],
        start: {},
        path: `/extensions/${encodeURIComponent(id)}/decision`,
        body: ({ approve, remark }) => ({ approve, ...(text(remark) === "" ? {} : { remark: text(remark) }) }),
      };
    });
