import { readMailEvent } from "../shared/aws/mail-events.ts";
import { hearOfMail } from "../shared/runtime/mail-feedback.ts";
import { surveyDeps } from "../shared/runtime/rhythm-wiring.ts";

const deps = surveyDeps();

/** The mail service sends word of a mail that bounced, was complained about or was not passed on, once or more often. */
export const handler = async (event: unknown): Promise<void> => {
  const report = readMailEvent(event);
  if (report !== undefined) await hearOfMail(deps, report);
};
