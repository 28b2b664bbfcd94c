import type { Mail } from "./mail-store.ts";
import { escapeHtml } from "./server.ts";

const STYLE = `
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,"Noto Sans SC",sans-serif;margin:0 auto;max-width:60rem;padding:1rem}
h1{font-size:1.3rem;overflow-wrap:anywhere}
ul{list-style:none;margin:0;padding:0}
li{border-top:1px solid #8886;padding:.7rem 0;overflow-wrap:anywhere}
li a.subject{font-weight:600}
.meta{display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:.875rem}
nav{display:flex;flex-wrap:wrap;gap:.5rem 1rem;margin:.5rem 0}
nav a,li a{display:inline-block;padding:.35rem 0;min-height:24px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:1rem 0;overflow-wrap:anywhere}
dt{font-weight:600}dd{margin:0}
iframe{border:1px solid #8886;width:100%;height:70vh;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
@media(max-width:30rem){dl{grid-template-columns:1fr}}
`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
  `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;

/** Nothing may be fetched or run by the inbox's own pages. */
export const INBOX_CSP = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'";
/** A mail's HTML is a stranger's: no scripts, no requests, its links open in a tab of their own. */
export const MAIL_CSP =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** `2026-10-11 00:01:00`, on the wall clock of the people who read it. */
const localTime = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(new Date(at));

const row = (mail: Mail, timeZone: string): string => `<li>
<a class="subject" href="/messages/${mail.id}">${escapeHtml(mail.subject || "(no subject 无主题)")}</a>
<div class="meta"><time datetime="${mail.at}">${localTime(mail.at, timeZone)}</time><span>To 收件人: ${escapeHtml(mail.to.join(", "))}</span>
<span><a href="/messages/${mail.id}.html">HTML</a> · <a href="/messages/${mail.id}.txt">Text 纯文本</a> · <a href="/messages/${mail.id}.eml">Source 原文</a></span></div></li>`;

const DROPPED: Readonly<Record<string, string>> = {
  in: "Received. Its case says what became of it. 已收到，处理结果见案件。",
  nobody: "No rule takes mail for this address. 没有规则接收寄往此地址的邮件。",
};

/** A mail file goes the way that it would go on AWS. */
const dropForm = (dropped: string | undefined): string =>
  `<form method="post" action="/incoming" enctype="multipart/form-data"><fieldset><legend>Mail that comes in 来信</legend>
<label>Mail file 邮件文件 (.eml) <input type="file" name="mail" accept=".eml,message/rfc822" required></label>
<label>To 收件人 <input type="email" name="to" placeholder="as in the file 以文件为准"></label> <button>Receive 接收</button>
${DROPPED[dropped ?? ""] === undefined ? "" : `<p role="status">${DROPPED[dropped ?? ""]}</p>`}</fieldset></form>`;

export const inboxPage = (mails: readonly Mail[], timeZone: string, dropped?: string): string =>
  page(
    `Inbox 收件箱 (${mails.length})`,
    `<h1>Inbox 收件箱 (${mails.length})</h1><nav><a href="/">Refresh 刷新</a><a href="/messages">JSON</a><span>${escapeHtml(timeZone)}</span></nav>${dropForm(dropped)}` +
      (mails.length === 0
        ? "<p>No mail has been sent yet. 尚未发出邮件。</p>"
        : `<ul>${mails.map((mail) => row(mail, timeZone)).join("")}</ul>`),
  );

export const mailPage = (mail: Mail, timeZone: string): string =>
  page(
    mail.subject,
    `<nav><a href="/">← Inbox 收件箱</a><a href="/messages/${mail.id}.txt">Text 纯文本</a><a href="/messages/${mail.id}.eml">Source 原文</a></nav>
<h1>${escapeHtml(mail.subject)}</h1>
<dl><dt>Time 时间</dt><dd><time datetime="${mail.at}">${localTime(mail.at, timeZone)}</time></dd>
<dt>From 发件人</dt><dd>${escapeHtml(mail.from)}</dd><dt>To 收件人</dt><dd>${escapeHtml(mail.to.join(", "))}</dd></dl>
${
  mail.html === ""
    ? `<pre>${escapeHtml(mail.text)}</pre>`
    : `<iframe title="Mail 邮件正文" src="/messages/${mail.id}.html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
}`,
  );

/** The mail's own HTML, its links turned away from the frame. */
export const mailHtml = (mail: Mail): string =>
  `<base target="_blank">${mail.html === "" ? `<pre>${escapeHtml(mail.text)}</pre>` : mail.html}`;
