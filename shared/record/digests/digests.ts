import * as z from "zod";
import { CivilDate } from "../../calendar/civil-date.ts";
import type { KpiLine, Line, List, News } from "../../digest/digest.ts";
import { Part } from "../../digest/digest.ts";
import type { OrgId } from "../../kernel/ids.ts";
import { Instant } from "../../kernel/instant.ts";
import { Locale } from "../../kernel/text.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Deps } from "../change.ts";
import { type KeptStore, keptShape } from "../kept.ts";

/** What one person was told on one day, or is being told; nobody is told twice because there is one record a person and day. */
export const DigestRecord = z.strictObject({
  ...keptShape,
  kind: z.literal("digest"),
  day: CivilDate,
  /** Whom, as lists show an address, and in which language. */
  shown: z.string(),
  locale: Locale,
  /** The roles for which they are told: the address of each is looked up when the mail leaves. */
  roles: z.array(z.string()),
  /** Which digests of which regulations, each with its own day: one that was late is told with the next. */
  tells: z.array(
    z.strictObject({
      policy: z.string(),
      version: z.number().int(),
      digest: z.string(),
      day: CivilDate,
      roles: z.array(z.string()),
    }),
  ),

  /** What it said; none before it was put together, or when it had nothing to say. */
  parts: z.array(Part),
  state: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("claimed"), attempts: z.number().int().positive(), until: Instant }),
    z.strictObject({ is: z.literal("waiting"), attempts: z.number().int().positive(), after: Instant }),
    z.strictObject({ is: z.literal("sent"), at: Instant, messageId: z.string() }),
    /** There was nothing to tell, and the regulations want no empty mail. */
    z.strictObject({ is: z.literal("empty"), at: Instant }),
    z.strictObject({ is: z.literal("notSent"), at: Instant, why: z.string() }),
  ]),
});
export type DigestRecord = z.infer<typeof DigestRecord>;

/** The list in which all digests of a company stand. */
export const DIGESTS = "digests";

/** The list of what was due for roles whose mail nobody reads: one record a day, of which the administrator is told. */
export const UNREAD = "unread";

type Asked = {
  readonly org: OrgId;
  readonly policy: Policy;
  /** Now, and the last moment of what is due soon. */
  readonly now: Instant;
  readonly until: Instant;
  readonly since: Instant;
  readonly day: CivilDate;
};

/** Lines of one kind of work, all of them: a mail shows the first, the file that it carries the rest. */
export type Whole = { readonly of: List["of"]; readonly count: number; readonly lines: readonly Line[] };

/** Where a digest's contents come from; each answers at the cost of what it shows and of the days since the last digest. */
export type Sources = {
  readonly overdue: readonly ((asked: Asked) => Promise<Whole>)[];
  readonly due: readonly ((asked: Asked) => Promise<Whole>)[];
  readonly kpis: (asked: Asked) => Promise<readonly KpiLine[]>;
  readonly news: (asked: Asked) => Promise<readonly News[]>;
};
export type { Asked };

export type DigestDeps = Pick<Deps, "orgs" | "records" | "now"> & {
  readonly digests: KeptStore<DigestRecord>;
  /** Spells an address under the company's key, so that no key of a record can be read. */
  readonly markOf: (org: string, email: string) => Promise<string>;
};
