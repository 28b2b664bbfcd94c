import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { canonicalJson } from "../kernel/canonical.ts";
import {
  ActionId,
  CampaignId,
  CaseId,
  ErasureId,
  InspectionId,
  InvitationId,
  MailId,
  PhotoId,
  spell,
} from "../kernel/ids.ts";
import type { Incoming } from "../mail/incoming/incoming.ts";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
export const sha256 = (text: string): string => digest(text).toString("hex");
/** The bytes from which an id is spelt. */
export const digestBytes = (text: string): Uint8Array => digest(text);
/** What identifies a file by its content. */
export const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The same case for the same key of the same company; a request without a key is a case of its own. */
export const caseIdFor = (org: string, key: string | undefined): CaseId =>
  CaseId.parse(`case_${spell(key === undefined ? randomBytes(17) : digest(`${org}\n${key}`))}`);

/** The same order for the same key of the same company. */
export const erasureIdFor = (org: string, key: string | undefined): ErasureId =>
  ErasureId.parse(`erasure_${spell(key === undefined ? randomBytes(17) : digest(`erasure\n${org}\n${key}`))}`);

/** The same campaign for the same key of the same company. */
export const campaignIdFor = (org: string, key: string | undefined): CampaignId =>
  CampaignId.parse(`campaign_${spell(key === undefined ? randomBytes(17) : digest(`${org}\ncampaign\n${key}`))}`);

/** The same entry of a register for the same key of the same company. */
export const entryIdFor = (org: string, key: string | undefined): string =>
  `entry_${spell(key === undefined ? randomBytes(17) : digest(`entry\n${org}\n${key}`))}`;

/**
 * The same mail is the same however often and by whatever way it is delivered: by what it says, not by the object that it
 * lies in. Another mail under an id that was used before is another mail.
 */
export const mailIdFor = (org: string, { headers, from, sentAt, subject, text, attachments }: Incoming): MailId => {
  const messageId = headers.find(({ key }) => key === "message-id")?.value;
  const files = attachments.map(({ name, content }) => [name, digestOf(content)]);
  const said = canonicalJson({ org, messageId, from, sentAt, subject, text, files });
  return MailId.parse(`mail_${spell(digest(`mail\n${said}`))}`);
};

/** The same inspection for the same key of the same member of staff. */
export const inspectionIdFor = (org: string, sub: string, key: string | undefined): InspectionId =>
  InspectionId.parse(
    `inspection_${spell(key === undefined ? randomBytes(17) : digest(`inspection\n${org}\n${sub}\n${key}`))}`,
  );

/** The same photo for the same key of the same inspection. */
export const photoIdFor = (inspection: string, key: string): PhotoId =>
  PhotoId.parse(`photo_${spell(digest(`inspection photo\n${inspection}\n${key}`))}`);

/** The action on one code in one period of one regulation: there is never a second one. */
export const actionIdFor = (org: string, of: readonly string[]): ActionId =>
  ActionId.parse(`action_${spell(digest(canonicalJson(["action", org, ...of])))}`);

export const newPhotoId = (): PhotoId => PhotoId.parse(`photo_${spell(randomBytes(17))}`);

/** What binds the digests of a record's timeline: 128 bits that nothing else can make. */
export const newSalt = (): string => randomBytes(16).toString("hex");

/**
 * The tracking token of a case: 128 bits that only the company's key can make. It is derived rather than drawn so that
 * a repeated request gets the same one and a mail can carry it, though no store ever holds it.
 */
export const tokenFor = (linkKey: string, caseId: string): string =>
  createHmac("sha256", linkKey).update(`tracking\n${caseId}`).digest().subarray(0, 16).toString("base64url");

type CopyOf = { readonly caseId: string; readonly form: string; readonly copy: number };

/** The token of one copy that was sent outside: it opens that copy and nothing of the case. */
export const copyTokenFor = (linkKey: string, { caseId, form, copy }: CopyOf): string =>
  createHmac("sha256", linkKey)
    .update(`copy\n${caseId}\n${form}\n${copy}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");

/** The token of the calendar of a list of visits: it opens that list, to read, and nothing else. */
export const calendarTokenFor = (linkKey: string, list: string): string =>
  createHmac("sha256", linkKey).update(`calendar\n${list}`).digest().subarray(0, 16).toString("base64url");

type AskedOf = { readonly campaign: string; readonly invitation: string };

/** The token of one invitation: it opens that questionnaire for one customer and nothing else. */
export const surveyTokenFor = (linkKey: string, { campaign, invitation }: AskedOf): string =>
  createHmac("sha256", linkKey)
    .update(`survey\n${campaign}\n${invitation}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");

/** The invitation of a person to a campaign: the same for the same address, and a riddle to whoever has no key. */
export const invitationIdFor = (linkKey: string, campaign: string, person: string): InvitationId =>
  InvitationId.parse(
    `invitation_${spell(createHmac("sha256", linkKey).update(`invitation\n${campaign}\n${person}`).digest())}`,
  );

/** A customer of a company's list: the same for the same address. */
export const customerIdFor = (linkKey: string, person: string): string =>
  `customer_${spell(createHmac("sha256", linkKey).update(`customer\n${person}`).digest())}`;

/** Compares in constant time. */
export const isToken = (token: string, tokenHash: string): boolean => {
  const [given, known] = [digest(token), Buffer.from(tokenHash, "hex")];
  return given.length === known.length && timingSafeEqual(given, known);
};

/** The same for two bodies that say the same, however their fields are ordered. */
export const bodyHash = (body: unknown): string => sha256(canonicalJson(body));

/** A number from 0 up to 1 that only the company's key can make: the same for the same thing. */
export const drawFor = (linkKey: string, what: string): number =>
  createHmac("sha256", linkKey).update(`draw\n${what}`).digest().readUInt32BE(0) / 2 ** 32;
