import { digestSheet } from "../api/digest-sheet.ts";
import type { Attachment } from "../aws/compose.ts";
import type { Mailer } from "../aws/mailer.ts";
import { type DigestLetter, digestLetter } from "../mail/digest.ts";
import type { DigestRecord } from "../record/digests/digests.ts";
import type { Gathered } from "../record/digests/gather.ts";
import type { PostDigest } from "../record/digests/send.ts";
import type { Org } from "../record/org.ts";
import { log } from "./log.ts";
import { pngOf } from "./png.ts";
import { domainOf, type Postal, sendLetter } from "./send-letter.ts";
import { xlsxOf } from "./xlsx.ts";

type Deps = Omit<Postal, "mailer">;
type Places = { readonly publicUrl: string; readonly mailer: Mailer };

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** A mail of SES may have 10 MB, and grows by a third on its way: a larger file stays out, the console has all of it. */
const MOST_BYTES = 5 * 1024 * 1024;

/** The company in the console. */
export const consoleOf = (publicUrl: string, org: string): string => `${publicUrl}/console/#/${org}`;

/** Whether the mail itself leaves something out. */
const isCut = ({ part }: Gathered): boolean =>
  [...part.overdue, ...part.due].some(({ count, first }) => count > first.length);

const pictures = (letter: DigestLetter): readonly Attachment[] =>
  letter.pictures.map(({ cid, chart }) => ({ name: `${cid}.png`, type: "image/png", content: pngOf(chart), cid }));

const fileOf = async (
  org: Org,
  record: DigestRecord,
  gathered: readonly Gathered[],
  console: string,
): Promise<readonly Attachment[]> => {
  if (!gathered.some(isCut)) return [];
  const sheet = digestSheet(gathered, { locale: record.locale, now: record.filed.at, console });
  const content = await xlsxOf(sheet);
  if (content.length > MOST_BYTES) {
    log("DIGEST_CUT", { org: org.id, mail: record.id, bytes: content.length });
    return [];
  }
  return [{ name: `${org.id}-${record.day}.xlsx`, type: XLSX, content }];
};

/** What a record says, as a letter. */
export const letterOf = (
  org: Org,
  record: Pick<DigestRecord, "locale" | "day" | "parts" | "id" | "filed">,
  console: string,
): DigestLetter =>
  digestLetter({
    org,
    locale: record.locale,
    day: record.day,
    now: record.filed.at,
    parts: record.parts,
    console,
    name: record.id,
  });

/**
 * Makes the mail of one person and hands it to the mail service. An address that mail came back from gets none, which is
 * said on the record; a mail that is sent again after a crash has the same name.
 */
export const digestPost =
  (deps: Deps, { publicUrl, mailer }: Places): PostDigest =>
  async (org, record, email, gathered) => {
    const console = consoleOf(publicUrl, org.id);
    return sendLetter(
      { ...deps, mailer },
      {
        ...{ org, locale: record.locale, to: [email], name: `digest.${record.id}`, date: record.filed.at },
        letter: async () => {
          const letter = letterOf(org, record, console);
          return { ...letter, attachments: [...pictures(letter), ...(await fileOf(org, record, gathered, console))] };
        },
        list: `digest.${domainOf(org)}`,
        tags: { kind: "digest", org: org.id, mail: record.id },
        ids: { mail: record.id },
      },
    );
  };
