import { say, type Text } from "../kernel/text.ts";
import type { Field } from "../policy/field.ts";
import type { Intake } from "../policy/intake.ts";

/** A column of a file of cases: where in a filing its cells stand, and what a person calls it. */
export type Column = {
  /** `orderNo`, `contact.phone`, `damages.1.place`. */
  readonly id: string;
  readonly title: Text;
  readonly required: boolean;
  readonly field?: Field | undefined;
};

/** What is wrong with a file: in which row (1 is the head), under which head, and which rule it breaks. */
export type CellFault = {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly rule?: string | undefined;
  readonly says: Text;
};

const OWN: readonly Column[] = [
  { id: "receivedAt", title: say("受理时间", "Received"), required: true },
  { id: "number", title: say("编号", "Number"), required: false },
  { id: "channel", title: say("途径", "Way it came"), required: true },
  { id: "source", title: say("来源", "Passed on by"), required: false },
  { id: "contact.name", title: say("联系人", "Contact name"), required: true },
  { id: "contact.email", title: say("电子邮箱", "E-mail"), required: false },
  { id: "contact.phone", title: say("电话", "Phone"), required: false },
  { id: "contact.address", title: say("地址", "Address"), required: false },
];

const ofField = (field: Field, before = "", title: Text = say("", "")): Column => ({
  id: `${before}${field.id}`,
  title: say(`${title["zh-CN"]}${field.label["zh-CN"]}`, `${title.en}${field.label.en}`),
  required: before === "" && field.required && field.when === undefined,
  field,
});

const ofDamage = ({ damages }: Intake, n: number): readonly Column[] =>
  (damages?.fields ?? []).map((field) =>
    ofField(field, `damages.${n}.`, say(`${damages?.title["zh-CN"]}${n} `, `${damages?.title.en} ${n}: `)),
  );

/** The columns of a template: how the matter came, who filed it, the form's fields, and those of one damage. */
export const importColumns = (intake: Intake): readonly Column[] => [
  ...OWN,
  ...intake.fields.map((field) => ofField(field)),
  ...ofDamage(intake, 1),
];

/** A head as a template writes it: `订单号 (orderNo)`; what must be filled has a star. */
export const headOf = ({ id, title, required }: Column, locale: "zh-CN" | "en"): string =>
  `${title[locale]}${required ? " *" : ""} (${id})`;

type More = (id: string) => readonly Column[];

/** The column that a head names: by its id, alone or in brackets, or by its title in either language. */
const named = (columns: readonly Column[], more: More, head: string): Column | undefined => {
  const id = /\(([\w.]+)\)\s*$/.exec(head)?.[1] ?? head.trim();
  const all = [...columns, ...more(id)];
  const [titled, ...others] = all.filter(({ title }) => title["zh-CN"] === id || title.en === id);
  return all.find((column) => column.id === id) ?? (others.length === 0 ? titled : undefined);
};

type Head = { readonly columns: readonly (Column | undefined)[]; readonly faults: readonly CellFault[] };

/**
 * Reads the head of any file: the column over each cell, or everything that is wrong with it.
 * @param more columns that a file may have beside those of its template, by their id.
 */
export const readHeads = (all: readonly Column[], heads: readonly string[], more: More = () => []): Head => {
  const columns = heads.map((head) => (head.trim() === "" ? undefined : named(all, more, head)));
  const faults = heads.flatMap((head, at): CellFault[] => {
    const column = columns[at];
    const fault = (code: string, says: Text): CellFault[] => [{ row: 1, column: head.slice(0, 80), code, says }];
    if (head.trim() === "") return [];
    if (column === undefined) return fault("unknown-column", say("表单没有此列", "the form has no such column"));
    const first = columns.findIndex((other) => other?.id === column.id);
    return first < at ? fault("duplicate-column", say("此列出现两次", "this column stands there twice")) : [];
  });
  const missing = all
    .filter(({ id, required }) => required && !columns.some((column) => column?.id === id))
    .map(
      ({ id }): CellFault => ({
        row: 1,
        column: id,
        code: "missing-column",
        says: say("缺少此列", "this column is missing"),
      }),
    );
  return { columns, faults: [...faults, ...missing] };
};

/** Reads the head of a file of cases, which may have columns of several damages. */
export const readHead = (intake: Intake, heads: readonly string[]): Head =>
  readHeads(importColumns(intake), heads, (id) => {
    const n = Number(/^damages\.(\d{1,2})\./.exec(id)?.[1] ?? 1);
    return n > 1 && n <= (intake.damages?.max ?? 0) ? ofDamage(intake, n) : [];
  });
