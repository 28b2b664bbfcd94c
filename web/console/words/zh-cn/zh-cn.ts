import { actionsWords } from "./actions.ts";
import { campaignsWords } from "./campaigns.ts";
import { caseWords } from "./case.ts";
import { claimsWords } from "./claims.ts";
import { customersWords } from "./customers.ts";
import { decidedWords } from "./decided.ts";
import { digestsWords } from "./digests.ts";
import { frameWords } from "./frame.ts";
import { importsWords } from "./imports.ts";
import { inspectingWords } from "./inspecting.ts";
import { keepingWords } from "./keeping.ts";
import { kpisWords } from "./kpis.ts";
import { listWords } from "./list.ts";
import { lookWords } from "./look.ts";
import { openingWords } from "./opening.ts";
import { opinionsWords } from "./opinions.ts";
import { planningWords } from "./planning.ts";
import { privacyWords } from "./privacy.ts";
import { recordsWords } from "./records.ts";
import { registersWords } from "./registers.ts";
import { reportsWords } from "./reports.ts";
import { visitingWords } from "./visiting.ts";

/** Everything the console says of itself, in Chinese; what a regulation says comes from the API in the reader's language. */
export const zhCN = {
  ...openingWords,
  ...frameWords,
  ...listWords,
  ...importsWords,
  ...campaignsWords,
  ...customersWords,
  ...planningWords,
  ...opinionsWords,
  ...lookWords,
  ...kpisWords,
  ...digestsWords,
  ...caseWords,
  ...claimsWords,
  ...decidedWords,
  ...recordsWords,
  ...registersWords,
  ...visitingWords,
  ...inspectingWords,
  ...reportsWords,
  ...keepingWords,
  ...privacyWords,
  ...actionsWords,
};
