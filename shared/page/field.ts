import type { FormReply } from "../api/bodies.ts";
import { type Html, html, theirs } from "../mail/html.ts";
import { sayWhen } from "./condition-words.ts";
import type { Entered } from "./entered.ts";
import type { Sentences } from "./sentences.ts";

export type Field = FormReply["fields"][number];
type Category = FormReply["categories"][number];

/** What every part of the form is drawn with. */
export type Drawing = {
  readonly form: FormReply;
  readonly s: Sentences["form"];
  readonly values: Entered;
  /** What is wrong, by input name. */
  readonly wrong: ReadonlyMap<string, string>;
};

export const inputId = (name: string): string => `f-${name.replaceAll(".", "-")}`;

const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  "contact.name": "name",
  "contact.email": "email",
  "contact.phone": "tel",
};

/** These keep the whole width where short questions share a line. */
const WIDE: ReadonlySet<Field["type"]> = new Set(["longText", "category", "flag"]);

/** More choices than these go into a list to choose from, so that a phone shows the next question too. */
const RADIOS = 5;

const only = ({ form, s }: Drawing, { field, in: values }: NonNullable<Category["onlyFor"]>): string => {
  const asked = form.fields.find(({ id }) => id === field);
  const labels = values.map((value) => asked?.choices?.find((choice) => choice.value === value)?.label ?? value);
  return s.onlyFor(asked?.label ?? field, labels.join(s.or));
};

const leafOptions = (draw: Drawing, nodes: readonly Category[], chosen: string): Html[] =>
  nodes
    .filter(({ selectable }) => selectable)
    .map(
      ({ code, title, onlyFor }) =>
        html`<option value="${code}"${code === chosen && html` selected`}${
          onlyFor !== undefined &&
          html` data-only-field="${onlyFor.field}" data-only-in="${JSON.stringify(onlyFor.in)}"`
        }>${code} ${title}${onlyFor !== undefined && only(draw, onlyFor)}</option>`,
    );

/** A list groups one level deep, so a heading below a heading is named with its parents. */
const grouped = (draw: Drawing, nodes: readonly Category[], above: readonly string[], chosen: string): Html[] => [
  ...(above.length === 0 || !nodes.some(({ selectable }) => selectable)
    ? leafOptions(draw, nodes, chosen)
    : [html`<optgroup label="${above.join(" › ")}">${leafOptions(draw, nodes, chosen)}</optgroup>`]),
  ...nodes
    .filter(({ children }) => children.length > 0)
    .flatMap(({ code, title, children }) => grouped(draw, children, [...above.slice(-1), `${code} ${title}`], chosen)),
];

const INPUTS: Readonly<Partial<Record<Field["type"], string>>> = { date: "date", moment: "datetime-local" };

const control = (draw: Drawing, field: Field, name: string, attributes: Html): Html => {
  const { form, s, values } = draw;
  const id = inputId(name);
  const value = values[name] ?? "";
  switch (field.type) {
    case "longText":
      return html`<textarea id="${id}" name="${name}" rows="5" maxlength="${field.max ?? 4000}"${attributes}>
${value}</textarea>`;
    case "choice":
      return html`<select id="${id}" name="${name}"${attributes}><option value="">${s.choose}</option>${field.choices?.map(
        (choice) =>
          html`<option value="${choice.value}"${choice.value === value && html` selected`}>${choice.label}</option>`,
      )}</select>`;
    case "category":
      return html`<select id="${id}" name="${name}"${attributes}><option value="">${s.choose}</option>${grouped(draw, form.categories, [], value)}</select>`;
    case "money":
    case "number": {
      const input = html`<input id="${id}" name="${name}" type="text" inputmode="${field.integer === true ? "numeric" : "decimal"}" value="${value}" maxlength="30"${attributes}>`;
      return field.unit === undefined ? input : html`<div class="with-unit">${input}<span>${field.unit}</span></div>`;
    }
    default: {
      const type = INPUTS[field.type] ?? { "contact.email": "email", "contact.phone": "tel" }[name] ?? "text";
      const complete = AUTOCOMPLETE[name];
      return html`<input id="${id}" name="${name}" type="${type}" value="${value}"${
        type === "text" || complete !== undefined ? html` maxlength="${field.max ?? 200}"` : ""
      }${complete !== undefined && html` autocomplete="${complete}"`}${attributes}>`;
    }
  }
};

const hints = ({ s }: Drawing, field: Field): readonly (string | false | undefined)[] => [
  field.hint,
  field.type === "moment" && s.office,
  field.type === "number" && s.number(field.min, field.max),
  field.type === "money" && s.money,
  field.type === "longText" && field.max !== undefined && s.most(field.max),
];

const radios = (draw: Drawing, field: Field, name: string, describedBy: string): Html => {
  const { s, values, wrong } = draw;
  const choices =
    field.type === "flag"
      ? [
          { value: "true", label: s.yes },
          { value: "false", label: s.no },
        ]
      : (field.choices ?? []);
  return html`<div class="choices">${choices.map(
    ({ value, label }, at) =>
      html`<label class="choice"><input type="radio" id="${at === 0 ? inputId(name) : `${inputId(name)}-${at}`}" name="${name}" value="${value}"${
        values[name] === value && html` checked`
      }${wrong.has(name) && html` aria-invalid="true"`}${at === 0 && describedBy !== "" && html` aria-describedby="${describedBy}"`}><span>${label}</span></label>`,
  )}</div>`;
};

/**
 * One question with its label, hints and what is wrong with the answer. `strict` lets a browser without scripts insist
 * on an answer; a question that may not apply is never insisted on.
 */
export const fieldBlock = (draw: Drawing, field: Field, name: string, strict: boolean): Html => {
  const { s, wrong, values } = draw;
  const id = inputId(name);
  const fault = wrong.get(name);
  const said = hints(draw, field).filter((hint) => hint !== undefined && hint !== false && hint !== "");
  const when =
    field.when !== undefined &&
    html`<p class="hint" id="${id}-when" data-plain>${s.when(sayWhen(draw.form, field.when) ?? "")}</p>`;
  const describedBy = [
    said.length > 0 && `${id}-hint`,
    when !== false && `${id}-when`,
    fault !== undefined && `${id}-error`,
  ]
    .filter(Boolean)
    .join(" ");
  const hint = html`${said.length > 0 && html`<p class="hint" id="${id}-hint">${said.join(" · ")}</p>`}${when}`;
  const error = fault !== undefined && html`<p class="error" id="${id}-error">${theirs(fault)}</p>`;
  const tag = html`<span class="tag">${field.required ? s.required : s.optional}</span>`;
  const shape = `field${fault === undefined ? "" : " wrong"}${WIDE.has(field.type) ? " across" : ""}`;
  const wrapper = html` data-field="${name}"${field.when !== undefined && html` data-when="${JSON.stringify(field.when)}"`}`;
  if (field.type === "flag" && !field.required)
    return html`<div class="${shape}"${wrapper}><label class="choice"><input type="checkbox" id="${id}" name="${name}" value="true"${
      values[name] === "true" && html` checked`
    }${describedBy !== "" && html` aria-describedby="${describedBy}"`}><span>${field.label}</span></label>${hint}${error}</div>`;
  if (field.type === "flag" || (field.type === "choice" && (field.choices?.length ?? 0) <= RADIOS))
    return html`<fieldset class="${shape}"${wrapper}><legend>${field.label} ${tag}</legend>${hint}${error}${radios(draw, field, name, describedBy)}</fieldset>`;
  const attributes = html`${field.required && strict && field.when === undefined && html` required`}${
    fault !== undefined && html` aria-invalid="true"`
  }${describedBy !== "" && html` aria-describedby="${describedBy}"`}`;
  return html`<div class="${shape}"${wrapper}><label for="${id}">${field.label} ${tag}</label>${hint}${error}${control(draw, field, name, attributes)}</div>`;
};
