import type { CaseView } from "../../../shared/api/case-view.ts";
import { typedMoney } from "../../../shared/kernel/cents.ts";

export type Field = CaseView["next"][number]["fields"][number];
/** What stands in a form's inputs. */
export type Entered = { readonly [field: string]: string | boolean | undefined | readonly Entered[] };
type Answer = string | number | boolean | Answers[];
type Answers = { [field: string]: Answer };

/** `+08:00` at the end of a moment as the API shows it. */
export const offsetOf = (shown: string): string => /([+-]\d{2}:\d{2}|Z)$/.exec(shown)?.[0] ?? "Z";

/** A moment as it is typed, at the office's offset. */
export const momentOf = (typed: string, offset: string): string =>
  `${typed.length === 16 ? `${typed}:00` : typed}${offset}`;

const answerOf = (field: Field, value: string | boolean | readonly Entered[], offset: string): Answer => {
  const { type, fields = [] } = field;
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return value.map((block) => answersOf(fields, block, offset));
  if (type === "number") return Number(value);
  if (type === "money") return typedMoney(value);
  if (type === "moment") return momentOf(value, offset);
  return value;
};

/** The body of a step: what was filled in, each as the type its field has. `offset` is the office's, for moments. */
export const answersOf = (fields: readonly Field[], entered: Entered, offset: string): Answers => {
  const answers: Answers = {};
  for (const field of fields) {
    const value = entered[field.id];
    if (value === undefined || (typeof value === "string" && value.trim() === "")) continue;
    answers[field.id] = answerOf(field, value, offset);
  }
  return answers;
};

/** A form that starts with what is known of the case, so that a correction is one change and not a copy. */
export const startOf = (fields: readonly Field[], facts: CaseView["facts"]): Entered =>
  Object.fromEntries(
    fields.flatMap(({ id, type }) => {
      const fact = facts[id];
      if (fact === undefined || type === "moment") return [];
      return [[id, typeof fact === "number" ? String(fact) : fact]];
    }),
  );

type Category = { code: string; onlyFor?: { field: string; in: string[] } | undefined; children: Category[] };

/** The codes of categories that do not exist for what is answered so far (a kind of damage that only gates have). */
export const closedCategories = (
  tree: readonly Category[],
  known: Readonly<Record<string, unknown>>,
): ReadonlySet<string> => {
  const closed = new Set<string>();
  const visit = (nodes: readonly Category[], shut: boolean): void => {
    for (const { code, onlyFor, children } of nodes) {
      const here = shut || (onlyFor !== undefined && !onlyFor.in.includes(String(known[onlyFor.field])));
      if (here) closed.add(code);
      visit(children, here);
    }
  };
  visit(tree, false);
  return closed;
};
