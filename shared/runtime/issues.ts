import type * as z from "zod";
import { type Locale, say, type Text } from "../kernel/text.ts";

type Issue = z.core.$ZodIssue;

/** Bytes as people say them. */
const figure = (n: number | bigint): string => (Number(n) >= 1_048_576 ? `${Number(n) / 1_048_576} MB` : String(n));

const tooMuch = ({ maximum, origin }: Extract<Issue, { code: "too_big" }>): Text => {
  const most = figure(maximum);
  if (origin === "string") return say(`最多${most}个字`, `at most ${most} characters`);
  return origin === "array" ? say(`最多${most}项`, `at most ${most} of them`) : say(`不大于${most}`, `at most ${most}`);
};

const tooLittle = ({ minimum, origin }: Extract<Issue, { code: "too_small" }>): Text => {
  if (origin === "string") return say("不能为空", "must not be empty");
  return origin === "array"
    ? say(`至少${minimum}项`, `at least ${minimum}`)
    : say(`不小于${minimum}`, `at least ${minimum}`);
};

const KINDS: Readonly<Record<string, Text>> = {
  string: say("文字", "text"),
  number: say("数字", "a number"),
  int: say("整数", "a whole number"),
  boolean: say("true 或 false", "true or false"),
  array: say("列表", "a list"),
  object: say("对象", "an object"),
  record: say("对象", "an object"),
};

const wrong = (issue: Issue): Text => {
  switch (issue.code) {
    case "too_big":
      return tooMuch(issue);
    case "too_small":
      return tooLittle(issue);
    case "invalid_value": {
      const values = issue.values.map(String);
      return say(`须为其中之一：${values.join("、")}`, `must be one of ${values.join(", ")}`);
    }
    case "invalid_type": {
      const kind = KINDS[issue.expected] ?? say(issue.expected, issue.expected);
      return say(`须为${kind["zh-CN"]}`, `must be ${kind.en}`);
    }
    case "unrecognized_keys":
      return say("没有此项", "there is no such field");
    default:
      return say("格式不对", "is not in the right form");
  }
};

const CODES: Readonly<Partial<Record<Issue["code"], string>>> = {
  too_big: "too-much",
  too_small: "too-little",
  unrecognized_keys: "unknown-field",
};

/** Every field at fault in a body of ours: where, what, and what would be right, in the reader's language. */
export const fieldProblems = (error: z.ZodError, given: unknown, locale: Locale) =>
  error.issues.flatMap((issue) => {
    const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => {
      const value = path.reduce<unknown>(
        (inner, part) => (inner as Record<PropertyKey, unknown> | undefined)?.[part],
        given,
      ); // whatever was sent, or nothing
      const absent = issue.code === "invalid_type" && value === undefined;
      return {
        path: path.map((part) => `/${String(part)}`).join(""),
        code: absent ? "required" : (CODES[issue.code] ?? "invalid"),
        says: absent ? say("必填", "is required")[locale] : wrong(issue)[locale],
      };
    });
  });
