import { isAsked } from "../../shared/page/asked.ts";
import type { Condition } from "../../shared/policy/condition.ts";
import type { Fact } from "../../shared/policy/terms.ts";
import { all } from "./dom.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Shows the questions that apply and takes the others out of the form. */
const showAsked = (form: HTMLElement, facts: Facts): boolean => {
  let changed = false;
  for (const field of all("[data-when]", form)) {
    const asked = isAsked(JSON.parse(field.dataset.when ?? "{}") as Condition, facts); // the page wrote it from the policy
    if (field.hidden === asked) changed = true;
    field.hidden = !asked;
    for (const input of all<HTMLInputElement>("input,select,textarea", field)) input.disabled = !asked;
  }
  return changed;
};

/** A kind of complaint that exists for some product lines only cannot be chosen for the others (DFA-20). */
const closeOptions = (form: HTMLElement, facts: Facts): void => {
  for (const option of all("option[data-only-field]", form) as HTMLElement[] as HTMLOptionElement[]) {
    // the selector names options
    const value = facts[option.dataset.onlyField ?? ""];
    const open = value === undefined || (JSON.parse(option.dataset.onlyIn ?? "[]") as unknown[]).includes(value); // likewise
    option.disabled = !open;
    option.hidden = !open;
    if (!open && option.selected) option.selected = false;
  }
};

/** Draws the form for the answers of the moment; an answer that disappears may hide the next question. */
export const applyConditions = (form: HTMLElement, facts: () => Facts): void => {
  closeOptions(form, facts());
  for (let rounds = 0; rounds < 5 && showAsked(form, facts()); rounds += 1);
};
