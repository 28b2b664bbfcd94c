import { createHash } from "node:crypto";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import type { Facts } from "./facts.ts";
import type { Shown } from "./shown.ts";

/** What remains of a year: every mail, every content of a report and every figure, in an order that hangs on nothing but themselves. */
export type Ledger = {
  readonly mails: readonly {
    readonly at: string;
    readonly to: string;
    /** What it is: `digest`, `report`, …; nothing where it is not marked. */
    readonly kind: string;
    readonly subject: string;
    /** The hash of its words, but for the secrets in its links. */
    readonly text: string;
  }[];
  readonly reports: readonly {
    readonly org: string;
    readonly report: string;
    readonly n: number;
    readonly hash: string;
  }[];
  readonly figures: Readonly<Record<string, number | string>>;
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export const ledgerOf = ({ mails, contents }: Pick<Facts, "mails" | "contents">, shown: Shown): Ledger => ({
  mails: mails
    .flatMap(({ at, to, subject, tags, text }) =>
      to.map((one) => ({
        ...{ at, to: one, kind: tags.kind ?? "", subject },
        text: sha256(text.replace(/https?:\/\/\S+/g, "")),
      })),
    )
    .sort((a, b) => byText(Object.values(a).join(" "), Object.values(b).join(" "))),
  reports: contents
    .map(({ org, report, n, hash }) => ({ org, report, n, hash }))
    .sort((a, b) => byText(Object.values(a).join(" "), Object.values(b).join(" "))),
  figures: Object.fromEntries([...shown].sort(([a], [b]) => byText(a, b))),
});

/** The same year has the same. */
export const hashOf = (ledger: Ledger): string => sha256(canonicalJson(ledger));
