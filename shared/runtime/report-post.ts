import type { Mailer } from "../aws/mailer.ts";
import type { ReportDesk } from "../record/reports/load.ts";
import type { PostReport } from "../record/reports/post.ts";
import type { ReportRecord } from "../record/reports/reports.ts";
import type { SuppressionStore } from "../record/suppression.ts";
import { reportLetter } from "../report/letter.ts";
import { sha256 } from "./secrets.ts";
import { sendLetter } from "./send-letter.ts";

type Deps = Pick<ReportDesk, "orgs" | "files"> & { readonly suppressions: Pick<SuppressionStore, "of"> };
type Places = { readonly publicUrl: string; readonly mailer: Mailer };

/** A report in the console. */
const pageOf = (publicUrl: string, { org, id }: ReportRecord): string =>
  `${publicUrl}/console/#/${org}/reports?id=${encodeURIComponent(id)}`;

/**
 * Makes a letter of a report when it leaves and hands it to the mail service. A role whose mail nobody reads, or whose
 * addresses mail came back from, is said on the record; a letter that is sent again after a crash has the same name.
 */
export const reportPost =
  (deps: Deps, { publicUrl, mailer }: Places): PostReport =>
  async ({ record, report }, { id, is, to, owedAt }) => {
    const org = await deps.orgs.org(record.org);
    const desk = org?.desks[to];
    const last = report.submissions.at(-1);
    const content = is === "draft" ? report.contents[0] : report.contents.find(({ n }) => n === last?.content);
    if (org === undefined || desk === undefined || content === undefined)
      return { is: "impossible", why: `nobody reads the mail of ${to}` };
    const { locale } = desk;
    const name = sha256(`${record.org}\n${record.id}\n${id}`).slice(0, 32);
    return sendLetter(
      { ...deps, mailer },
      {
        ...{ org, locale, to: desk.emails, name: `report.${name}`, date: owedAt },
        letter: async () =>
          reportLetter({
            ...{ locale, org, is, page: pageOf(publicUrl, record) },
            document: await deps.files.read(org.id, record.id, content.hash),
            corrected: report.submissions.length > 1,
            late: is === "submitted" && last?.late === true,
          }),
        tags: { kind: "report", org: org.id, mail: name },
        ids: { record: record.id, desk: to, mail: id },
      },
    );
  };
