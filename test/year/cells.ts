import { isFigure, type ReportDocument } from "../../shared/report/document.ts";
import type { Compiled } from "./contents.ts";

/** A figure of a report: which it is, of which records it says it was made, and how much it says. */
export type ReportFigure = {
  readonly org: string;
  /** Of which content. */
  readonly content: string;
  /** Report, line, table, row and column in words. */
  readonly what: string;
  readonly list: string;
  readonly where: Readonly<Record<string, string>>;
  readonly n: number;
};

export const contentName = ({ report, n }: Pick<Compiled, "report" | "n">): string => `${report} content ${n}`;

type Place = Pick<ReportFigure, "org" | "content">;

const inTables = (place: Place, { lines }: ReportDocument): readonly ReportFigure[] =>
  lines.flatMap(({ tables }, line) =>
    tables.flatMap(({ id, head, rows }) =>
      rows.flatMap((row, at) => {
        const [first] = row;
        const label = first !== undefined && "says" in first ? first.says.en : "";
        return row.flatMap((cell, column): ReportFigure[] =>
          isFigure(cell)
            ? [
                {
                  ...place,
                  what: `report ${place.content} line ${line + 1} ${id} row ${at + 1} ${label}: ${head[column]?.en}`,
                  ...{ list: cell.of, where: cell.where, n: cell.n },
                },
              ]
            : [],
        );
      }),
    ),
  );

/** How many records each list has, whatever tables are made of it. */
const ofLists = (place: Place, { lists }: ReportDocument): readonly ReportFigure[] =>
  Object.entries(lists)
    .filter(([list]) => list !== "kpis" && list !== "answers")
    .map(([list, all]) => ({
      ...place,
      ...{ what: `report ${place.content} list ${list}`, list, where: {}, n: all.length },
    }));

/** What it says of each survey, and of each of its questions. */
const ofSurveys = (place: Place, { lists }: ReportDocument): readonly ReportFigure[] => {
  const figures = (all: ReportDocument["lists"][string], list: string, sides: readonly string[]) =>
    all.flatMap((one) =>
      sides.flatMap((side) => {
        const { id = "", campaign = id, question = "" } = one;
        const n = Number(one[side] ?? Number.NaN);
        const what = `report ${place.content} survey ${campaign} ${question} ${side}`;
        return Number.isFinite(n) ? [{ ...place, what, list, where: { id: campaign, question, side }, n }] : [];
      }),
    );
  return [
    ...figures(lists.campaigns ?? [], "asked", ["invited", "sent", "valid"]),
    ...figures(lists.answers ?? [], "answered", ["answers", "satisfied"]),
  ];
};

/** What a report says above and below the line of a KPI, where it says anything. */
const ofKpis = (place: Place, { lists }: ReportDocument): readonly ReportFigure[] =>
  (lists.kpis ?? []).flatMap(({ id = "", period = "", numerator, denominator }) =>
    [
      { side: "above", n: Number(numerator) },
      { side: "below", n: Number(denominator) },
    ].flatMap(({ side, n }) =>
      Number.isFinite(n)
        ? [
            {
              ...place,
              what: `report ${place.content} kpi ${id} ${period} ${side}`,
              list: "kpis",
              where: { id, period, side },
              n,
            },
          ]
        : [],
    ),
  );

/** Every figure of a content. */
export const figuresIn = ({ document, ...compiled }: Compiled): readonly ReportFigure[] => {
  const place = { org: compiled.org, content: contentName(compiled) };
  return [
    ...inTables(place, document),
    ...ofLists(place, document),
    ...ofKpis(place, document),
    ...ofSurveys(place, document),
  ];
};
