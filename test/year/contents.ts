import { ReportFileLink } from "../../shared/api/reports.ts";
import type { Unit } from "../../shared/report/author.ts";
import { ReportDocument } from "../../shared/report/document.ts";
import { spanNamed } from "../../shared/report/key.ts";
import { must } from "../stack/call.ts";
import type { Facts } from "./facts.ts";
import type { Lived } from "./live.ts";

/** A content of a report as it can be taken away, with when its figures were counted. */
export type Compiled = {
  readonly org: string;
  readonly report: string;
  readonly n: number;
  readonly hash: string;
  readonly at: string;
  readonly document: ReportDocument;
  /** The department whose own it is. */
  readonly unit?: Unit | undefined;
  /** Its first and last day, those that are still to come among them. */
  readonly ends: { readonly from: string; readonly to: string };
};

type Event = {
  readonly type: string;
  readonly at: string;
  readonly n: number;
  readonly hash: string;
  readonly why: string;
};
type Stored = { readonly timeline: readonly Event[]; readonly unit?: Unit; readonly period: string };

/** What was handed in has the figures of the content before it, and words of its author. */
const countedAt = (contents: readonly Event[], nth: number): string =>
  contents.slice(0, nth + 1).findLast(({ why }) => why !== "submitted")?.at ?? contents[nth]?.at ?? "";

/** Every content of every report, fetched as whoever may read it would. */
export const contentsOf = async (
  { companies }: Pick<Lived, "companies">,
  records: Facts["records"],
): Promise<readonly Compiled[]> => {
  const found: Compiled[] = [];
  for (const { org, kind, id, body } of records) {
    const house = companies.find((one) => one.house.org === org)?.house;
    if (kind !== "report" || house === undefined) continue;
    const { timeline, unit, period } = body as Stored; // a report's own shape
    const [from = "", to = ""] = spanNamed(period)?.window ?? [];
    const contents = timeline.filter(({ type }) => type === "compiled");
    for (const [nth, { n, hash }] of contents.entries()) {
      const link = must(await house.as("everybody").get(`/reports/${id}/contents/${n}/json`), 200);
      const file = await fetch(ReportFileLink.parse(link.body).url);
      const document = ReportDocument.parse(await file.json());
      found.push({ org, report: id, n, hash, at: countedAt(contents, nth), document, unit, ends: { from, to } });
    }
  }
  return found;
};
