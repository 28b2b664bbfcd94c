import type { Locale } from "../kernel/text.ts";
import { type Html, html, inline, theirs } from "../mail/html.ts";
import { formAddress } from "./policy-links.ts";
import { sentencesIn } from "./sentences.ts";
import { STYLE } from "./style.ts";

const NONCE = /^[A-Za-z0-9+/_-]{16,}={0,2}$/;
const ORIGIN = /^https?:\/\/[A-Za-z0-9.-]+(:\d+)?$/;

/**
 * The headers of every page. `nonce` is new for each answer; `uploadOrigin` is where presigned posts go and
 * `imageOrigin` where thumbnails come from. The tracking token stands in the address, so no address is ever passed on
 * and nothing is cached.
 * @throws when an argument could smuggle a directive into the policy.
 */
export const securityHeaders = ({
  nonce,
  uploadOrigin,
  imageOrigin,
}: {
  readonly nonce: string;
  readonly uploadOrigin?: string | undefined;
  readonly imageOrigin?: string | undefined;
}): Readonly<Record<string, string>> => {
  if (!NONCE.test(nonce)) throw new Error("a nonce is at least 16 characters of base64");
  for (const origin of [uploadOrigin, imageOrigin])
    if (origin !== undefined && !ORIGIN.test(origin)) throw new Error(`${origin} is not an origin`);
  const plus = (origin: string | undefined): string => (origin === undefined ? "" : ` ${origin}`);
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      `img-src 'self' data: blob:${plus(imageOrigin)}`,
      `connect-src 'self'${plus(uploadOrigin)}`,
      `form-action 'self'${plus(uploadOrigin)}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ].join("; "),
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
  };
};

const other = (locale: Locale): Locale => (locale === "en" ? "zh-CN" : "en");

/** The frame of every customer page: one stylesheet, no request beyond the page itself. */
export const page = ({
  locale,
  nonce,
  title,
  org,
  policy,
  body,
  after,
}: {
  readonly locale: Locale;
  readonly nonce: string;
  readonly title: string;
  readonly org?: string | undefined;
  /** The policy whose form this is; the other language shows the same. */
  readonly policy?: string | undefined;
  readonly body: Html;
  /** Data and script, after everything they speak about. */
  readonly after?: Html | undefined;
}): string => {
  const s = sentencesIn(locale);
  const toggle = other(locale);
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
${inline("style", nonce, STYLE)}
</head>
<body>
<a class="skip" href="#main">${s.skip}</a>
<header class="top"><div class="wide">
<p class="org">${org === undefined ? s.service : theirs(org)}</p>
<a class="language" href="${formAddress(toggle, policy)}" hreflang="${toggle}" lang="${toggle}">${sentencesIn(toggle).language}</a>
</div></header>
<main id="main" class="wide" tabindex="-1">
${body}
</main>
<footer class="foot"><div class="wide"><p>${s.footer}</p></div></footer>
${after}
</body>
</html>
`.text;
};
