import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { tableCalendarNotices } from "../aws/calendar-notices.ts";
import { tableCampaigns } from "../aws/campaigns.ts";
import { tableCustomers } from "../aws/customers.ts";
import { documents } from "../aws/documents.ts";
import { tableEntries } from "../aws/entries.ts";
import { tableFigures } from "../aws/figures.ts";
import { tableObligations } from "../aws/obligations.ts";
import { tableSuppressions } from "../aws/suppressions.ts";
import { type Fulfilment, fulfil } from "../record/obligations/fulfil.ts";
import type { SuppressionStore } from "../record/suppression.ts";
import { env } from "./env.ts";
import { campaignIdFor, drawFor, invitationIdFor } from "./secrets.ts";
import { tableDeps } from "./wiring.ts";

/** Records and companies, and whom nobody writes to any more. */
const postalDeps = (client: DynamoDBDocumentClient = documents()) => {
  const deps = tableDeps(client);
  const suppressions: SuppressionStore = tableSuppressions(client, env("TABLE"), deps.orgs);
  return { ...deps, suppressions };
};

/** What a case is woken with: it asks its customer after an event, is counted, and says which calendars it waits for. */
export const wakingDeps = () => {
  const client = documents();
  const campaigns = tableCampaigns(client, env("TABLE"));
  const notices = tableCalendarNotices(client, env("TABLE"));
  const figures = tableFigures(client, env("TABLE"));
  return { ...postalDeps(client), campaigns, figures, notices, campaignIdFor, invitationIdFor };
};

/** What is owed again and again, and of what. */
export const obligationDeps = () => {
  const client = documents();
  return { ...postalDeps(client), obligations: tableObligations(client, env("TABLE")), draw: drawFor };
};

/** The same with the entries of registers that show it to be done. */
export const rhythmDeps = () => {
  const deps = obligationDeps();
  return { ...deps, entries: tableEntries(documents(), env("TABLE"), deps.orgs) };
};

/** Cases and companies with campaigns and whom they ask. */
export const surveyDeps = (client: DynamoDBDocumentClient = documents()) => ({
  ...postalDeps(client),
  campaigns: tableCampaigns(client, env("TABLE")),
  customers: tableCustomers(client, env("TABLE")),
  figures: tableFigures(client, env("TABLE")),
});

/** The same with what asked for a survey again and again. */
export const campaignDeps = () => {
  const duties = obligationDeps();
  return { ...surveyDeps(), fulfil: (done: Fulfilment) => fulfil(duties, done) };
};

/** What the figures of a regulation are shown and looked into with: cases, surveys and what is owed again and again. */
export const kpiDeps = () => {
  const client = documents();
  return { ...surveyDeps(client), obligations: tableObligations(client, env("TABLE")) };
};
