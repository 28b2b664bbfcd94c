import { both, say, type Text } from "../kernel/text.ts";
import type { Field, ListField } from "../policy/field.ts";
import type { FieldFault } from "./fault.ts";

/** What would be right, as its reader sees the field. */
const expected = (field: Field): Text => {
  switch (field.type) {
    case "text":
    case "longText":
      return say(`请填写不超过${field.max}个字的文字`, `write text of at most ${field.max} characters`);
    case "choice":
      return say(
        `请从下列选项中选择：${field.of.map(({ value }) => value).join("、")}`,
        `choose one of ${field.of.map(({ value }) => value).join(", ")}`,
      );
    case "category":
      return say("请选择类别表中的末级类别", "choose one of the lowest categories of the list");
    case "number": {
      const whole = field.integer ? say("整数", "a whole number") : say("数字", "a number");
      const from = field.min === undefined ? both("") : say(`，不小于${field.min}`, `, at least ${field.min}`);
      const to = field.max === undefined ? both("") : say(`，不大于${field.max}`, `, at most ${field.max}`);
      return say(`请填写${whole["zh-CN"]}${from["zh-CN"]}${to["zh-CN"]}`, `give ${whole.en}${from.en}${to.en}`);
    }
    case "money":
      return say(
        "请填写两位小数的金额，如 5000.00，不带分隔符",
        "write an amount with two decimals and no separators, like 5000.00",
      );
    case "flag":
      return say("请回答是或否（true 或 false）", "answer true or false");
    case "date":
      return say("请填写日期，如 2026-03-10", "give a date like 2026-03-10");
    case "moment":
      return say(
        "请填写带时区的时间，如 2026-03-10T09:30:00+08:00",
        "give a time with its offset, like 2026-03-10T09:30:00+08:00",
      );
  }
};

const named = (label: Text, text: Text): Text => say(`${label["zh-CN"]}：${text["zh-CN"]}`, `${label.en}: ${text.en}`);

export const badValue = (field: Field, path: string): FieldFault => ({
  path,
  code: "invalid",
  rule: field.rules[0],
  says: named(field.label, expected(field)),
});

export const missing = (field: Field | ListField, path: string): FieldFault => ({
  path,
  code: "required",
  rule: field.rules[0],
  says: named(field.label, say("必填", "is required")),
});

export const notAList = ({ label, rules }: ListField, path: string): FieldFault => ({
  path,
  code: "invalid",
  rule: rules[0],
  says: named(label, say("应为列表，每项一个 JSON 对象", "must be a list of JSON objects")),
});

export const tooMany = ({ label, max }: ListField, path: string): FieldFault => ({
  path,
  code: "too-many",
  says: named(label, say(`最多填写${max}项`, `at most ${max} can be given`)),
});

export const unknownField = (path: string, fields: readonly Field[]): FieldFault => {
  const known = fields.map(({ id }) => id).join(", ");
  return {
    path,
    code: "unknown-field",
    says: say(`表单没有此项；有：${known}`, `the form has no such field; it has: ${known}`),
  };
};

export const notAnObject = (path: string): FieldFault => ({
  path,
  code: "invalid",
  says:
    path === "/damages"
      ? say("应为列表，每处损坏一项", "must be a list with one object per damage")
      : say("应为 JSON 对象", "must be a JSON object"),
});

export const tooManyDamages = (max: number): FieldFault => ({
  path: "/damages",
  code: "too-many",
  says: say(`最多填写${max}处`, `at most ${max} can be described in one case`),
});

export const damagesNeeded = (title: Text, rule: string | undefined): FieldFault => ({
  path: "/damages",
  code: "required",
  rule,
  says: named(title, say("此类别至少填写一处", "at least one must be described for this category")),
});

/** A map and no object: the names come from the caller, and `constructor` must be as unknown as any other. */
const CONTACT: ReadonlyMap<string, Text> = new Map([
  ["name", say("联系人：必填，不超过100个字", "contact name: required, at most 100 characters")],
  ["email", say("电子邮箱：必填，格式如 name@example.com", "e-mail: required, like name@example.com")],
  [
    "phone",
    say(
      "电话：只含数字、空格、括号、连字符和开头的加号",
      "phone: digits, spaces, brackets, hyphens and a leading plus",
    ),
  ],
]);

export const contactFault = (name: string, absent: boolean): FieldFault => {
  const says = CONTACT.get(name);
  if (says === undefined) {
    return {
      path: `/contact/${name}`,
      code: "unknown-field",
      says: say("联系人只有 name、email、phone", "a contact has name, email, phone"),
    };
  }
  return { path: `/contact/${name}`, code: absent ? "required" : "invalid", says };
};

export const badDueDate: Text = say(
  "新期限须是日期（如 2026-03-20）或带时区的时间，且晚于现有期限",
  "the new due must be a date like 2026-03-20 or a time with its offset, later than the present due",
);

export const tooLongExtension = (days: number): Text =>
  say(`一次延期最多${days}天`, `one extension may add at most ${days} days`);

export const badReason = (reasons: readonly { readonly value: string; readonly label: Text }[]): Text =>
  say(
    `原因须为下列之一：${reasons.map(({ value, label }) => `${value}（${label["zh-CN"]}）`).join("、")}`,
    `the reason must be one of ${reasons.map(({ value, label }) => `${value} (${label.en})`).join(", ")}`,
  );

export const badPromise: Text = say(
  "新的承诺时间须是日期（如 2026-03-20）或带时区的时间，且晚于现有期限",
  "the new promise must be a date like 2026-03-20 or a time with its offset, later than the present due",
);

export const reasonNeeded: Text = say("延期须写明原因", "an extension needs a reason");

export const noteNeeded: Text = say("备注不能为空", "a note needs words");
