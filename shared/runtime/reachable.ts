import type { SuppressionStore } from "../record/suppression.ts";

/** Those of some addresses that mail of a case may go to, and why the last of the others gets none. */
type Reachable = { readonly open: readonly string[]; readonly stopped: string | undefined };

/**
 * Asks the suppression list about each address. Who wants no more surveys still hears of their own case; who took our mail
 * for unwanted, or whose mailbox is not there, gets nothing: SES closes an account that goes on. One read an address.
 */
export const reachable = async (
  { suppressions }: { readonly suppressions: Pick<SuppressionStore, "of"> },
  org: string,
  addresses: readonly string[],
): Promise<Reachable> => {
  const all = await Promise.all(addresses.map(async (email) => ({ email, is: await suppressions.of(org, email) })));
  const closed = all.filter(({ is }) => is !== undefined && is.is !== "unsubscribed");
  const last = closed.at(-1)?.is;
  return {
    open: all.filter((one) => !closed.includes(one)).map(({ email }) => email),
    stopped: last && `${last.is} at ${last.at}: ${last.why}`,
  };
};
