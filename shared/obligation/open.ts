import type { Actor } from "../case/actor.ts";
import { actsAs } from "../case/roles.ts";
import { OUTCOMES, sayOutcome } from "../case/visit/visit.ts";
import type { Instant } from "../kernel/instant.ts";
import { say, type Text } from "../kernel/text.ts";
import { sayChannel } from "../policy/explain-words.ts";
import type { Field } from "../policy/field.ts";
import { planApprover } from "../policy/occurrences.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import { canDo, isOwed, shownBy, waivers } from "./duty-decide.ts";
import { type DutyObject, RETIRED_FOR, retiredOf } from "./object.ts";
import type { Obligation } from "./obligation.ts";
import type { YearPlan } from "./plan.ts";
import { canBe, channelsOf, fieldsOf, type VisitCommand } from "./visit-decide.ts";

/** What somebody may do to a visit, an object or a plan now, as a screen draws it: sent below its address. */
export type VisitAct = {
  readonly act: string;
  readonly path: string;
  readonly title: Text;
  readonly fields: readonly Field[];
  /** Why it cannot be done here, where somebody may look for it: what alone shows that it is done. */
  readonly closed?: Text | undefined;
};

type Ground = { readonly policy: Policy; readonly schedule: Schedule };
type Owed = Ground & { readonly object: Pick<DutyObject, "kind"> };

const asked = { rules: [], required: false };
const must = { ...asked, required: true };

const text = (id: string, label: Text, max: number, required = false): Field =>
  ({ ...asked, id, type: max > 200 ? "longText" : "text", label, max, required }) as Field; // either has these members

const channelField = (schedule: Schedule): Field => ({
  ...must,
  id: "channel",
  type: "choice",
  label: say("方式", "How"),
  of: channelsOf(schedule).map((value) => ({ value, label: sayChannel(value) })),
});
const when: Field = {
  ...asked,
  id: "doneAt",
  type: "moment",
  label: say("时间（不填为现在）", "When (now, if empty)"),
};
const note = text("note", say("备注", "Note"), 2000);

const reason = text("reason", say("原因", "Reason"), 2000, true);

const METHODS = [
  { value: "drawn", label: say("手写", "Drawn") },
  { value: "typed", label: say("键入", "Typed") },
  { value: "paper", label: say("纸质", "On paper") },
];

const FORMS: Readonly<
  Record<VisitCommand["do"], { path: string; title: Text; fields: (ground: Ground) => readonly Field[] }>
> = {
  done: {
    path: "done",
    title: say("登记回访", "Record the visit"),
    fields: (ground) => [
      channelField(ground.schedule),
      text("whom", say("受访人", "Whom you met"), 100, true),
      ...fieldsOf(ground).map((field) => ({ ...field, id: `answers.${field.id}` })),
      when,
      note,
    ],
  },
  unreachable: {
    path: "unreachable",
    title: sayOutcome[OUTCOMES[1]],
    fields: ({ schedule }) => [channelField(schedule), when, note],
  },
  rebooked: {
    path: "rebooked",
    title: say("另约时间", "Promise another time"),
    fields: () => [
      { ...must, id: "next", type: "moment", label: say("新的时间", "New time") },
      text("apology", say("致歉内容", "Apology"), 2000, true),
    ],
  },
  signed: {
    path: "signature",
    title: say("登记客户签字", "Record the customer's signature"),
    fields: () => [
      text("name", say("签字人", "Who signed"), 100, true),
      { ...must, id: "method", type: "choice", label: say("签字方式", "How"), of: METHODS },
    ],
  },
};

/** What somebody may write down of a visit now. */
const visitActs = (ground: Ground, visit: Obligation, by: Actor, at: Instant): readonly VisitAct[] =>
  actsAs(by, ground.schedule.by)
    ? (["done", "unreachable", "rebooked", "signed"] as const)
        // another time is promised of what could be made by now; the API takes it of later visits too
        .filter((does) => canBe(ground, visit, does, at) && (does !== "rebooked" || canBe(ground, visit, "done", at)))
        .map((act) => ({ act, path: FORMS[act].path, title: FORMS[act].title, fields: FORMS[act].fields(ground) }))
    : [];

/** Writing down that it was done; of what leaves a record of its own, why that is not for a form to say. */
const doneActs = (ground: Owed, obligation: Obligation, at: Instant): readonly VisitAct[] => {
  const act = { act: "fulfilled", path: "fulfilment", title: say("登记完成", "Record it as done") } as const;
  if (canDo(ground, obligation, "fulfilled", at)) return [{ ...act, fields: [when, note] }];
  const closed = ground.schedule.duty.is === "visit" || !isOwed(obligation) ? undefined : shownBy(ground);
  return closed === undefined ? [] : [{ ...act, fields: [], closed }];
};

/** What somebody may write down of anything else that is owed, or decide about it. */
const dutyActs = (ground: Owed, obligation: Obligation, by: Actor, at: Instant): readonly VisitAct[] => [
  ...(actsAs(by, ground.schedule.by) ? doneActs(ground, obligation, at) : []),
  ...(actsAs(by, waivers(ground.schedule)) && canDo(ground, obligation, "waived", at)
    ? [{ act: "waived", path: "waiver", title: say("免除此次", "Waive it this time"), fields: [reason] }]
    : []),
];

/** What somebody may do now about what is owed. */
export const obligationActs = (ground: Owed, obligation: Obligation, by: Actor, at: Instant): readonly VisitAct[] => [
  ...visitActs(ground, obligation, by, at),
  ...dutyActs(ground, obligation, by, at),
];

const REASONS: Readonly<Record<(typeof RETIRED_FOR)[number], Text>> = {
  sold: say("已出售或转让", "Sold"),
  demolished: say("已拆除", "Pulled down"),
  "contract-ended": say("合同终止", "Contract ended"),
  other: say("其他（请说明）", "Other (say why)"),
};

/** Taking something off the list of what is visited, or putting it back. */
export const objectActs = ({ schedule }: Ground, object: DutyObject, by: Actor): readonly VisitAct[] => {
  if (!actsAs(by, schedule.by)) return [];
  if (retiredOf(object) !== undefined)
    return [
      {
        act: "relist",
        path: "relisting",
        title: say("恢复回访", "Visit it again"),
        fields: [text("note", say("原因", "Reason"), 2000, true)],
      },
    ];
  const of = RETIRED_FOR.map((value) => ({ value, label: REASONS[value] }));
  const why: Field = { ...must, id: "for", type: "choice", label: say("原因", "Why"), of };
  const title = say("停止回访", "Visit it no more");
  return [{ act: "retire", path: "retirement", title, fields: [why, text("note", say("说明", "Note"), 2000)] }];
};

/** Judging a draft of the plan of a year, by whom the regulation names; who drafted it is told when they try. */
export const planActs = ({ schedule }: Ground, current: YearPlan | undefined, by: Actor): readonly VisitAct[] => {
  const approver = planApprover(schedule);
  if (approver === undefined || current === undefined || current.approvedAt !== undefined || !actsAs(by, [approver]))
    return [];
  return [
    { act: "approve", path: "approve", title: say("批准计划", "Approve the plan"), fields: [] },
    {
      act: "return",
      path: "return",
      title: say("退回修改", "Send it back"),
      fields: [text("reason", say("原因", "Reason"), 2000, true)],
    },
  ];
};

/** Whether somebody drafts the plan of a year. */
export const mayDraft = ({ schedule }: Ground, by: Actor): boolean =>
  planApprover(schedule) !== undefined && actsAs(by, schedule.by);

/** Why something is visited no more, in words. */
export const sayRetired = (why: (typeof RETIRED_FOR)[number]): Text => REASONS[why];
