import type { Mail } from "../../infra/local/mail-store.ts";

type Wanted = {
  /** A part of the recipient's address. */
  readonly to?: string;
  /** Only letters about this case: its number stands in their subject. */
  readonly about?: { readonly number: string };
};

/** What SES was given to send. */
export type Letters = ReturnType<typeof letters>;

export const letters = (inboxUrl: string) => ({
  /** Letters in the order in which they were sent. */
  mails: async ({ to, about }: Wanted = {}): Promise<Mail[]> => {
    const query = to === undefined ? "" : `?to=${encodeURIComponent(to)}`;
    const newestFirst: Mail[] = await (await fetch(`${inboxUrl}messages${query}`)).json();
    return newestFirst.filter(({ subject }) => about === undefined || subject.includes(`[${about.number}]`)).reverse();
  },
  /** The letter as it went over the wire. */
  source: async ({ id }: Pick<Mail, "id">): Promise<string> => (await fetch(`${inboxUrl}messages/${id}.eml`)).text(),
  /** Makes the mail service refuse or throttle; `{}` ends it. */
  mailFaults: async (faults: unknown): Promise<void> => {
    const { status } = await fetch(`${inboxUrl}_faults`, { method: "PUT", body: JSON.stringify(faults) });
    if (status !== 200) throw new Error(`the stand-in does not know this fault: ${status}`);
  },
});
