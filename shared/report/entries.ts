import { plainAnswers, type StepAnswers } from "../case/actor.ts";
import { isMoney } from "../kernel/cents.ts";
import type { Instant } from "../kernel/instant.ts";
import { say, type Text } from "../kernel/text.ts";
import { exact, placesOf } from "../policy/decimal.ts";
import { type Field, plainFields } from "../policy/field.ts";
import type { Policy } from "../policy/policy.ts";
import { type Register, registersOf } from "../policy/register-form.ts";
import type { Cell, ReportTable, Section } from "./document.ts";
import type { ReportSchedule } from "./due.ts";
import { type Counted, nothing, splitBy, words } from "./section.ts";

/** An entry of a register that was written in the stretch. */
export type WrittenEntry = {
  readonly id: string;
  readonly form: string;
  readonly number?: string | undefined;
  readonly writtenAt: Instant;
  readonly is: "complete" | "waiting" | "declined" | "void";
  readonly answers: StepAnswers;
};

/** The registers of which a report tells: those that it is made from, or where it names none all that are not restricted. */
export const entriesOfReport = (policy: Policy, { duty }: ReportSchedule): readonly Register[] => {
  const all = registersOf(policy);
  const named = all.filter(({ id }) => duty.inputs.includes(id));
  return named.length > 0 ? named : all.filter(({ confidentiality }) => confidentiality !== "restricted");
};

type SumField = Extract<Field, { type: "number" | "money" }>;

const sumFields = ({ fields }: Register): readonly SumField[] =>
  plainFields(fields).filter((field): field is SumField => field.type === "number" || field.type === "money");

/** The member of the list in which an entry says a figure that is added up. */
const memberOf = ({ id }: SumField): string => `sum:${id}`;

const figuresOf = (form: Register, { is, answers }: WrittenEntry): Record<string, string> => {
  if (is === "declined" || is === "void") return {};
  const said = plainAnswers(answers);
  return Object.fromEntries(
    sumFields(form).flatMap((field) => {
      const value = said[field.id];
      const counts = field.type === "money" ? typeof value === "string" && isMoney(value) : typeof value === "number";
      return counts ? [[memberOf(field), `${value}`]] : [];
    }),
  );
};

/** Adds figures up as they are written, never as floating-point numbers. */
const sumOf = (figures: readonly string[], least: number): string => {
  const numbers = figures.map(Number);
  const places = Math.max(least, ...numbers.map(placesOf));
  const sum = numbers.reduce((total, n) => total + exact(n, places), 0n);
  const digits = `${sum < 0n ? -sum : sum}`.padStart(places + 1, "0");
  const [whole, fraction] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
  return `${sum < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
};

const withUnit = (sum: string, { unit }: SumField): Text =>
  unit === undefined ? say(sum, sum) : say(`${sum} ${unit["zh-CN"]}`, `${sum} ${unit.en}`);

const sumsTable = (forms: readonly Register[], entries: Counted): readonly ReportTable[] => {
  const rows = forms.flatMap((form) =>
    sumFields(form).map((field): Cell[] => {
      const saying = entries.filter((one) => one.form === form.id && one[memberOf(field)] !== undefined);
      const sum = sumOf(
        saying.map((one) => one[memberOf(field)] ?? "0"),
        field.type === "money" ? 2 : 0,
      );
      return [
        words(form.title),
        words(field.label),
        { n: saying.length, of: "entries", where: { form: form.id, [`has:${field.id}`]: "yes" } },
        { says: withUnit(sum, field), of: "entries", where: { form: form.id, [`has:${field.id}`]: "yes" } },
      ];
    }),
  );
  const head = [say("台账", "Register"), say("项目", "Figure"), say("记录数", "Entries"), say("合计", "Sum")];
  return rows.length === 0 ? [] : [{ id: "entry-sums", title: say("数额合计", "Sums"), head, rows }];
};

const ONE_UNIT = say("只统计本部门人员登记的记录。", "Of the entries that people of this department wrote.");

/**
 * What was written into the registers in the stretch, whatever day it tells of, and the sums of their figures; what was
 * struck out or declined is counted and adds nothing.
 */
export const entriesSection = (
  forms: readonly Register[],
  written: readonly WrittenEntry[],
  ofUnit: boolean,
): Section => {
  if (forms.length === 0) return nothing("制度没有台账。", "The regulation keeps no registers.");
  const entries: Counted = written.map((one) => {
    const form = forms.find(({ id }) => id === one.form);
    const said = form === undefined ? {} : figuresOf(form, one);
    const has = Object.keys(said).map((name) => [name.replace(/^sum:/, "has:"), "yes"] as const);
    const { id, number, writtenAt, is } = one;
    return { id, form: one.form, writtenAt, is, ...(number && { number }), ...said, ...Object.fromEntries(has) };
  });
  const table = splitBy(entries, {
    ...{ id: "entries", of: "entries", by: "form", title: say("台账", "Register") },
    always: forms.map(({ id }) => id),
    called: (id) => forms.find((one) => one.id === id)?.title ?? say(id, id),
    columns: [
      { title: say("记录", "Entries"), where: {} },
      { title: say("已完成", "Complete"), where: { is: "complete" } },
      { title: say("待办", "Waiting"), where: { is: "waiting" } },
      { title: say("未予同意", "Declined"), where: { is: "declined" } },
      { title: say("作废", "Struck out"), where: { is: "void" } },
    ],
  });
  const notes = ofUnit ? [ONE_UNIT] : [];
  return { tables: [table, ...sumsTable(forms, entries)], notes, lists: { entries } };
};
