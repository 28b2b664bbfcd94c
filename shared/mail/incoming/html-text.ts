/** What ends a line where a browser would. */
const ENDS_LINE = new Set([
  "br",
  "p",
  "div",
  "tr",
  "li",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "table",
  "blockquote",
  "hr",
]);
/** Nobody reads what stands in these. */
const SILENT = new Set(["script", "style", "head", "title", "noscript", "template"]);

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  copy: "©",
};

const character = (code: number): string =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "";

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    return character(Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10));
  });

/** The name of the tag that begins at a `<`, with the slash of one that ends. */
const tagAt = (html: string, at: number): string =>
  /^\/?[a-z][a-z0-9]*/i.exec(html.slice(at + 1, at + 16))?.[0].toLowerCase() ?? "";

/**
 * The text of an HTML mail as people read it, its quotations marked with ">" like in plain mail. One pass from left to
 * right, so that no mail, however broken, takes longer than its length.
 */
export const textOfHtml = (html: string): string => {
  const parts: string[] = [];
  let depth = 0;
  let at = 0;
  const small = html.toLowerCase();
  const say = (text: string): void => void parts.push(decoded(text.replace(/\s+/g, " ")));
  const line = (): void => void parts.push(`\n${depth > 0 ? "> " : ""}`);
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open === -1) break;
    say(html.slice(at, open));
    const comment = html.startsWith("<!--", open);
    const end = comment ? html.indexOf("-->", open) : html.indexOf(">", open);
    if (end === -1) return tidy(parts);
    at = end + (comment ? 3 : 1);
    const name = comment ? "" : tagAt(html, open);
    if (SILENT.has(name)) {
      const closing = small.indexOf(`</${name}`, at);
      if (closing === -1) return tidy(parts);
      at = closing;
      continue;
    }
    if (name === "blockquote") depth += 1;
    if (name === "/blockquote") depth = Math.max(0, depth - 1);
    if (ENDS_LINE.has(name.replace("/", ""))) line();
  }
  say(html.slice(at));
  return tidy(parts);
};

const tidy = (parts: readonly string[]): string =>
  parts
    .join("")
    .split("\n")
    .map((one) => one.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
