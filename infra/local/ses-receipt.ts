import { randomBytes } from "node:crypto";
import PostalMime, { addressParser } from "postal-mime";
import * as z from "zod";
import { type Assembly, resourcesOf } from "./assembly.ts";
import { type Names, resolveValue } from "./intrinsics.ts";

const Rule = z.object({
  Rule: z.object({
    Enabled: z.boolean().default(false),
    Recipients: z.array(z.string()).optional(),
    Actions: z
      .array(
        z.object({
          S3Action: z.object({ BucketName: z.string(), ObjectKeyPrefix: z.string().default("") }).optional(),
        }),
      )
      .default([]),
  }),
});

/** Puts an object into a bucket of this machine, as AWS's own services do. */
export type Store = (bucket: string, key: string, body: Buffer) => Promise<void>;

export interface Receipt {
  /** Takes a mail in as if it had come over the network. Answers the keys under which it was stored; none: no rule wants it. */
  receive(raw: Buffer, to?: string): Promise<string[]>;
}

/** A rule names domains and addresses; whatever stands behind a plus belongs to the address before it. */
const wants = (recipients: readonly string[] | undefined, to: readonly string[]): boolean =>
  recipients === undefined ||
  to.some((address) => {
    const plain = address.toLowerCase().replace(/\+[^@]*@/, "@");
    return recipients.some((one) => plain === one.toLowerCase() || plain.endsWith(`@${one.toLowerCase()}`));
  });

/** What SES writes on top of a mail. A file that bears such a line already keeps it: so people try a verdict. */
const topped = (raw: Buffer, from: string, to: string, now: number): Buffer => {
  const [head = ""] = raw
    .subarray(0, 64 * 1024)
    .toString("latin1")
    .split(/\r?\n\r?\n/, 1);
  const bears = (name: string): boolean => new RegExp(`^${name}:`, "im").test(head);
  const lines = [
    ["Return-Path", `<${from}>`],
    [
      "Received",
      `from localhost by inbound-smtp.local with SMTP id ${randomBytes(8).toString("hex")} for ${to}; ${new Date(now).toUTCString()}`,
    ],
    ["X-SES-Spam-Verdict", "PASS"],
    ["X-SES-Virus-Verdict", "PASS"],
  ] as const;
  const own = lines.filter(([name]) => !bears(name)).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(own.join("")), raw]);
};

/** Receives mail by the receipt rules of the template. */
export function createReceipt(options: { assembly: Assembly; names: Names; now: () => number; store: Store }): Receipt {
  const rules = resourcesOf(options.assembly, "AWS::SES::ReceiptRule").map(
    ([, { Properties }]) => Rule.parse(resolveValue(Properties, options.names)).Rule,
  );
  return {
    async receive(raw, envelope) {
      const { headers } = await PostalMime.parse(raw.subarray(0, 256 * 1024)).catch(() => ({ headers: [] }));
      const named = (name: string): string[] =>
        headers
          .filter(({ key }) => key === name)
          .flatMap(({ value }) => addressParser(value, { flatten: true }))
          .flatMap(({ address }) => (address ? [address] : []));
      const to = envelope ? [envelope] : [...named("to"), ...named("cc")];
      const body = topped(raw, named("from")[0] ?? "", to[0] ?? "nobody@localhost", options.now());
      const kept: string[] = [];
      for (const { Enabled, Recipients, Actions } of rules) {
        if (!Enabled || !wants(Recipients, to)) continue;
        for (const { S3Action } of Actions) {
          if (S3Action === undefined) continue;
          const key = `${S3Action.ObjectKeyPrefix}${randomBytes(20).toString("hex")}`;
          await options.store(S3Action.BucketName, key, body);
          kept.push(key);
        }
      }
      return kept;
    },
  };
}
