import type { CivilDate } from "../calendar/civil-date.ts";
import type { Chart } from "../digest/chart.ts";
import { trendChart } from "../digest/chart.ts";
import { isEmpty, type KpiLine, type List, type News, nameOf, type Part } from "../digest/digest.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import type { Block } from "./block.ts";
import { sayDay, sayDue, sayMoment } from "./date.ts";
import { counted, sayLate, DIGEST_WORDS as WORDS } from "./digest-words.ts";
import type { House } from "./look/look.ts";
import { sentencesIn } from "./sentences.ts";
import { type Letter, written } from "./written.ts";

/** What one person is told on one day. */
export type DigestLetterData = {
  readonly locale: Locale;
  readonly org: House;
  readonly day: CivilDate;
  readonly now: Instant;
  readonly parts: readonly Part[];
  /** The company in the console: `https://…/console/#/demo-doors`. */
  readonly console: string;
  /** What tells the pictures of this mail from those of others. */
  readonly name: string;
};

/** A picture that goes with the letter. */
type Picture = {
  readonly cid: string;
  readonly title: string;
  readonly alt: string;
  readonly points: string;
  readonly chart: Chart;
};
export type DigestLetter = Letter & { readonly pictures: readonly Picture[] };

/** More pictures than this make a mail heavy; the tables have all figures. */
const MOST_PICTURES = 6;

type Saying = DigestLetterData & { readonly part: Part };

const total = (lists: readonly { readonly count: number }[]): number =>
  lists.reduce((sum, { count }) => sum + count, 0);
const changed = (news: readonly News[], of: News["of"]): number => total(news.filter((one) => one.of === of));

const place = ({ console }: DigestLetterData, at: string): string => `${console}/${at}`;

/** A list with its count; what the mail cuts is counted and lies behind the link. */
const listBlocks = (saying: Saying, side: "overdue" | "due", { of, count, first }: List): readonly Block[] => {
  if (count === 0) return [];
  const { locale, now, part } = saying;
  const { head } = WORDS;
  const rest = count - first.length;
  const s = sentencesIn(locale);
  const title = `${WORDS[side][of][locale]}${s.colon}${counted(count)}`;
  if (first.length === 0) return [{ is: "words", text: `${title}${s.join}${WORDS.forgotten[locale]}` }];
  const table: Block = {
    is: "table",
    title,
    head: [WORDS.name[of], head.what, head.whose, side === "overdue" ? head.late : head.due].map((one) => one[locale]),
    rows: first.map((line) => [
      { text: nameOf(line, locale), url: place(saying, line.place) },
      `${line.what[locale]}${line.advisory ? ` (${WORDS.advisory[locale]})` : ""}${line.who === undefined ? "" : ` · ${line.who}`}`,
      line.whose?.[locale] ?? "–",
      side === "overdue" ? sayLate(line.due, now, locale) : sayDue(line.due, part.zone, locale),
    ]),
  };
  if (rest <= 0) return [table];
  const query = `?policy=${encodeURIComponent(part.policy.id)}&due=${side === "overdue" ? "overdue" : "week"}`;
  const aside: readonly Block[] =
    of === "cases" ? [{ is: "aside", label: WORDS.all[locale], url: `${saying.console}${query}` }] : [];
  return [table, { is: "words", text: WORDS.more[locale](counted(rest)) }, ...aside];
};

const lastOf = ({ trend }: KpiLine) => ({ is: trend.at(-1), was: trend.at(-2) });

const kpiTable = ({ locale, part }: Saying): Block => ({
  is: "table",
  title: WORDS.kpis[locale],
  head: [WORDS.kpi.name, WORDS.kpi.target, WORDS.kpi.value, WORDS.kpi.before].map((one) => one[locale]),
  rows: part.kpis.map((kpi) => {
    const { is, was } = lastOf(kpi);
    const standing = is === undefined ? "–" : WORDS.standing[is.standing][locale];
    const said =
      is?.shown === undefined ? WORDS.noData[locale] : `${is.shown}${standing === "–" ? "" : ` · ${standing}`}`;
    return [`${kpi.title[locale]} (${is?.period ?? "–"})`, kpi.target ?? WORDS.none[locale], said, was?.shown ?? "–"];
  }),
});

/** Figures that stand otherwise to their target than the period before. */
const flips = ({ locale, part }: Saying): readonly string[] =>
  part.kpis.flatMap((kpi) => {
    const { is, was } = lastOf(kpi);
    const judged = (one: typeof is) => one !== undefined && (one.standing === "met" || one.standing === "missed");
    if (is === undefined || was === undefined || !judged(is) || !judged(was) || is.standing === was.standing) return [];
    const { standing } = WORDS;
    return [WORDS.flip[locale](kpi.title[locale], standing[was.standing][locale], standing[is.standing][locale])];
  });

const pictureOf = ({ locale, name, part }: Saying, kpi: KpiLine): Picture | undefined => {
  const known = kpi.trend.filter(({ value }) => value !== undefined);
  if (known.length < 2) return undefined;
  const points = kpi.trend.map(({ period, shown }) => `${period} ${shown ?? WORDS.noData[locale]}`);
  const said = points.join(sentencesIn(locale).join);
  const alt = WORDS.chart[locale](kpi.title[locale], said, kpi.target ?? "");
  return {
    cid: `${part.policy.id}.${kpi.id}.${name}`,
    title: kpi.title[locale],
    alt,
    points: said,
    chart: trendChart(kpi),
  };
};

const newsBlocks = (saying: Saying): readonly Block[] => {
  const { locale, part } = saying;
  const { head } = WORDS;
  const rows = part.news.map(({ of, count }) => ({ label: WORDS.changes[of][locale], value: counted(count) }));
  const lines = part.news.flatMap(({ of, first }) =>
    first.map((one) => [
      { text: one.name, url: place(saying, one.place) },
      of === "opened" || of === "closed" ? WORDS.changes[of][locale] : one.what[locale],
      sayMoment(one.at, part.zone, locale),
    ]),
  );
  const flipped = flips(saying);
  if (total(part.news) === 0 && flipped.length === 0) return [];
  return [
    { is: "words", text: WORDS.news[locale](sayMoment(part.since, part.zone, locale)) },
    { is: "facts", rows },
    ...(flipped.length > 0 ? [{ is: "list", items: flipped } as const] : []),
    ...(lines.length > 0
      ? [{ is: "table", head: [head.number, head.what, head.when].map((one) => one[locale]), rows: lines } as const]
      : []),
  ];
};

/** What one regulation says, in its order: what is late, what is soon due, the figures, what has changed. */
const partBlocks = (saying: Saying, pictures: readonly Picture[]): readonly Block[] => {
  const { part, locale } = saying;
  const shown = pictures.filter(({ cid }) => cid.startsWith(`${part.policy.id}.`));
  return [
    { is: "section", text: part.policy.title[locale] },
    ...part.overdue.flatMap((list) => listBlocks(saying, "overdue", list)),
    ...part.due.flatMap((list) => listBlocks(saying, "due", list)),
    ...(part.kpis.length > 0 ? [kpiTable(saying)] : []),
    ...shown.map(({ chart: { width, height }, ...picture }): Block => ({ is: "picture", ...picture, width, height })),
    ...newsBlocks(saying),
    ...(isEmpty(part) ? [{ is: "words", text: WORDS.quiet[locale] } as const] : []),
  ];
};

const whyOf = ({ locale }: DigestLetterData, { roles, policy, digests }: Part): string => {
  const { join } = sentencesIn(locale);
  const titles = (all: readonly { readonly title: Part["policy"]["title"] }[]) =>
    all.map(({ title }) => title[locale]).join(join);
  return WORDS.why[locale](
    titles(roles),
    policy.title[locale],
    titles(digests),
    [...new Set(digests.flatMap(({ rules }) => rules))].join(join),
  );
};

/** How everything that one person looks after stands on a day: a part for each regulation, what is late first. */
export const digestLetter = (data: DigestLetterData): DigestLetter => {
  const { locale, org, day, parts } = data;
  const s = sentencesIn(locale);
  const overdue = total(parts.flatMap((part) => part.overdue));
  const due = total(parts.flatMap((part) => part.due));
  const news = parts.flatMap((part) => part.news);
  const sums = [
    { label: WORDS.count.overdue[locale], value: overdue, bad: overdue > 0 },
    { label: WORDS.count.due[locale], value: due },
    { label: WORDS.count.opened[locale], value: changed(news, "opened") },
    { label: WORDS.count.closed[locale], value: changed(news, "closed") },
  ];
  const pictures = parts
    .flatMap((part) => part.kpis.map((kpi) => pictureOf({ ...data, part }, kpi)))
    .filter((one) => one !== undefined)
    .slice(0, MOST_PICTURES);
  const brief = `${WORDS.count.overdue[locale]} ${counted(overdue)}${s.join}${WORDS.count.due[locale]} ${counted(due)}`;
  const letter = written(
    org,
    locale,
    {
      subject: `${WORDS.heading[locale]}${s.colon}${brief} · ${sayDay(day, locale)}`,
      preview: `${sayDay(day, locale)} · ${brief}`,
      heading: `${WORDS.heading[locale]} · ${sayDay(day, locale)}`,
      blocks: [
        { is: "words", text: WORDS.says[locale](sayMoment(data.now, parts[0]?.zone ?? "UTC", locale)) },
        { is: "bars", bars: sums.map((one) => ({ ...one, shown: counted(one.value) })) },
        ...parts.flatMap((part) => partBlocks({ ...data, part }, pictures)),
        { is: "button", label: WORDS.open[locale], url: data.console },
      ],
    },
    [...parts.map((part) => whyOf(data, part)), WORDS.duty[locale], s.footer.automatic],
  );
  // what the frame had to cut is not carried either
  return { ...letter, pictures: pictures.filter(({ cid }) => letter.html.includes(`cid:${cid}"`)) };
};
