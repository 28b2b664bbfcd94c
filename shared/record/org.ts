import * as z from "zod";
import { OrgId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { Locale, Text } from "../kernel/text.ts";
import { Look } from "../mail/look/look.ts";
import { type Policy, PolicyRef } from "../policy/policy.ts";
import { Fact, Name, Slug } from "../policy/terms.ts";
import { Unit } from "../report/author.ts";
import type { TallyStore } from "./tally.ts";

const Reader = z.strictObject({ emails: z.array(z.email()).min(1), locale: Locale });

/** A company that uses Aftercare, and the few things about it that are no regulation. */
export const Org = z.strictObject({
  id: OrgId,
  name: Text,
  /** Whose midnight decides which version of a policy is in force. */
  timeZone: z.string(),
  /** Where its mail comes from and where replies go. */
  mailFrom: z.email(),
  /** The published policies, newest first; the first that is in force governs a new case. */
  policies: z.array(z.strictObject({ ref: PolicyRef, effectiveFrom: z.iso.date() })).min(1),
  /** The policy whose form the public address shows. */
  intakePolicy: Slug,
  /** Who reads the mail of a role (岗位邮箱). */
  desks: z.record(Name, Reader),
  /** The parts of the company that act in a role of a regulation each for itself: departments that report (PSI-18). */
  units: z.record(Name, z.array(Unit)).default({}),
  /** Who looks after the system for the company (管理员): nobody's role in a regulation. */
  administrator: Reader.optional(),
  /** Occasions of a regulation, such as exhibitions, with what is fixed for each: dates above all. */
  occasions: z
    .record(Slug, z.array(z.strictObject({ name: z.string().min(1), facts: z.record(Name, Fact) })))
    .default({}),
  /** What its letters look like, where it chose: it is kept beside the settings and changes by itself (shared/record/look.ts). */
  look: Look.optional(),
  /** 256 random bits from which tracking tokens are made; base64url. */
  linkKey: z.string().min(43),
});
export type Org = z.infer<typeof Org>;

/** Who put a version in force, and when; it is kept with the version for good. */
export type Publication = { readonly by: string; readonly at: Instant };

/** Companies, published policies, counters, and what is counted across cases. */
export type OrgStore = {
  readonly org: (id: string) => Promise<Org | undefined>;
  /** The names of all companies, for what is done for each of them day by day; one query for some thousands. */
  readonly all: () => Promise<readonly string[]>;
  /** The company whose mail comes from an address, or once did: answers to old mails still come. */
  readonly atInbox: (address: string) => Promise<Org | undefined>;
  /** @throws when the version was never published: a record cannot name it. */
  readonly policy: (org: string, ref: z.infer<typeof PolicyRef>) => Promise<Policy>;
  /** The next figure of a counter that never gives one twice. */
  readonly next: (org: string, counter: string) => Promise<number>;
  readonly tallies: TallyStore;
  /** @throws when its mail would come from the address of another company. */
  readonly putOrg: (org: Org) => Promise<void>;
  /** Publishes a version for good; a second publication of the same version must be the same text. */
  readonly publish: (
    org: string,
    ref: z.infer<typeof PolicyRef>,
    source: unknown,
    publication: Publication,
  ) => Promise<"published" | "same" | "different">;
};

/** The version in force on a civil date of the office. */
export const inForce = (org: Org, policy: string, date: string): z.infer<typeof PolicyRef> | undefined =>
  org.policies
    .filter(({ ref, effectiveFrom }) => ref.id === policy && effectiveFrom <= date)
    .sort((a, b) =>
      a.effectiveFrom < b.effectiveFrom ? 1 : a.effectiveFrom > b.effectiveFrom ? -1 : b.ref.version - a.ref.version,
    )[0]?.ref;

/** A company that must be there. @throws when it is not. */
export const orgOf = async (orgs: Pick<OrgStore, "org">, id: string): Promise<Org> => {
  const org = await orgs.org(id);
  if (org === undefined) throw new Error(`no organisation ${id}`);
  return org;
};
