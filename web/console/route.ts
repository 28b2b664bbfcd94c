/** The screens beside the list and a case. */
const PAGES = [
  "register",
  "import",
  "surveys",
  "customers",
  "letters",
  "digests",
  "visits",
  "inspections",
  "reports",
  "kpis",
  "registers",
  "privacy",
] as const;
type Page = (typeof PAGES)[number];

/** What a list is asked for, by the name that the API has for it; and `q`, what is searched for. */
export type Query = Readonly<Record<string, string>>;

/**
 * Where one is in the console: `#/<org>` is its list, `#/<org>/<caseId>` a case, `#/<org>/register` a page. Mails to staff
 * link to a case. What a list is cut by stands behind a question mark, so that going back finds it as it was.
 */
export type Place = {
  readonly org?: string | undefined;
  readonly caseId?: string | undefined;
  readonly page?: Page | undefined;
  readonly query?: Query | undefined;
};

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray % that somebody typed; the API will not know it either
  }
};

export const placeOf = (hash: string): Place => {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [org, second] = path
    .split("/")
    .filter((part) => part !== "")
    .map(decode);
  const page = PAGES.find((name) => name === second);
  return {
    org,
    ...(page === undefined ? { caseId: second } : { page }),
    ...(query === "" ? {} : { query: Object.fromEntries(new URLSearchParams(query)) }),
  };
};

/** What is asked, as it stands in an address; empty answers ask nothing. */
export const searchOf = (query: Query): string =>
  new URLSearchParams(Object.entries(query).filter(([, value]) => value !== "")).toString();

export const hashOf = ({ org, caseId, page, query = {} }: Place): string => {
  const path = [org, page ?? caseId].filter((part) => part !== undefined).map(encodeURIComponent);
  const search = searchOf(query);
  return `#/${path.join("/")}${search === "" ? "" : `?${search}`}`;
};
