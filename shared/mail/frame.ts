import type { Locale } from "../kernel/text.ts";
import { type Block, quoted, type Row, value, words } from "./block.ts";
import { type Html, html, safeUrl, theirs } from "./html.ts";
import { linesOf, type Piece } from "./look/lines.ts";
import { DEFAULT_LOOK, type Look } from "./look/look.ts";
import { type Bars, lengthOf, type Table } from "./table.ts";

/*
 * Tables and inlined styles, because Outlook lays out nothing else; the stylesheet only turns colours for dark screens,
 * and a program that drops it shows the light letter. Outlook for Windows knows no `max-width` and no padding of a link:
 * it gets a table of 600 pixels around the letter, and the button's room from its cell. No picture anywhere.
 */
const FONT = "font-family:-apple-system,Segoe UI,PingFang SC,Microsoft YaHei,Arial,sans-serif;";
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

const CELL = `border-bottom:1px solid #dfe4ea;padding:6px 8px 6px 0;${FONT}font-size:14px;line-height:20px;`;

const caption = (title: string | undefined): Html =>
  title === undefined
    ? html``
    : html`<p style="margin:0 0 6px;${INK}font-weight:bold;" class="ink">${value(title)}</p>`;

const cellHtml = (cell: Table["rows"][number][number]): Html => {
  if (typeof cell === "object")
    return html`<a href="${safeUrl(cell.url)}" style="color:#17212e;text-decoration:underline;" class="ink">${theirs(value(cell.text))}</a>`;
  return typeof cell === "number" ? html`${cell}` : theirs(value(cell));
};

/** Figures under a head, each cell with its side: a program that drops the styles still shows a table. */
const figures = ({ title, head, rows }: Table): Html => {
  const side = (at: number): string => (rows.some((line) => typeof line[at] === "number") ? "right" : "left");
  return html`${caption(title)}<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;"><tr>${head.map(
    (one, at) =>
      html`<th scope="col" align="${side(at)}" style="${CELL}color:#4d5b6c;font-weight:normal;text-align:${side(at)};" class="quiet">${value(one)}</th>`,
  )}</tr>${rows.map(
    (line) =>
      html`<tr>${line.map((cell, at) => html`<td align="${side(at)}" style="${CELL}color:#17212e;text-align:${side(at)};" class="ink">${cellHtml(cell)}</td>`)}</tr>`,
  )}</table>`;
};

/** Lengths as cells with a ground: no picture that a program would have to fetch, and the figure stands beside each. */
const lengths = (block: Bars, { accent }: Look): Html =>
  html`${caption(block.title)}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${block.bars.map(
    (one) => {
      const long = lengthOf(block, one);
      const ground = one.bad ? "#b42318" : accent;
      return html`<tr><td width="34%" style="padding:4px 12px 4px 0;${QUIET}" class="quiet">${theirs(value(one.label))}</td><td style="padding:4px 0;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${long > 0 && html`<td width="${long}%" height="14" bgcolor="${ground}" style="background-color:${ground};font-size:1px;line-height:14px;">&nbsp;</td>`}${long < 100 && html`<td style="font-size:1px;line-height:14px;">&nbsp;</td>`}</tr></table></td><td width="22%" align="right" style="padding:4px 0 4px 10px;${INK}font-size:14px;" class="ink">${value(one.shown)}</td></tr>`;
    },
  )}</table>`;

const panel = (content: Html, { accent }: Look): Html =>
  html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#eef2f7" style="background-color:#eef2f7;border-left:4px solid ${accent};padding:14px 18px;${INK}" class="panel ink">${content}</td></tr></table>`;

const button = (label: string, url: string, { accent, onAccent }: Look): Html =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="${accent}" style="background-color:${accent};border:1px solid ${accent};border-radius:8px;mso-padding-alt:13px 26px;" class="act"><a href="${safeUrl(url)}" style="display:inline-block;padding:13px 26px;${FONT}font-size:16px;line-height:22px;font-weight:bold;color:${onAccent};text-decoration:none;">${value(label)}</a></td></tr></table>`;

/** What the company itself writes: plain text and links. */
const piece = ({ text, url }: Piece): Html =>
  url === undefined
    ? html`${text}`
    : html`<a href="${safeUrl(url)}" style="${QUIET}text-decoration:underline;" class="quiet">${text}</a>`;

const ownLines = (text: string): Html =>
  html`${linesOf(text).map((line, at) => html`${at > 0 && html`<br>`}${line.map(piece)}`)}`;

const shown = (block: Block, look: Look): Html => {
  switch (block.is) {
    case "words":
      return row(multiline(words(block.text)));
    case "date":
      return row(
        panel(
          html`<span style="${QUIET}" class="quiet">${theirs(value(block.label))}</span><br>
<strong style="font-size:20px;line-height:30px;">${value(block.date)}</strong>${(block.why ?? []).map(
            (line) => html`<br><span style="${QUIET}" class="quiet">${value(line)}</span>`,
          )}`,
          look,
        ),
      );
    case "moved":
      return row(panel(table(block.rows, true), look));
    case "facts":
      return row(table(block.rows, false));
    case "quote":
      return row(
        html`<span style="${QUIET}" class="quiet">${theirs(value(block.label))}</span><br>${panel(multiline(quoted(block.text)), look)}`,
      );
    case "list":
      return row(
        html`<ul style="margin:0 0 0 22px;padding:0;">${block.items.map((item) => html`<li style="${INK}" class="ink">${theirs(value(item))}</li>`)}</ul>`,
      );
    case "section":
      return row(
        html`<h2 style="margin:0;${FONT}color:#17212e;font-size:18px;line-height:26px;" class="ink">${theirs(value(block.text))}</h2>`,
        "14px 28px 8px",
      );
    case "picture":
      return row(
        html`${caption(block.title)}<img src="cid:${block.cid}" width="${block.width}" height="${block.height}" alt="${value(block.alt)}" style="border:0;width:100%;max-width:${block.width}px;height:auto;${QUIET}" class="quiet"><br><span style="${QUIET}" class="quiet">${value(block.points)}</span>`,
      );
    case "table":
      return row(figures(block));
    case "bars":
      return row(lengths(block, look));
    case "button":
      return row(
        html`${button(block.label, block.url, look)}
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

/** Behind the preview stands nothing that a list of mails would show. */
const BLANK = html`${"\u2007\u034f ".repeat(40)}`;

const WIDE = html`<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->`;
const WIDE_END = html`<!--[if mso]></td></tr></table><![endif]-->`;

const WHEN_DARK = "@media (prefers-color-scheme:dark)";
const CHARSET = '<meta charset="utf-8">';

/**
 * A letter as it looks on a light or a dark screen, whatever the screen is, for a page that shows it in a frame of its own:
 * there it may ask for nothing but what `also` lets in, and its links lead nowhere.
 */
export const asSeen = (html: string, scheme: "light" | "dark", also?: string): string =>
  html
    .replace(WHEN_DARK, scheme === "dark" ? "@media all" : "@media not all")
    .replace("color-scheme:light dark", `color-scheme:${scheme}`)
    .replace(
      CHARSET,
      `${CHARSET}<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'${also === undefined ? "" : `; ${also}`}"><base target="_blank">`,
    );

/** A letter as HTML that Outlook, Gmail and QQ Mail show alike, in the company's colours. */
export const asHtml = (letter: {
  readonly locale: Locale;
  readonly org: string;
  readonly look?: Look | undefined;
  readonly subject: string;
  readonly preview: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly footer: readonly string[];
}): string => {
  const { locale, look = DEFAULT_LOOK } = letter;
  const signature = look.signature[locale];
  const small = look.footer[locale];
  return html`<!doctype html>
<html lang="${locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no">
<title>${letter.subject}</title>
<!--[if mso]><xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office"><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><style>td,h1,p,a,li,span{font-family:'Microsoft YaHei',Arial,sans-serif!important}</style><![endif]-->
<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
${WHEN_DARK}{
.ground{background-color:#10151c!important}.card{background-color:#18202a!important;border-color:#2b3644!important}
.ink{color:#e9eef4!important}.quiet{color:#aab7c6!important}.panel{background-color:#232f3d!important;border-color:#8793a3!important}
.act{border-color:#8793a3!important}
}
</style>
</head>
<body class="ground" style="margin:0;padding:0;background-color:#f3f5f8;">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;font-size:1px;line-height:1px;">${letter.preview}${BLANK}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f3f5f8" class="ground" style="background-color:#f3f5f8;"><tr><td align="center" style="padding:20px 10px;">
${WIDE}
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" class="card" style="width:100%;max-width:600px;background-color:#ffffff;border:1px solid #dfe4ea;border-radius:12px;">
<tr><td height="6" bgcolor="${look.accent}" style="height:6px;padding:0;background-color:${look.accent};border-radius:11px 11px 0 0;font-size:1px;line-height:6px;">&nbsp;</td></tr>
<tr><td style="padding:18px 28px 0;${QUIET}" class="quiet">${theirs(value(letter.org))}</td></tr>
<tr><td style="padding:4px 28px 14px;"><h1 style="margin:0;${FONT}color:#17212e;font-size:22px;line-height:32px;" class="ink">${theirs(value(letter.heading))}</h1></td></tr>
${letter.blocks.map((block) => shown(block, look))}
${signature !== "" && html`<tr><td style="padding:0 28px 24px;${QUIET}" class="quiet">${ownLines(signature)}</td></tr>`}
</table>
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;"><tr><td style="padding:14px 28px;${QUIET}" class="quiet">${letter.footer.map((line) => html`${value(line)}<br>`)}${small !== "" && ownLines(small)}</td></tr></table>
${WIDE_END}
</td></tr></table>
</body>
</html>
`.text;
};
