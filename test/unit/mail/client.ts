/**
 * What Outlook for Windows (Word's engine), Gmail and QQ Mail do with a letter, by caniemail.com. `all`: all three show it;
 * otherwise what the reader sees where it is dropped.
 */
export const PROPERTIES: Readonly<Record<string, string>> = {
  "background-color": "all; bgcolor says it again for tables",
  border: "all, on table cells",
  "border-bottom": "all, on table cells",
  "border-collapse": "all, on tables",
  "border-left": "all, on table cells",
  "border-radius": "Outlook draws square corners",
  color: "all",
  display: "all for inline-block; `none` for the preview alone, which mso-hide repeats for Outlook",
  "font-family": "all; the last one is generic",
  "font-size": "all",
  "font-weight": "all",
  height: "all, on table cells; the attribute says it again",
  "line-height": "all, in pixels",
  margin: "all, on headings, paragraphs and lists",
  "max-height": "of the preview alone",
  "max-width": "Outlook takes the width of the table around it, which only Outlook sees",
  "mso-hide": "Outlook alone reads it",
  "mso-padding-alt": "Outlook alone reads it: the room of a button, whose link cannot have any there",
  opacity: "of the preview alone",
  overflow: "of the preview alone",
  padding: "all on table cells; of a link Outlook ignores it, see mso-padding-alt",
  "text-align": "all; align says it again for cells",
  "text-decoration": "all",
  width: "all, on tables; the attribute says it again",
  "word-break": "Outlook breaks long addresses anyway",
};

/** Elements that all three keep; `bdi` is passed over where it is unknown, its text stays. */
const ELEMENTS = new Set(
  "html head meta title style body div table tr td th h1 h2 a br img span strong p ul li bdi".split(" "),
);

type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

/** The page as a mail program other than Outlook reads it: without what is in conditional comments. */
export const shownBody = (html: string): string => html.replace(/<!--\[if mso\]>[\s\S]*?<!\[endif\]-->/g, "");

export const tagsOf = (html: string): readonly Tag[] =>
  [...html.replace(/<style>[\s\S]*?<\/style>/g, "").matchAll(/<([a-z][\w:]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*>/gi)].map(
    ([, name = "", attributes = ""]) => ({
      name: name.toLowerCase(),
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
      ),
    }),
  );

const declarations = (style: string): readonly (readonly [string, string])[] =>
  style
    .split(";")
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const at = part.indexOf(":");
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
    });

const faultsOfTag = ({ name, attributes }: Tag): readonly string[] => {
  const style = declarations(attributes.style ?? "");
  const of = (property: string) => style.find(([one]) => one === property)?.[1];
  const number = (text: string | undefined) => Number.parseInt(text ?? "0", 10);
  return [
    ...(ELEMENTS.has(name) ? [] : [`<${name}>`]),
    ...style.flatMap(([property]) => (property in PROPERTIES ? [] : [`${name} { ${property} }`])),
    ...style.flatMap(([, value]) => (/\b(?:var|calc|url)\(|!important|flex|grid|\bem\b/.test(value) ? [value] : [])),
    ...(of("background-color") === undefined || name === "body" || attributes.bgcolor === of("background-color")
      ? []
      : [`${name} has no bgcolor`]),
    ...(/%$/.test(attributes.width ?? "") || number(attributes.width) <= 600
      ? []
      : [`${name} is ${attributes.width} wide`]),
    ...(name === "a" && !/^(?:https?:|mailto:|tel:|#)/.test(attributes.href ?? "")
      ? [`a leads to ${attributes.href}`]
      : []),
    ...Object.keys(attributes).flatMap((key) => (/^on|^background$/.test(key) ? [`${name} has ${key}`] : [])),
    // a picture comes with the letter, and says in words what it shows
    ...("src" in attributes && !(name === "img" && /^cid:[\w.-]+$/.test(attributes.src ?? ""))
      ? [`${name} has src`]
      : []),
    ...(name === "img" && (attributes.alt ?? "") === "" ? ["a picture that says nothing"] : []),
  ];
};

/** Everything in a letter that one of the three would show otherwise than it is meant. */
export const faultsOfLetter = (html: string): readonly string[] => {
  const body = shownBody(html);
  const [, sheet = ""] = /<style>([\s\S]*?)<\/style>/.exec(body) ?? [];
  const dark = sheet.replace(/^\s*:root\{color-scheme:light dark;supported-color-schemes:light dark\}\s*/, "");
  const [, rules] = /^@media \(prefers-color-scheme:dark\)\{([\s\S]*)\}\s*$/.exec(dark) ?? [];
  const overridden = [...(rules ?? "").matchAll(/\{([^{}]*)\}/g)].flatMap(([, inside = ""]) => declarations(inside));
  return [
    ...tagsOf(body).flatMap(faultsOfTag),
    ...(rules === undefined ? ["the stylesheet holds more than the dark colours"] : []),
    ...overridden.flatMap(([property, value]) =>
      /^(?:color|background-color|border-color)$/.test(property) && /^#[0-9a-f]{6}!important$/.test(value)
        ? []
        : [`in the dark ${property}: ${value}`],
    ),
    ...(/<meta name="color-scheme" content="light dark">[\s\S]*<meta name="supported-color-schemes"/.test(html)
      ? []
      : ["no word of colour schemes"]),
    ...(html.includes('<!--[if mso]><table role="presentation" width="600"') ? [] : ["nothing holds Outlook to 600"]),
    ...(/^<!doctype html>\n<html lang="(?:zh-CN|en)" dir="ltr">/.test(html) ? [] : ["no language, or no direction"]),
  ];
};

/** What a list of mails shows behind the subject: the first text of the body. */
export const previewOf = (html: string): string =>
  /<body[^>]*>\s*<div style="display:none[^"]*">([^<]*)<\/div>/.exec(html)?.[1]?.replace(/(?:\u2007|\u034f| )+$/, "") ??
  "";
