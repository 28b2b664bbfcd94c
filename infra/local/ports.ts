import { existsSync, readFileSync } from "node:fs";
import * as z from "zod";
import { replaceFile } from "./durable.ts";

const Ports = z.object({ api: z.number(), s3: z.number(), ses: z.number(), dynamodb: z.number() });
/** 0 means: any free one. */
export type Ports = z.infer<typeof Ports>;

/** The ports of the last run: links that were handed out then stay good while nobody else has taken them. */
export const readPorts = (file: string): Ports =>
  existsSync(file) ? Ports.parse(JSON.parse(readFileSync(file, "utf8"))) : { api: 0, s3: 0, ses: 0, dynamodb: 0 };

export const writePorts = (file: string, ports: Ports): void => replaceFile(file, JSON.stringify(ports));
