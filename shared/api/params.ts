import * as z from "zod";
import { CampaignId, CaseId, InvitationId, OrgId } from "../kernel/ids.ts";
import { Slug } from "../policy/terms.ts";

/** Which company. */
export const inOrg = z.object({ org: OrgId });
/** Which case of it. */
export const ofCase = inOrg.extend({ caseId: CaseId });
/** Of any shape: a policy that the company does not use is answered with those it does. */
const policy = z
  .string()
  .optional()
  .meta({
    description: "one of the organisation's regulations; the one of its own form when absent",
    examples: ["door-factory-after-sales"],
  });

/** By which regulation, of those that the company has adopted. */
export const ofPolicy = z.object({ policy });

/** A month, `2026-11`. @param says what lies in it, and which one it is where nobody says, for the interface's document. */
export const inMonth = (says: string) =>
  z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .meta({ description: says, examples: ["2026-11"] });

/** A page of a list: how many at most, and where the last page said that it goes on. */
export const aPage = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

/** Whether a file is only read. @param says what a dry run leaves alone, for the interface's document. */
export const dryRun = (says: string) =>
  z
    .enum(["true", "false"])
    .default("false")
    .transform((said) => said === "true")
    .meta({ description: `reads everything, says what is wrong, and ${says}` });

/** Which form of a case. */
export const ofForm = ofCase.extend({ form: Slug });
/** Which copy of a form: 1 is the first of its list. */
export const ofCopy = ofForm.extend({ copy: z.coerce.number().int().min(1).max(9999) });

/** Which campaign of a company. */
export const ofCampaign = inOrg.extend({ campaignId: CampaignId });
/** Whose part in a campaign, with the token that opens it. */
export const ofInvitation = ofCampaign.extend({ invitationId: InvitationId, token: z.string().max(64) });
