/** The few things the script does to a page. Nothing is ever parsed as markup. */
export const all = <E extends HTMLElement>(selector: string, within: ParentNode = document): E[] => [
  ...within.querySelectorAll<E>(selector),
];

export const one = <E extends HTMLElement>(selector: string, within: ParentNode = document): E | null =>
  within.querySelector<E>(selector);

/** A new element with attributes and children; a text child is text. */
export const make = <N extends keyof HTMLElementTagNameMap>(
  name: N,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[N] => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

/** Lets no input point to a description that has been taken out of the page. */
export const describeByWhatIsThere = (): void => {
  for (const input of all("[aria-describedby]")) {
    const ids = (input.getAttribute("aria-describedby") ?? "").split(" ");
    const present = ids.filter((id) => document.getElementById(id) !== null).join(" ");
    if (present === "") input.removeAttribute("aria-describedby");
    else input.setAttribute("aria-describedby", present);
  }
};

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits before try number `n` (0 is the first repeat), up to half a minute; a network that comes back ends the wait. */
export const backOff = (n: number): Promise<void> =>
  Promise.race([
    wait(Math.min(30_000, 1000 * 2 ** n) * (0.75 + Math.random() / 2)),
    new Promise<void>((resolve) => addEventListener("online", () => resolve(), { once: true })),
  ]);
