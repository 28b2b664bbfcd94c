import type { FormReply } from "../api/bodies.ts";
import { Condition, type Test } from "../policy/condition.ts";
import { type Sentences, sentencesIn } from "./sentences.ts";

type Category = FormReply["categories"][number];

const leaves = (node: Category): readonly string[] =>
  node.children.length === 0 ? [node.code] : node.children.flatMap(leaves);

/** The fewest headings and categories that together are exactly these codes. */
const covering = (nodes: readonly Category[], codes: ReadonlySet<string>): readonly string[] =>
  nodes.flatMap((node) =>
    leaves(node).every((code) => codes.has(code)) ? [`${node.code} ${node.title}`] : covering(node.children, codes),
  );

const sayValues = (form: FormReply, name: string, values: readonly (string | number | boolean)[]): string => {
  const s = sentencesIn(form.locale).form;
  const field = form.fields.find(({ id }) => id === name);
  if (field?.type === "category")
    return covering(form.categories, new Set(values.map(String)))
      .map(s.named)
      .join(s.or);
  return values
    .map((value) => {
      if (typeof value === "boolean") return value ? s.yes : s.no;
      return field?.choices?.find((choice) => choice.value === value)?.label ?? String(value);
    })
    .join(s.or);
};

const sayTest = (form: FormReply, s: Sentences["form"], name: string, test: Test): string => {
  if (Array.isArray(test)) return sayValues(form, name, test);
  if (typeof test !== "object") return sayValues(form, name, [test]);
  const unit = form.fields.find(({ id }) => id === name)?.unit ?? "";
  return (["from", "over", "upTo", "below"] as const)
    .flatMap((end) => {
      const limit = test[end];
      return limit === undefined ? [] : [s.range[end](`${limit}${unit && ` ${unit}`}`)];
    })
    .join(s.and);
};

/** A condition of the form in its reader's words; undefined where there is none. */
export const sayWhen = (form: FormReply, when: unknown): string | undefined => {
  if (when === undefined) return undefined;
  const s = sentencesIn(form.locale).form;
  const condition = Condition.parse(when);
  return (Array.isArray(condition) ? condition : [condition])
    .map((group) =>
      Object.entries(group)
        .map(([name, test]) => {
          const label = form.fields.find(({ id }) => id === name)?.label ?? name;
          return s.is(label, sayTest(form, s, name, test));
        })
        .join(s.and),
    )
    .join(s.orElse);
};
