import { fill } from "../../shared/page/check.ts";
import type { ScriptData } from "../../shared/page/script-data.ts";
import { all, one } from "./dom.ts";

const filled = (block: HTMLElement): boolean =>
  all<HTMLInputElement>("input:not([type=file]),select,textarea", block).some((input) =>
    input.type === "radio" || input.type === "checkbox" ? input.checked : input.value.trim() !== "",
  );

/**
 * The repeated block of damages: one to begin with, more on demand. A block keeps its number in the names of its inputs
 * for as long as the page lives; what people read is its place in the list.
 */
export const damageBlocks = (
  section: HTMLElement,
  { say }: ScriptData,
  max: number,
  made: (at: number) => void,
  gone: (at: number) => void,
) => {
  const list = one("[data-blocks]", section);
  const template = one<HTMLTemplateElement>("template", section);
  const addButton = one<HTMLButtonElement>("[data-add]", section);
  if (list === null || template === null || addButton === null) return undefined;
  const blocks = () => all<HTMLElement>("[data-damage]", list);
  const numbered = (block: HTMLElement): number => Number(block.dataset.damage);

  const renumber = (): void => {
    const present = blocks();
    for (const [at, block] of present.entries()) {
      const legend = one("legend", block);
      if (legend !== null) legend.textContent = fill(say.step, { n: at + 1 });
      const button = one("[data-remove]", block);
      if (button !== null) button.hidden = present.length === 1;
    }
    addButton.hidden = present.length >= max;
  };

  const ready = (block: HTMLElement): void => {
    const button = one("[data-remove]", block);
    if (button !== null)
      button.onclick = () => {
        gone(numbered(block));
        block.remove();
        renumber();
        addButton.focus();
      };
    made(numbered(block));
  };

  /** A block with that number, new where there is none. */
  const block = (at: number): HTMLElement => {
    const present = blocks().find((one) => numbered(one) === at);
    if (present !== undefined) return present;
    const copy = template.content.cloneNode(true) as DocumentFragment; // a template's content is one
    for (const element of copy.querySelectorAll("*"))
      for (const name of element.getAttributeNames()) {
        const value = element.getAttribute(name) ?? "";
        if (value.includes("__N__")) element.setAttribute(name, value.replaceAll("__N__", `${at}`));
      }
    list.append(copy);
    const fresh = blocks().pop() as HTMLElement; // appended one line up
    ready(fresh);
    renumber();
    return fresh;
  };

  addButton.onclick = () => {
    const fresh = block(Math.max(-1, ...blocks().map(numbered)) + 1);
    one("input,select,textarea", fresh)?.focus();
  };
  for (const [at, present] of blocks().entries()) {
    if (at > 0 && !filled(present) && one(".error", present) === null) present.remove();
    else ready(present);
  }
  renumber();
  return { block, numbers: () => blocks().map(numbered) };
};
