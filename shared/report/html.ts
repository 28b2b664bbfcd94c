import type { Locale } from "../kernel/text.ts";
import { type Html, html, theirs } from "../mail/html.ts";
import { isEmpty, type ReportDocument } from "./document.ts";
import { factsIn, inputsIn, type PlainTable, tableIn } from "./shown.ts";
import { WORDS } from "./words.ts";

/** Ours alone; no value of anybody's stands in it. */
const STYLE = html`<style>
:root{color-scheme:light}
body{margin:0 auto;padding:24px 16px 48px;max-width:960px;background:#fff;color:#17212e;font:16px/1.6 -apple-system,"Segoe UI","PingFang SC","Microsoft YaHei",Arial,sans-serif}
h1{font-size:24px;line-height:1.3;margin:0 0 4px}h2{font-size:18px;margin:28px 0 8px;border-bottom:2px solid #17212e;padding-bottom:4px;break-after:avoid}
.org{color:#4d5b6c;margin:0 0 12px}dl{display:grid;grid-template-columns:minmax(6em,max-content) 1fr;gap:2px 16px;margin:12px 0}dt{color:#4d5b6c}dd{margin:0;overflow-wrap:anywhere}
.wide{overflow-x:auto;margin:0 0 16px}table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;padding:4px 0}
th,td{border-bottom:1px solid #c9d1db;padding:5px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere;min-width:4em}tr>:first-child{min-width:8em}thead th{overflow-wrap:normal;word-break:keep-all}thead{display:table-header-group}tr{break-inside:avoid}
.n{text-align:right;font-variant-numeric:tabular-nums}.said{white-space:pre-wrap;border-left:4px solid #c9d1db;margin:8px 0;padding:2px 12px;overflow-wrap:anywhere}.quiet{color:#4d5b6c}
@media (max-width:600px){th,td{padding:5px 6px;font-size:14px;line-height:1.45}}
@media print{body{padding:0;max-width:none;font-size:11pt}.wide{overflow:visible}@page{margin:18mm}}
</style>`;

const tableHtml = ({ title, head, rows }: PlainTable): Html => {
  const side = (at: number): Html | false => rows.some((row) => typeof row[at] === "number") && html` class="n"`;
  return html`<div class="wide"><table><caption>${title}</caption><thead><tr>${head.map((one, at) => html`<th scope="col"${side(at)}>${one}</th>`)}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, at) => (at === 0 ? html`<th scope="row"${side(at)}>${theirs(`${cell}`)}</th>` : html`<td${side(at)}>${theirs(`${cell}`)}</td>`))}</tr>`,
  )}</tbody></table></div>`;
};

const said = (text: string): Html => html`<p class="said"><bdi>${text}</bdi></p>`;

const line = ({ says, tables, notes, text }: ReportDocument["lines"][number], locale: Locale): Html =>
  html`<section><h2>${says[locale]}</h2>
${tables.map((one) => tableHtml(tableIn(one, locale)))}${notes.map((one) => html`<p class="quiet">${one[locale]}</p>`)}${
  text === undefined
    ? tables.length === 0 && notes.length === 0
      ? html`<p class="quiet">${WORDS.blank[locale]}</p>`
      : ""
    : said(text)
}</section>`;

const inputTexts = ({ inputs }: ReportDocument, locale: Locale): readonly Html[] =>
  inputs.flatMap(({ title, period, unit, texts }) =>
    texts.map(
      ({ line: of, text }) =>
        html`<p class="quiet">${[title[locale], period, unit?.[locale], of[locale]].filter((one) => one !== undefined).join(" · ")}</p>${said(text)}`,
    ),
  );

/** A report on paper: one page without a request beyond itself, on a phone as on A4. */
export const reportHtml = (document: ReportDocument, locale: Locale): string => {
  const { schedule, company, policy, says, lines, inputs } = document;
  const title = `${schedule.title[locale]} · ${says[locale]}`;
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
${STYLE}
</head>
<body>
<main>
<h1>${title}</h1>
<p class="org">${theirs(company[locale])} · ${policy.title[locale]} v${policy.version}</p>
<dl>${factsIn(document, locale).map(({ label, value }) => html`<dt>${label}</dt><dd>${theirs(value)}</dd>`)}</dl>
${isEmpty(document) && html`<p>${WORDS.empty[locale]}</p>`}
${lines.map((one) => line(one, locale))}
${inputs.length > 0 && html`<section><h2>${WORDS.inputs[locale]}</h2>${tableHtml({ ...inputsIn(document, locale), title: undefined })}${inputTexts(document, locale)}</section>`}
<p class="quiet">${WORDS.recount[locale]}</p>
</main>
</body>
</html>
`.text;
};
