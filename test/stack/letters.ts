import type { Mail } from "../../infra/local/mail-store.ts";
import type { SesEvent } from "../../infra/local/ses-events.ts";

type Wanted = {
  /** A part of the recipient's address. */
  readonly to?: string;
  /** Only letters about this case: its number stands in their subject. */
  readonly about?: { readonly number: string };
};

/** What SES was given to send. */
export type Letters = ReturnType<typeof letters>;

export const letters = (inboxUrl: string) => ({
  /** Letters in the order in which they were sent; digests, which come by the calendar whatever a test is about, are left out. */
  mails: async ({ to, about }: Wanted = {}): Promise<Mail[]> => {
    const query = to === undefined ? "" : `?to=${encodeURIComponent(to)}`;
    const newestFirst: Mail[] = await (await fetch(`${inboxUrl}messages${query}`)).json();
    const others = newestFirst.filter(({ tags }) => tags.kind !== "digest");
    return others.filter(({ subject }) => about === undefined || subject.includes(`[${about.number}]`)).reverse();
  },
  /** Every letter, digests too, in the order in which they were sent: those after an instant, to whose address this is a part of. */
  all: async (wanted: { readonly to?: string; readonly since?: string } = {}): Promise<Mail[]> => {
    const newestFirst: Mail[] = await (await fetch(`${inboxUrl}messages?${new URLSearchParams(wanted)}`)).json();
    return newestFirst.reverse();
  },
  /** The digests that somebody got, in the order in which they were sent. */
  digests: async (to: string): Promise<Mail[]> => {
    const newestFirst: Mail[] = await (await fetch(`${inboxUrl}messages?to=${encodeURIComponent(to)}`)).json();
    return newestFirst.filter(({ tags }) => tags.kind === "digest").reverse();
  },
  /** The letter as it went over the wire. */
  source: async ({ id }: Pick<Mail, "id">): Promise<string> => (await fetch(`${inboxUrl}messages/${id}.eml`)).text(),
  /** Has the mail service tell what became of a letter that it took; answers the event, so that it can come again. */
  tell: async ({ id }: Pick<Mail, "id">, back: Readonly<Record<string, unknown>>): Promise<SesEvent> => {
    const answer = await fetch(`${inboxUrl}messages/${id}/back`, { method: "POST", body: JSON.stringify(back) });
    if (answer.status !== 200) throw new Error(`the stand-in cannot tell this: ${answer.status}`);
    return answer.json() as Promise<SesEvent>;
  },
  /** A mail comes in over the network; answers the keys under which it lies in the bucket. */
  drop: async (raw: Uint8Array, to?: string): Promise<string[]> => {
    const query = to === undefined ? "" : `?to=${encodeURIComponent(to)}`;
    const body = new Uint8Array(raw);
    const answer = await fetch(`${inboxUrl}incoming${query}`, { method: "POST", body });
    if (answer.status !== 202) throw new Error(`the stand-in did not take the mail: ${answer.status}`);
    return (await answer.json()).keys;
  },
  /** Makes the mail service refuse, throttle or send back; `{}` ends it. */
  mailFaults: async (faults: unknown): Promise<void> => {
    const { status } = await fetch(`${inboxUrl}_faults`, { method: "PUT", body: JSON.stringify(faults) });
    if (status !== 200) throw new Error(`the stand-in does not know this fault: ${status}`);
  },
});
