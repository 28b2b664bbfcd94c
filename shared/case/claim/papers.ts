import { say, type Text } from "../../kernel/text.ts";
import type { Claims } from "../../policy/claims.ts";
import { people } from "../../policy/explain-words.ts";
import { holds } from "../../policy/holds.ts";
import type { Policy } from "../../policy/policy.ts";
import { listed } from "../../policy/wording.ts";
import type { Case } from "../case.ts";
import type { EventOf } from "../event.ts";
import type { Claim } from "./claim.ts";

export type ClaimDocument = Claims["documents"][number];

/** One document of a claim: how many of its copies came, and what still is missing, in words. */
export type PaperReading = {
  readonly document: ClaimDocument;
  readonly have: number;
  readonly missing: readonly Text[];
  /** The copy that is still to come; the last one where all came. */
  readonly next: number;
  /** It did not come, and this stands in its place. */
  readonly instead?: "market-price" | undefined;
};

const ORDINALS = ["first", "second", "third", "fourth", "fifth"] as const;

const copyName = (copy: number, copies: number): Text =>
  copies === 1 ? say("文件", "the document") : say(`第${copy}份`, `${ORDINALS[copy - 1] ?? `${copy}.`} copy`);

/** The papers that came, the latest of each copy. */
export const papersIn = ({ timeline }: Case): readonly EventOf<"claimPaper">[] => {
  const latest = new Map<string, EventOf<"claimPaper">>();
  for (const event of timeline) if (event.type === "claimPaper") latest.set(`${event.document} ${event.copy}`, event);
  return [...latest.values()];
};

const missingOfCopy = (
  policy: Policy,
  { copies, signedBy }: ClaimDocument,
  copy: number,
  paper: EventOf<"claimPaper"> | undefined,
): readonly Text[] => {
  const name = copyName(copy, copies);
  if (paper === undefined) return [name];
  const unsigned = signedBy.filter((who) => !paper.signedBy.includes(who));
  if (unsigned.length === 0) return [];
  const who = listed(people(policy, unsigned));
  return [say(`${name["zh-CN"]}缺${who["zh-CN"]}签字`, `${name.en}: signature of ${who.en}`)];
};

const reading = (policy: Policy, document: ClaimDocument, papers: readonly EventOf<"claimPaper">[]): PaperReading => {
  const own = papers.filter((paper) => paper.document === document.id);
  const copies = Array.from({ length: document.copies }, (_, at) => at + 1);
  const gaps = copies.map((copy) => ({
    copy,
    missing: missingOfCopy(
      policy,
      document,
      copy,
      own.find((paper) => paper.copy === copy),
    ),
  }));
  const open = gaps.filter(({ missing }) => missing.length > 0);
  const replaced = document.without !== undefined && own.length === 0;
  return {
    document,
    have: own.length,
    missing: replaced ? [] : open.flatMap(({ missing }) => missing),
    next: open[0]?.copy ?? document.copies,
    instead: replaced ? document.without : undefined,
  };
};

/** Every document that this claim needs, with what came of it and what is missing (HKC-06 … 12, AS-59). */
export const papersOf = (policy: Policy, current: Case, { rules }: Claim): readonly PaperReading[] => {
  const papers = papersIn(current);
  return rules.documents
    .filter(({ when }) => holds(policy, when, current.facts).is === true)
    .map((document) => reading(policy, document, papers));
};
