import type { Person } from "./oidc-tokens.ts";
import { escapeHtml } from "./server.ts";

const STYLE = `
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,"Noto Sans SC",sans-serif;margin:0 auto;max-width:36rem;padding:1rem}
button{display:block;width:100%;text-align:left;font:inherit;padding:.8rem 1rem;margin:.5rem 0;min-height:44px;border:1px solid #8888;border-radius:.4rem;background:Canvas;color:CanvasText;cursor:pointer}
button:hover{border-color:currentColor}button:focus-visible{outline:3px solid #06c;outline-offset:2px}
small{display:block;overflow-wrap:anywhere}
`;

export const LOGIN_CSP = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
  `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;

/** Choose who you are: there are no passwords on one machine. `query` is the request that is carried on. */
export function loginPage(people: readonly Person[], query: URLSearchParams): string {
  const hidden = [...query]
    .filter(([name]) => name !== "sub")
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
  const buttons = people
    .map(
      ({ sub, name, groups }) =>
        `<button type="submit" name="sub" value="${escapeHtml(sub)}">${escapeHtml(name)}<small>${escapeHtml(groups.join(" · "))}</small></button>`,
    )
    .join("");
  const nobody = "<p>Nobody is known here yet. 尚无可登录人员。</p>";
  return page("Sign in 登录", `<form method="post">${hidden}${buttons || nobody}</form>`);
}

export const refusalPage = (why: string): string => page("Cannot sign in 无法登录", `<p>${escapeHtml(why)}</p>`);
