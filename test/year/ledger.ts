import { createHash } from "node:crypto";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import type { Facts } from "./facts.ts";
import type { Shown } from "./shown.ts";

/** What remains of a year: every mail and every figure, in an order that hangs on nothing but themselves. */
export type Ledger = {
  readonly mails: readonly { readonly at: string; readonly to: string; readonly subject: string }[];
  readonly figures: Readonly<Record<string, number | string>>;
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const ledgerOf = ({ mails }: Pick<Facts, "mails">, shown: Shown): Ledger => ({
  mails: mails
    .flatMap(({ at, to, subject }) => to.map((one) => ({ at, to: one, subject })))
    .sort((a, b) => byText(`${a.at} ${a.to} ${a.subject}`, `${b.at} ${b.to} ${b.subject}`)),
  figures: Object.fromEntries([...shown].sort(([a], [b]) => byText(a, b))),
});

/** The same year has the same. */
export const hashOf = (ledger: Ledger): string => createHash("sha256").update(canonicalJson(ledger)).digest("hex");
