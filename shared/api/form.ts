import { MAX_PHOTO_BYTES } from "../evidence/evidence.ts";
import { formatsOf } from "../evidence/formats.ts";
import type { Locale, Text } from "../kernel/text.ts";
import type { Clock } from "../policy/clock.ts";
import type { Duration } from "../policy/duration.ts";
import type { Field } from "../policy/field.ts";
import type { Category, Intake } from "../policy/intake.ts";
import type { Policy } from "../policy/policy.ts";
import type { FormReply } from "./bodies.ts";
import { assumptionsOf } from "./tracking.ts";

type FormField = FormReply["fields"][number];

const CONTACT: readonly { id: string; label: Text; required: boolean; max: number }[] = [
  { id: "name", label: { "zh-CN": "联系人", en: "Contact name" }, required: true, max: 100 },
  { id: "email", label: { "zh-CN": "电子邮箱", en: "E-mail" }, required: true, max: 254 },
  { id: "phone", label: { "zh-CN": "电话", en: "Phone" }, required: false, max: 30 },
];

const fieldOf = (field: Field, locale: Locale): FormField => ({
  id: field.id,
  type: field.type,
  label: field.label[locale],
  hint: field.hint?.[locale],
  required: field.required,
  when: field.when,
  max: "max" in field ? field.max : undefined,
  min: field.type === "number" ? field.min : undefined,
  integer: field.type === "number" ? field.integer : undefined,
  unit: "unit" in field ? field.unit?.[locale] : undefined,
  choices: field.type === "choice" ? field.of.map(({ value, label }) => ({ value, label: label[locale] })) : undefined,
});

/** A category with the finer ones below it, in one language. */
export const formCategory = (node: Category, locale: Locale): FormReply["categories"][number] => ({
  code: node.code,
  title: node.title[locale],
  selectable: node.children.length === 0,
  onlyFor: node.onlyFor === undefined ? undefined : { field: node.onlyFor.fact, in: node.onlyFor.in },
  children: node.children.map((child) => formCategory(child, locale)),
});

const UNITS: Readonly<Record<Duration["kind"], string>> = {
  hours: "hour",
  workingDays: "working day",
  days: "day",
  weeks: "week",
  months: "month",
  years: "year",
  sameDay: "same day",
};

/** A duration as a policy file spells it: `4 working days`. */
const spell = ({ kind, n }: Duration): string =>
  kind === "sameDay" ? UNITS.sameDay : `${n} ${UNITS[kind]}${n === 1 ? "" : "s"}`;

const promised = (clock: Clock): string =>
  clock.within !== undefined
    ? spell(clock.within)
    : (clock.bands?.of ?? []).map(({ within }) => spell(within)).join(" / ");

/** The complaint form of a policy in one language: all that a page needs to draw it and a client to fill it. */
export const formView = (
  org: { id: string; name: Text },
  policy: Policy,
  intake: Intake,
  locale: Locale,
): FormReply => ({
  org: { id: org.id, name: org.name[locale] },
  policy: { id: policy.id, version: policy.version, title: policy.title[locale] },
  locale,
  form: intake.form[locale],
  contact: CONTACT.map(({ label, ...rest }) => ({ type: "text", ...rest, label: label[locale] })),
  fields: intake.fields.map((field) => fieldOf(field, locale)),
  categories: policy.categories.map((node) => formCategory(node, locale)),
  damages:
    intake.damages === undefined
      ? undefined
      : {
          title: intake.damages.title[locale],
          max: intake.damages.max,
          fields: intake.damages.fields.map((field) => fieldOf(field, locale)),
          requiredWhen: intake.damages.requiredWhen,
        },
  evidence: policy.evidence.map(({ id, title, rules, when, per, atLeast, capturedBefore }) => ({
    id,
    title: title[locale],
    rules,
    when,
    per,
    atLeast,
    capturedBefore,
  })),
  photos: { types: [...formatsOf(policy, {}).types], maxBytes: MAX_PHOTO_BYTES },
  deadlines: policy.clocks
    .filter(({ grade, kind }) => grade === "binding" && kind === "deadline")
    .map((clock) => ({ clock: clock.id, title: clock.title[locale], rules: clock.rules, within: promised(clock) })),
  assumptions: assumptionsOf(policy, "customer", locale),
});
