import type { Node } from "constructs";
import * as z from "zod";

/**
 * What differs from one installation to the next: `cdk deploy -c name=value`. Everything may be left out; docs/deploy.md
 * says what each does.
 */
const Settings = z.strictObject({
  /** `destroy` lets `cdk destroy` delete the records and photos too: for trials only. */
  removal: z.enum(["keep", "destroy"]).default("keep"),
  /** The host name that customers see, with its certificate in us-east-1. */
  domain: z.hostname().optional(),
  certificateArn: z.string().startsWith("arn:").optional(),
  /** The domain that mail comes from, or a single address for a trial. */
  mailDomain: z.union([z.hostname(), z.email()]).optional(),
  alarmEmail: z.email().optional(),
  /** Staff sign in with this OIDC issuer instead of a user pool of our own. */
  oidcIssuer: z.url({ protocol: /^https$/ }).optional(),
  oidcAudience: z.string().min(1).optional(),
  /** The first part of the address of the sign-in page; unique in the whole region. */
  loginDomain: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/)
    .optional(),
  /** A console on a developer's machine that may sign in too, e.g. `http://localhost:5173/console/`. */
  localConsole: z.url({ protocol: /^http$/, hostname: /^localhost$/ }).optional(),
  /** The folder with the built console and documents, to be copied to the web bucket. */
  web: z.string().min(1).optional(),
});
export type Settings = z.infer<typeof Settings>;

const together = [
  ["domain", "certificateArn"],
  ["oidcIssuer", "oidcAudience"],
] as const;

/** Reads the settings from the context. @throws naming the setting that is wrong, or whose other half is missing. */
export const settingsOf = (node: Node): Settings => {
  const given = Object.keys(Settings.shape)
    .map((name) => [name, node.tryGetContext(name)] as const)
    .filter(([, value]) => value !== undefined && value !== "");
  const read = Settings.safeParse(Object.fromEntries(given));
  if (!read.success) throw new Error(`context: ${z.prettifyError(read.error)}`);
  for (const [one, other] of together) {
    if ((read.data[one] === undefined) !== (read.data[other] === undefined)) {
      throw new Error(`context: ${one} and ${other} only make sense together`);
    }
  }
  return read.data;
};
