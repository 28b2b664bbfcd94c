import type { Actor } from "../case/actor.ts";
import { notAnOfficer } from "../case/keeping/officer.ts";
import { actsAs } from "../case/roles.ts";
import { say, type Text } from "../kernel/text.ts";
import type { StepField } from "../policy/field.ts";
import { type Entry, type EntryGround, stands } from "./entry.ts";
import { writersOf } from "./register.ts";
import { isForSomebodyElse } from "./taking.ts";

/** What somebody may do to an entry now, as a screen draws it: sent below its address. */
export type EntryAct = {
  readonly act: string;
  readonly path: string;
  readonly title: Text;
  readonly fields: readonly StepField[];
};

const reason: StepField = {
  id: "reason",
  type: "longText",
  label: say("原因", "Reason"),
  max: 1000,
  required: true,
  rules: [],
};
const remark: StepField = { ...reason, id: "remark", label: say("备注", "Remark"), required: false };

/** A question of the form as a member of `answers`, asked whatever the other answers are. */
const answered = (field: StepField): StepField => ({ ...field, id: `answers.${field.id}`, when: undefined });

const stepActs = (entry: Entry, by: Actor): readonly EntryAct[] => {
  const [step] = entry.waits;
  if (step === undefined || !actsAs(by, step.by) || isForSomebodyElse(step, entry, by)) return [];
  const { id, title, fields, refusable } = step;
  const no = say(`不同意：${title["zh-CN"]}`, `Say no: ${title.en}`);
  return [
    { act: "take", path: `steps/${id}`, title, fields: [...fields.map(answered), remark] },
    ...(refusable ? [{ act: "decline", path: `steps/${id}/refusal`, title: no, fields: [reason] }] : []),
  ];
};

const copyActs = ({ form }: EntryGround, entry: Entry, by: Actor): readonly EntryAct[] =>
  form.copies.flatMap(({ to, role }, at): readonly EntryAct[] => {
    const isTaken = entry.copies.some(({ copy }) => copy === at + 1);
    if (role === undefined || isTaken || !actsAs(by, [role])) return [];
    const title = say(`签收：${to["zh-CN"]}`, `Acknowledge: ${to.en}`);
    return [{ act: "take-copy", path: `copies/${at + 1}/acknowledgement`, title, fields: [] }];
  });

/** Holding it for a court, and ending that, by whoever looks after data; what is struck out can be held too. */
const holdActs = ({ policy }: EntryGround, { holds }: Entry, by: Actor): readonly EntryAct[] => {
  if (notAnOfficer(policy, by, []) !== undefined) return [];
  const held = holds.filter(({ releasedAt }) => releasedAt === undefined);
  return [
    ...held.map(({ id }) => ({
      act: `release-${id}`,
      path: `holds/${id}/release`,
      title: say("解除保全", "Release the hold"),
      fields: [reason],
    })),
    ...(held.length > 0
      ? []
      : [{ act: "hold", path: "holds", title: say("法定保全", "Legal hold"), fields: [reason] }]),
  ];
};

/** Everything that exactly this person may do to an entry now. */
export const entryActs = (ground: EntryGround, entry: Entry, by: Actor): readonly EntryAct[] => {
  if (entry.forgottenAt !== undefined) return [];
  const keeping = holdActs(ground, entry, by);
  if (!stands(entry)) return keeping;
  const { policy, form } = ground;
  const own: readonly EntryAct[] = actsAs(by, writersOf(policy, form))
    ? [
        {
          act: "correct",
          path: "correction",
          title: say("更正", "Correct"),
          fields: [...form.fields.map(answered), reason],
        },
        { act: "void", path: "void", title: say("作废", "Strike out"), fields: [reason] },
      ]
    : [];
  return [...stepActs(entry, by), ...copyActs(ground, entry, by), ...own, ...keeping];
};
