import type { CampaignLetter } from "../../survey/letter.ts";
import type { Posted } from "../wake.ts";
import type { LoadedCampaign } from "./change.ts";

/** Makes a letter of a campaign to a role and hands it to the post. */
export type PostLetter = (found: LoadedCampaign, letter: CampaignLetter) => Promise<Posted>;
