import { say, type Text } from "../kernel/text.ts";
import type { Entry } from "./explain-entry.ts";
import { type Item, together } from "./explain-parties.ts";
import { blocking, eventTitle, line, lineOf, onlyWhen, people, sayExample, titles } from "./explain-words.ts";
import type { StepField } from "./field.ts";
import type { Category } from "./intake.ts";
import { factFields, type Policy } from "./policy.ts";
import { listed } from "./wording.ts";

const fieldText = (field: StepField): Text => {
  const { label, required } = field;
  const said = required ? say(`${label["zh-CN"]}（必填）`, `${label.en} (required)`) : label;
  if (field.type !== "list") return said;
  const inner = listed(field.fields.map(fieldText));
  return say(`${said["zh-CN"]}（每项：${inner["zh-CN"]}）`, `${said.en} (each: ${inner.en})`);
};

/** The fields of a form as one line. */
export const fieldLine = (fields: readonly StepField[]): readonly Text[] =>
  lineOf("内容", "It asks", fields.map(fieldText));

const categoryItems = (categories: readonly Category[]): readonly Item[] =>
  categories.flatMap(({ code, title, rules, onlyFor, children }) => {
    const text = say(`${code} ${title["zh-CN"]}`, `${code} ${title.en}`);
    const note = onlyFor?.say;
    return [
      { text: note === undefined ? text : say(`${text["zh-CN"]}：${note["zh-CN"]}`, `${text.en}: ${note.en}`), rules },
      ...categoryItems(children),
    ];
  });

const findable = (policy: Policy): readonly Text[] =>
  [...factFields(policy), ...(policy.intake?.damages?.fields ?? [])]
    .filter((field) => field.type === "text" && field.finds !== undefined)
    .map(({ label }) => label);

/** The form, the category tree, the proof and the numbers. */
export const intakeEntries = (policy: Policy): readonly Entry[] => {
  const { intake, numbering } = policy;
  const form: readonly Entry[] =
    intake === undefined
      ? []
      : [
          {
            key: "intake",
            title: intake.form,
            rules: [...intake.rules, ...intake.fields.flatMap(({ rules }) => rules)],
            says: [
              ...lineOf("提交人", "Filed by", people(policy, [intake.party])),
              ...lineOf("受理部门", "Received by", people(policy, [intake.receivedBy])),
              ...fieldLine(intake.fields),
              ...lineOf("可按以下内容查询", "A case is found by", findable(policy)),
              ...(intake.damages === undefined ? [] : lineOf("逐项填写", "Item by item", [intake.damages.title])),
            ],
            examples: [],
          },
        ];
  const numbers: readonly Entry[] =
    numbering === undefined
      ? []
      : [
          {
            key: "numbering",
            title: say("编号", "Numbering"),
            rules: numbering.rules,
            says: [
              line("格式", "Pattern", say(numbering.template, numbering.template)),
              line("编号时间", "Given when", eventTitle(policy, numbering.on)),
            ],
            examples: [],
          },
        ];
  const proof = policy.evidence.map(({ id, title, rules, when, per, atLeast, blocks, examples }) => ({
    key: `evidence.${id}`,
    title,
    rules,
    says: [
      per === "case"
        ? say(`至少${atLeast}张不同的照片`, `At least ${atLeast} different photos`)
        : say(`每处损坏至少${atLeast}张不同的照片`, `At least ${atLeast} different photos of each damage`),
      ...onlyWhen(policy, when),
      ...blocking(policy, blocks),
    ],
    examples: examples.map(({ why, photos, complete }) =>
      sayExample(
        why,
        say(
          `${photos.map((some) => some.length).join("、")}张，${complete ? "齐全" : "不全"}`,
          `${photos.map((some) => some.length).join(", ")} photos, ${complete ? "complete" : "incomplete"}`,
        ),
      ),
    ),
  }));
  const categories = together("categories", say("类别", "Categories"), categoryItems(policy.categories));
  return [...form, ...numbers, ...proof, ...categories];
};

/** The steps of a case, and who is told of what. */
export const caseEntries = (policy: Policy): readonly Entry[] => {
  const { workflow } = policy;
  const states = workflow?.states ?? [];
  const stateTitles = (ids: readonly string[]): Text => listed(titles([states], ids));
  return [
    ...(workflow?.steps ?? []).map((step) => ({
      key: `workflow.${step.id}`,
      title: step.title,
      rules: step.rules,
      says: [
        ...lineOf("由", "By", people(policy, step.by)),
        step.to === undefined
          ? line("状态", "While", stateTitles(step.from))
          : say(
              `状态：${stateTitles(step.from)["zh-CN"]} → ${stateTitles([step.to])["zh-CN"]}`,
              `State: ${stateTitles(step.from).en} → ${stateTitles([step.to]).en}`,
            ),
        ...onlyWhen(policy, step.when),
        ...fieldLine(step.fields),
      ],
      examples: [],
    })),
    ...policy.notifications
      .filter(({ rules }) => rules.length > 0)
      .map(({ on, to, rules, template, clocks }) => ({
        key: `notifications.${template}`,
        title: line("通知", "Notice", eventTitle(policy, on)),
        rules,
        says: [
          ...lineOf("收件人", "To", people(policy, to)),
          ...lineOf("期限", "Of the time limits", titles([policy.clocks], clocks ?? [])),
        ],
        examples: [],
      })),
  ];
};
