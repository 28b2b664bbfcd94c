import { fill } from "../../shared/page/check.ts";
import type { ScriptData } from "../../shared/page/script-data.ts";
import { all, describeByWhatIsThere, make, one } from "./dom.ts";

const clear = (form: HTMLElement): void => {
  for (const error of all(".error", form)) error.remove();
  for (const field of all(".wrong", form)) field.classList.remove("wrong");
  for (const input of all("[aria-invalid]", form)) input.removeAttribute("aria-invalid");
  describeByWhatIsThere();
};

const mark = (field: HTMLElement, input: HTMLElement, says: string): void => {
  const id = `${input.id}-error`;
  field.classList.add("wrong");
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
  const before = one(".choices,.with-unit,input,select,textarea", field);
  before?.before(make("p", { class: "error", id }, says));
};

/** Shows what is wrong at its input, by name, and with links at the top, where the reader is taken. */
export const showFaults = (
  form: HTMLElement,
  faults: readonly { readonly name: string; readonly says: string }[],
  say: ScriptData["say"],
): void => {
  clear(form);
  const summary = one("#summary");
  if (summary === null) return;
  const lines = faults.map(({ name, says }) => {
    const input = all<HTMLInputElement>("input,select,textarea", form).find((each) => each.name === name);
    const field = input?.closest<HTMLElement>("[data-field]");
    if (input === undefined || field === null || field === undefined) {
      const whole = name.startsWith("damages") && one("#damages") !== null;
      return make("li", {}, whole ? make("a", { href: "#damages" }, says) : says);
    }
    mark(field, input, says);
    // The list stands apart from the fields, so each line names its own.
    const label = one("label,legend", field)?.firstChild?.textContent?.trim() ?? "";
    const named = says.startsWith(label) ? says : fill(say.named, { label, says });
    const link = make("a", { href: `#${input.id}` }, named);
    link.onclick = (event) => {
      event.preventDefault();
      input.focus();
      field.scrollIntoView({ block: "center" });
    };
    return make("li", {}, link);
  });
  summary.replaceChildren(make("h2", {}, say.errorsTitle), make("ul", {}, ...lines));
  summary.hidden = faults.length === 0;
  if (faults.length > 0) summary.focus();
};
