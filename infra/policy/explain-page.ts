import type { Locale, Text } from "../../shared/kernel/text.ts";
import { type Html, html } from "../../shared/mail/html.ts";
import { EXPLAIN_WORDS, sayTraced } from "../../shared/policy/explain-markdown.ts";
import type { Explained, PolicyDocument } from "../../shared/policy/explain-policy.ts";
import { entryFor } from "../../shared/policy/explain-rules.ts";

const STYLE = html`<style>
:root{color-scheme:light dark;--ink:#17212e;--quiet:#4d5b6c;--card:#fff;--ground:#f3f5f8;--soft:#dfe4ea;--accent:#0b57a4;--wait:#7a4a00;--waittint:#fdf3df}
@media (prefers-color-scheme:dark){:root{--ink:#e9eef4;--quiet:#aab7c6;--card:#18202a;--ground:#10151c;--soft:#2b3644;--accent:#8cc1ff;--wait:#f5c874;--waittint:#352a17}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:52rem;padding:1rem 1rem 3rem;background:var(--ground);color:var(--ink);font:1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
a{color:var(--accent)}nav{display:flex;justify-content:space-between;gap:1rem;flex-wrap:wrap}nav a{min-height:44px;display:inline-flex;align-items:center}
h1{font-size:1.6rem;line-height:1.3}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1rem;margin:0 0 .3rem}
article{background:var(--card);border:1px solid var(--soft);border-radius:12px;padding:.9rem 1rem;margin:0 0 .8rem}
ul{margin:.2rem 0;padding-left:1.2rem}.rules{font-weight:400;font-size:.85rem;color:var(--quiet)}
.examples{color:var(--quiet);font-size:.92rem}.assumed{background:var(--waittint);color:var(--wait);border-radius:8px;padding:.4rem .7rem;margin-top:.5rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--soft)}th{white-space:nowrap}
</style>`;

const items = (texts: readonly Text[], locale: Locale): Html | null =>
  texts.length === 0 ? null : html`<ul>${texts.map((text) => html`<li>${text[locale]}</li>`)}</ul>`;

type Traced = PolicyDocument["rules"][number];

const linkTo = (document: PolicyDocument, { rule }: Traced, by: string, locale: Locale): Html => {
  const entry = entryFor(document, rule, by);
  if (entry === undefined) return html`${by}`;
  const code = entry.key === "categories" ? by.replace(/^\S+/, "") : "";
  return html`<a href="#${entry.key}">${entry.title[locale]}${code}</a>`;
};

/** Each of them once: several fields of a form lead to the form. */
const linksTo = (document: PolicyDocument, traced: Traced, locale: Locale): readonly Html[] => {
  const links = traced.by.map((by) => linkTo(document, traced, by, locale));
  return links.filter(({ text }, at) => links.findIndex((one) => one.text === text) === at);
};

/** What became of a rule; what carries it leads to where it is explained. */
const tracedCell = (document: PolicyDocument, traced: Traced, locale: Locale): Html =>
  traced.status === "carried"
    ? html`${linksTo(document, traced, locale).map((link, at) => html`${at > 0 && (locale === "zh-CN" ? "、" : ", ")}${link}`)}`
    : html`${sayTraced(traced, locale)}`;

/** The entries that a rule leads to: no other is named on the page, for names stand on it once. */
const linked = (document: PolicyDocument): ReadonlySet<string> =>
  new Set(document.rules.flatMap(({ rule, by }) => by.flatMap((one) => entryFor(document, rule, one)?.key ?? [])));

const article = (
  { key, title, rules, says, examples, assumed }: Explained,
  locale: Locale,
  named: ReadonlySet<string>,
): Html => html`<article${named.has(key) && html` id="${key}"`}>
<h3>${title[locale]} <span class="rules">${[...new Set(rules)].sort().join(", ")}</span></h3>
${items(says, locale)}
${examples.length > 0 && html`<div class="examples"><p>${EXPLAIN_WORDS.examples[locale]}</p>${items(examples, locale)}</div>`}
${assumed.length > 0 && html`<div class="assumed"><strong>${EXPLAIN_WORDS.assumed[locale]}</strong>${items(assumed, locale)}</div>`}
</article>`;

const page = (title: string, locale: Locale, nav: Html, body: Html): string =>
  html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${STYLE}
</head>
<body>
<nav>${nav}</nav>
<main>
${body}
</main>
</body>
</html>
`.text;

const LANGUAGES: Readonly<Record<Locale, string>> = { "zh-CN": "中文", en: "English" };
const ALL: Text = { "zh-CN": "全部制度", en: "All regulations" };

/** The name of a page in one language: `courier-service-quality.en.html`. */
export const pageName = (id: string, locale: Locale): string => `${id}.${locale === "en" ? "en" : "zh"}.html`;

const other = (locale: Locale): Locale => (locale === "en" ? "zh-CN" : "en");

const toOther = (id: string, locale: Locale): Html =>
  html`<a href="${pageName(id, other(locale))}" lang="${other(locale)}">${LANGUAGES[other(locale)]}</a>`;

/** A regulation as a page that stands by itself: no script, no request, everything escaped. */
export const explainPage = (document: PolicyDocument, locale: Locale): string => {
  const { id, title, about, sections, assumptions, rules } = document;
  const nav = html`<a href="${pageName("index", locale)}">${ALL[locale]}</a>${toOther(id, locale)}`;
  const assumed = html`<h2>${EXPLAIN_WORDS.assumptions[locale]}</h2>
<ul>${assumptions.map(({ says, see, confirmed }) => html`<li>${says[locale]} <span class="rules">${see}${confirmed && html`, ${EXPLAIN_WORDS.confirmed[locale]}`}</span></li>`)}</ul>`;
  const named = linked(document);
  const body = html`<h1>${title[locale]}</h1>
${items(about, locale)}
<h2>${EXPLAIN_WORDS.rules[locale]}</h2>
<table><tbody>${rules.map((traced) => html`<tr><th scope="row">${traced.rule}</th><td>${tracedCell(document, traced, locale)}</td></tr>`)}</tbody></table>
${sections.map((section) => html`<section><h2>${section.title[locale]}</h2>${section.entries.map((entry) => article(entry, locale, named))}</section>`)}
${assumptions.length > 0 && assumed}`;
  return page(title[locale], locale, nav, body);
};

/** The list of all regulations that are explained. */
export const indexPage = (documents: readonly PolicyDocument[], locale: Locale): string =>
  page(
    ALL[locale],
    locale,
    html`<span></span>${toOther("index", locale)}`,
    html`<h1>${ALL[locale]}</h1>
<ul>${documents.map(({ id, title }) => html`<li><a href="${pageName(id, locale)}">${title[locale]}</a> <span class="rules">${id}</span></li>`)}</ul>`,
  );
