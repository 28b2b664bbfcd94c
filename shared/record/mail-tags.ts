import * as z from "zod";
import { CampaignId, CaseId, InvitationId, OrgId } from "../kernel/ids.ts";

/**
 * What a mail carries, unseen by its reader, so that what comes back of it finds its record. The mail service writes a
 * Message-ID of its own over ours, so that cannot say it.
 */
export const MailTags = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("case"), org: OrgId, record: CaseId, mail: z.string().min(1) }),
  z.object({ kind: z.literal("invitation"), org: OrgId, record: CampaignId, mail: InvitationId }),
  /** To a member of staff: its address is closed, and nothing else hangs on it. */
  z.object({ kind: z.literal("visit"), org: OrgId, mail: z.string().min(1) }),
  /** To a member of staff, about an inspection: the same. */
  z.object({ kind: z.literal("inspection"), org: OrgId, mail: z.string().min(1) }),
  /** To a role, about a report: the same. */
  z.object({ kind: z.literal("report"), org: OrgId, mail: z.string().min(1) }),
  /** To whoever looks after the system: its address is closed, and nothing else hangs on it. */
  z.object({ kind: z.literal("warning"), org: OrgId, mail: z.string().min(1) }),
  /** To a role, about a survey: the same. */
  z.object({ kind: z.literal("campaign"), org: OrgId, record: CampaignId, mail: z.string().min(1) }),
  /** To whoever has a role, how things stand: the same. */
  z.object({ kind: z.literal("digest"), org: OrgId, mail: z.string().min(1) }),
  /** To a stranger whose mail became no case: its address is closed, and nobody has to be told. */
  z.object({ kind: z.literal("answer"), org: OrgId, mail: z.string().min(1) }),
]);
export type MailTags = z.infer<typeof MailTags>;
