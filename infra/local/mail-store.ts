import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import * as z from "zod";
import { replaceFile } from "./durable.ts";

const Mail = z.object({
  id: z.string(),
  /** Virtual time at which it was sent, UTC. */
  at: z.string(),
  from: z.string(),
  /** The recipients of the envelope: who gets it, whatever its headers say. */
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  messageId: z.string(),
  /** Every header by lower-case name; repeated ones joined by a line break. */
  headers: z.record(z.string(), z.string()),
  /** What it was marked with when it was sent, and through which configuration set. */
  tags: z.record(z.string(), z.string()).default({}),
  configurationSet: z.string().optional(),
});
/** A sent mail, taken apart. */
export type Mail = z.infer<typeof Mail>;

/** What stands on a mail and not in it. */
interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly configurationSet?: string | undefined;
}

export interface MailStore {
  /** Stores it for good, then answers. */
  keep(raw: Buffer, envelope: Envelope, at: number): Promise<Mail>;
  /** Newest first; `to` is a part of a recipient's address, `since` an instant, exclusive. */
  list(filter: { to?: string; since?: string }): Mail[];
  find(id: string): Mail | undefined;
  source(id: string): Buffer | undefined;
  sentSince(ms: number): number;
  clear(): void;
}

async function takeApart(raw: Buffer, envelope: Envelope, id: string, at: number): Promise<Mail> {
  const parsed = await PostalMime.parse(raw);
  const headers: Record<string, string> = {};
  for (const { key, value } of parsed.headers) headers[key] = key in headers ? `${headers[key]}\n${value}` : value;
  return {
    id,
    at: new Date(at).toISOString(),
    from: parsed.from?.address ?? envelope.from,
    to: [...envelope.to],
    subject: parsed.subject ?? "",
    text: parsed.text ?? "",
    html: parsed.html ?? "",
    messageId: parsed.messageId ?? "",
    headers,
    tags: { ...envelope.tags },
    configurationSet: envelope.configurationSet,
  };
}

/** Every mail as the exact `.eml` and a `.json` beside it. Without a folder they are kept in memory. */
export function openMailStore(folder: string | undefined): MailStore {
  const mails: Mail[] = [];
  const sources = new Map<string, Buffer>();
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .sort())
      mails.push(Mail.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));
  }
  let sequence = mails.length;
  return {
    async keep(raw, envelope, at) {
      sequence += 1;
      const id = `${String(at).padStart(14, "0")}-${String(sequence).padStart(7, "0")}`; // sorts by time, then by order
      const mail = await takeApart(raw, envelope, id, at);
      if (folder === undefined) sources.set(id, raw);
      else {
        writeFileSync(join(folder, `${id}.eml`), raw);
        replaceFile(join(folder, `${id}.json`), JSON.stringify(mail)); // its presence says: complete
      }
      mails.push(mail);
      return mail;
    },
    list: ({ to, since }) =>
      mails
        .filter((mail) => to === undefined || mail.to.some((one) => one.toLowerCase().includes(to.toLowerCase())))
        .filter((mail) => since === undefined || mail.at > since)
        .reverse(),
    find: (id) => mails.find((mail) => mail.id === id),
    source(id) {
      if (!mails.some((mail) => mail.id === id)) return undefined;
      return folder === undefined ? sources.get(id) : readFileSync(join(folder, `${id}.eml`));
    },
    sentSince: (ms) => mails.filter((mail) => Date.parse(mail.at) > ms).length,
    clear() {
      for (const { id } of mails.splice(0)) {
        sources.delete(id);
        if (folder !== undefined)
          for (const end of ["eml", "json"]) rmSync(join(folder, `${id}.${end}`), { force: true });
      }
    },
  };
}
