import * as z from "zod";

/**
 * Everything a function may be told from outside. The stack sets exactly what a function demands, under these names,
 * and grants what goes with it (infra/functions.ts).
 */
const variables = {
  /** The one table. */
  TABLE: z.string().min(1),
  /** Originals, derived copies and quarantine. */
  EVIDENCE_BUCKET: z.string().min(1),
  /** The heads of all timelines day by day, under object lock. */
  ANCHOR_BUCKET: z.string().min(1),
  /** Where customers reach us, without a slash at the end: links in mails start with it. */
  PUBLIC_URL: z.url(),
  /** SES configuration set that reports bounces and complaints. */
  MAIL_CONFIGURATION_SET: z.string().min(1),
} as const;

export type Variable = keyof typeof variables;

/** @throws at a cold start, naming the variable, when the stack did not set what the function demands. */
export const env = (name: Variable): string => {
  const read = variables[name].safeParse(process.env[name]);
  if (!read.success) throw new Error(`environment variable ${name} is missing or wrong`);
  return read.data;
};
