import { say, type Text } from "../../kernel/text.ts";

/** A run of plain text, or words that lead somewhere. */
export type Piece = { readonly text: string; readonly url?: string | undefined };

/**
 * What a company may write under its letters: lines of plain text, and links as `[words](address)`. Nothing else means
 * anything, least of all HTML: a tag is shown as it was typed.
 */
const LINK = /\[([^[\]\n]{1,80})\]\(([^()\s]{1,300})\)/g;

/** A site by its name over TLS, a mailbox without further headers, a telephone number. */
const ADDRESS = [
  /^https:\/\/[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d{1,5})?(?:[/?#][!#-'*-;=?-Z_a-z~%]*)?$/i,
  /^mailto:[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i,
  /^tel:\+?[\d-]{3,20}$/,
];

const isAddress = (url: string): boolean => ADDRESS.some((form) => form.test(url));

/** Words that look like an address say where one is led: they may not name another place. */
const LOOKS_LIKE_ADDRESS = /^(?:https?:\/\/|www\.)|^[\w-]+(?:\.[\w-]+)+(?:\/|$)|^\S+@\S+$/i;

const bare = (address: string): string => address.replace(/^(?:https?:\/\/|mailto:|tel:)/i, "").replace(/\/$/, "");

const isHonest = (words: string, url: string): boolean =>
  !LOOKS_LIKE_ADDRESS.test(words.trim()) || bare(words.trim()).toLowerCase() === bare(url).toLowerCase();

export type LineFault = { readonly code: string; readonly says: Text };

const FAULTS = {
  broken: {
    code: "bad-link",
    says: say("链接须写作 [文字](地址)", "a link is written [words](address)"),
  },
  elsewhere: {
    code: "bad-link",
    says: say(
      "链接地址须以 https://、mailto: 或 tel: 开头，且完整有效",
      "a link leads to a whole https://, mailto: or tel: address",
    ),
  },
  dishonest: {
    code: "bad-link",
    says: say(
      "链接文字像地址，却与实际地址不同",
      "the words of the link look like an address that it does not lead to",
    ),
  },
} as const satisfies Record<string, LineFault>;

/** What is wrong with a text of such lines; undefined when it can be shown. */
export const faultOfLines = (text: string): LineFault | undefined => {
  for (const [, words = "", url = ""] of text.matchAll(LINK)) {
    if (!isAddress(url)) return FAULTS.elsewhere;
    if (!isHonest(words, url)) return FAULTS.dishonest;
  }
  return text.replace(LINK, "").includes("](") ? FAULTS.broken : undefined;
};

const piecesOf = (line: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of line.matchAll(LINK)) {
    const [whole, words = "", url = ""] = found;
    if (!isAddress(url)) continue; // it was stored before the grammar grew stricter: shown as it was typed
    if (found.index > from) pieces.push({ text: line.slice(from, found.index) });
    pieces.push({ text: words, url });
    from = found.index + whole.length;
  }
  return from < line.length ? [...pieces, { text: line.slice(from) }] : pieces;
};

/** The lines of such a text, each as what stands in it; none for an empty text. */
export const linesOf = (text: string): readonly (readonly Piece[])[] =>
  text === "" ? [] : text.split("\n").map(piecesOf);

/** The same for those who read plain text: the address stands behind its words, unless they are the address. */
export const plainLines = (text: string): readonly string[] =>
  linesOf(text).map((pieces) =>
    pieces
      .map((piece) => {
        if (piece.url === undefined || bare(piece.url) === bare(piece.text)) return piece.text;
        return `${piece.text} <${piece.url.startsWith("https:") ? piece.url : bare(piece.url)}>`;
      })
      .join(""),
  );
