import * as z from "zod";

/** First words of addresses that are ours. */
const TAKEN = new Set(["console", "docs", "assets", "policies"]);

/** An organisation's short name in addresses: `/v1/{org}/…` and `/{org}/complaint`. */
export const OrgId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/)
  .refine((name) => !TAKEN.has(name), "this name is an address of Aftercare itself")
  .brand<"OrgId">();
export type OrgId = z.infer<typeof OrgId>;

/** 130 bits in Crockford's base 32, behind a prefix that says what was pasted. */
const id = <P extends string>(prefix: P) => z.string().regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`));

export const CaseId = id("case").brand<"CaseId">();
export type CaseId = z.infer<typeof CaseId>;

export const PhotoId = id("photo").brand<"PhotoId">();
export type PhotoId = z.infer<typeof PhotoId>;

/** A mail that came in: the same for the same mail, however often it is delivered. */
export const MailId = id("mail").brand<"MailId">();
export type MailId = z.infer<typeof MailId>;

/** A file of a case that is no photo: what a mail carried, and the mail itself. */
export const PaperId = id("paper").brand<"PaperId">();
export type PaperId = z.infer<typeof PaperId>;

/** The order to erase the data of one person, whatever cases that are. */
export const ErasureId = id("erasure").brand<"ErasureId">();
export type ErasureId = z.infer<typeof ErasureId>;
export const CampaignId = id("campaign").brand<"CampaignId">();
export type CampaignId = z.infer<typeof CampaignId>;

/** An inspection: the same for the same key of the same company. */
export const InspectionId = id("inspection").brand<"InspectionId">();
export type InspectionId = z.infer<typeof InspectionId>;

/** The action on a common problem: the same for the same code in the same period. */
export const ActionId = id("action").brand<"ActionId">();
export type ActionId = z.infer<typeof ActionId>;

export const InvitationId = id("invitation").brand<"InvitationId">();
export type InvitationId = z.infer<typeof InvitationId>;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Spells at least 17 bytes as the 26 characters of an id; the bytes beyond the 130th bit are not used. */
export const spell = (bytes: Uint8Array): string => {
  let bits = 0n;
  for (const byte of bytes.subarray(0, 17)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 6n;
  let text = "";
  for (let place = 0; place < 26; place += 1) {
    text = ALPHABET[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return text;
};
