import { headerOf, type Incoming } from "./incoming.ts";

/**
 * What the mail service found. `unproven`: it can be told that the sender is not who the mail names (DMARC), so that it
 * is nobody's word but its own.
 */
export type Verdict = {
  readonly virus: boolean;
  /** It could not be looked through. */
  readonly unscanned: boolean;
  readonly spam: boolean;
  readonly unproven: boolean;
};

/** The service's own finding: it signs with its name, which the headers that a sender adds come below. */
const authentication = (mail: Pick<Incoming, "headers">): string => {
  const own = mail.headers.find(({ key }) => key === "authentication-results")?.value.trim() ?? "";
  return own.toLowerCase().startsWith("amazonses.com") ? own : "";
};

/** Reads the verdicts that SES writes on top of a mail; a mail without them was not looked at by it. */
export const verdictOf = (mail: Pick<Incoming, "headers">): Verdict => {
  const virus = headerOf(mail, "x-ses-virus-verdict").toUpperCase();
  return {
    virus: virus === "FAIL",
    unscanned: virus !== "PASS" && virus !== "FAIL",
    spam: headerOf(mail, "x-ses-spam-verdict").toUpperCase() === "FAIL",
    unproven: /\bdmarc=fail\b/i.test(authentication(mail)),
  };
};
