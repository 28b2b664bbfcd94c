import type { Locale } from "../kernel/text.ts";
import { type Block, quoted, type Row, value, words } from "./block.ts";
import { type Html, html, safeUrl, theirs } from "./html.ts";

/*
 * Tables and inlined styles, because Outlook lays out nothing else; the stylesheet only turns colours for dark screens,
 * and a program that drops it shows the light letter.
 */
const FONT = "font-family:-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',Arial,sans-serif;";
const INK = `${FONT}color:#17212e;font-size:16px;line-height:26px;`;
const QUIET = `${FONT}color:#4d5b6c;font-size:14px;line-height:22px;`;

const row = (content: Html, padding = "0 28px 16px"): Html =>
  html`<tr><td style="padding:${padding};${INK}" class="ink">${content}</td></tr>`;

const multiline = (text: string): Html =>
  html`<bdi>${text.split("\n").map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</bdi>`;

const table = (rows: readonly Row[], strong: boolean): Html =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${rows.map(
    (each) =>
      html`<tr><td width="34%" valign="top" style="padding:6px 12px 6px 0;${QUIET}" class="quiet">${theirs(value(each.label))}</td><td valign="top" style="padding:6px 0;${INK}${strong && "font-weight:bold;"}" class="ink">${theirs(value(each.value))}</td></tr>`,
  )}</table>`;

const panel = (content: Html): Html =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#e9f1fa" style="background-color:#e9f1fa;border-left:4px solid #0b57a4;padding:14px 18px;${INK}" class="panel ink">${content}</td></tr></table>`;

const shown = (block: Block): Html => {
  switch (block.is) {
    case "words":
      return row(multiline(words(block.text)));
    case "date":
      return row(
        panel(html`<span style="${QUIET}" class="quiet">${theirs(value(block.label))}</span><br>
<strong style="font-size:20px;line-height:30px;">${value(block.date)}</strong>${(block.why ?? []).map(
          (line) => html`<br><span style="${QUIET}" class="quiet">${value(line)}</span>`,
        )}`),
      );
    case "moved":
      return row(panel(table(block.rows, true)));
    case "facts":
      return row(table(block.rows, false));
    case "quote":
      return row(
        html`<span style="${QUIET}" class="quiet">${theirs(value(block.label))}</span><br>${panel(multiline(quoted(block.text)))}`,
      );
    case "list":
      return row(
        html`<ul style="margin:0;padding-left:20px;">${block.items.map((item) => html`<li style="${INK}" class="ink">${theirs(value(item))}</li>`)}</ul>`,
      );
    case "button":
      return row(
        html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#0b57a4" style="background-color:#0b57a4;border-radius:8px;"><a href="${safeUrl(block.url)}" style="display:inline-block;padding:13px 26px;${FONT}font-size:16px;line-height:22px;font-weight:bold;color:#ffffff;text-decoration:none;">${value(block.label)}</a></td></tr></table>
<p style="margin:10px 0 0;${QUIET}word-break:break-all;" class="quiet">${safeUrl(block.url)}</p>`,
        "4px 28px 20px",
      );
    case "aside":
      return row(
        html`<a href="${safeUrl(block.url)}" style="${QUIET}" class="quiet">${theirs(value(block.label))}</a>`,
        "4px 28px 20px",
      );
  }
};

/** A letter as HTML that Outlook, Gmail and QQ Mail show alike. */
export const asHtml = (letter: {
  readonly locale: Locale;
  readonly org: string;
  readonly subject: string;
  readonly preview: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly footer: readonly string[];
}): string =>
  html`<!doctype html>
<html lang="${letter.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no">
<title>${letter.subject}</title>
<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.ground{background-color:#10151c!important}.card{background-color:#18202a!important;border-color:#2b3644!important}
.ink{color:#e9eef4!important}.quiet{color:#aab7c6!important}.panel{background-color:#1a2b40!important;border-color:#8cc1ff!important}
}
</style>
</head>
<body class="ground" style="margin:0;padding:0;background-color:#f3f5f8;">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;font-size:1px;line-height:1px;">${letter.preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f3f5f8" class="ground" style="background-color:#f3f5f8;"><tr><td align="center" style="padding:20px 10px;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" class="card" style="width:100%;max-width:600px;background-color:#ffffff;border:1px solid #dfe4ea;border-radius:12px;">
<tr><td style="padding:22px 28px 0;${QUIET}" class="quiet">${theirs(value(letter.org))}</td></tr>
<tr><td style="padding:4px 28px 14px;"><h1 style="margin:0;${FONT}color:#17212e;font-size:22px;line-height:32px;" class="ink">${theirs(value(letter.heading))}</h1></td></tr>
${letter.blocks.map(shown)}
</table>
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;"><tr><td style="padding:14px 28px;${QUIET}" class="quiet">${letter.footer.map((line) => html`${value(line)}<br>`)}</td></tr></table>
</td></tr></table>
</body>
</html>
`.text;
