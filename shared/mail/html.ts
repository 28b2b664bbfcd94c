/** Markup that is safe to send. Only this module makes it, so an unescaped string cannot pass for it. */
class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}
export type Html = Markup;

/** What a template may hold. `null`, `undefined` and `false` drop out, lists are joined. */
export type Value = string | number | Html | readonly Value[] | null | undefined | false;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters mean nothing on a page, and a lone surrogate is not a character: neither may leave the house. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

const escaped = (value: Value): string => {
  if (value instanceof Markup) return value.text;
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "object") return value.map(escaped).join("");
  return String(value)
    .toWellFormed()
    .replace(CONTROLS, "")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
};

/**
 * Escapes every value for text and for attributes in double quotes; attributes are always quoted. Values may not stand
 * inside `<script>` or `<style>`: see `inline` and `data`. Addresses go through `safeUrl`.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html =>
  new Markup(parts.reduce((so, part, at) => so + escaped(values[at - 1]) + part));

/** Text that somebody else wrote, set apart so that its writing direction cannot reorder ours. */
export const theirs = (text: string): Html => html`<bdi>${text}</bdi>`;

/** Our own script or stylesheet as an element. Its text is the product's, never a customer's. */
export const inline = (element: "script" | "style", nonce: string, text: string): Html => {
  // Inside strings, where alone these can stand, the escape means the same character.
  const closed = text.replace(/<(?=\/(?:script|style)|!--)/gi, element === "style" ? "\\3c " : "\\x3c");
  return new Markup(`<${element} nonce="${escaped(nonce)}">${closed}</${element}>`);
};

/** Values for a script, as JSON that cannot end its element or be read as markup. */
export const data = (id: string, nonce: string, value: unknown): Html => {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return new Markup(`<script type="application/json" id="${escaped(id)}" nonce="${escaped(nonce)}">${json}</script>`);
};

/** An address that may be followed: http(s), mail, phone, or relative to this site; anything else leads nowhere. */
export const safeUrl = (address: string): string => {
  const trimmed = address.trim();
  // A browser skips these inside a scheme, so `java\nscript:` would still run.
  if (/[\0-\x20\x7f-\x9f\\]/.test(trimmed)) return "#";
  if (/^(https?:\/\/[^/]|mailto:|tel:)/i.test(trimmed)) return trimmed;
  return /^([?#]|\/(?!\/)|[\w.-]+(?:[/?#]|$))/.test(trimmed) ? trimmed : "#";
};
