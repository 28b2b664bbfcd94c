import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { type Demo, openDemo } from "../../infra/demo/demo.ts";
import type { LocalFunction } from "../../infra/local/lambda.ts";
import type { LocalStack } from "../../infra/local/local-stack.ts";
import type { Person } from "../../infra/local/oidc-tokens.ts";
import { caller } from "./call.ts";
import { type Customer, customer } from "./customer.ts";
import { type Letters, letters } from "./letters.ts";
import { patient } from "./patient.ts";
import { type Staff, staff } from "./staff.ts";

type Opening = {
  /** Where the virtual clock starts, ISO with offset. */
  readonly at: string;
  /** Keep the data here; otherwise in memory only. */
  readonly dataDir?: string;
  /**
   * The regulations that the demo company works by instead of its own; the first has its form. Everybody with a role in
   * one of them can sign in under the role's name: `as("marketing")`.
   */
  readonly policies?: readonly string[];
  /** Who else may sign in: somebody with roles of both sides, or of another company. */
  readonly people?: readonly Person[];
};

/** A row of the one table as it is stored. */
export type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** The running system with the demo company, as a test meets it: from outside, over HTTP, with a clock to turn. */
export type TestStack = Customer &
  Letters & {
    readonly org: string;
    readonly url: string;
    readonly stack: LocalStack;
    /** Waits for the gateway where it is asked too fast. */
    readonly ask: ReturnType<typeof caller>;
    /** Somebody of infra/demo/people.ts (clerk, manager, director, quality, stranger), or of the regulations asked for. */
    readonly as: (sub: string) => Staff;
    /** Turns the clock to an instant (ISO with offset), firing all that falls due on the way. */
    readonly until: (at: string, options?: { every?: boolean }) => Promise<unknown>;
    /** Turns the clock on by a duration: `2 minutes`. */
    readonly pass: (time: string) => Promise<unknown>;
    /** Resolves when every event that is under way has been dealt with. */
    readonly settled: () => Promise<unknown>;
    /** Hands an event to a function of functions/, named as its file: `photo.upload`. */
    readonly invoke: (file: string, event: unknown) => Promise<unknown>;
    /** Every item in the table, in no order. */
    readonly items: () => Promise<Item[]>;
    /** What the functions have logged so far. */
    readonly logged: () => string;
    /** What the runner had to complain about so far. */
    readonly complaints: readonly string[];
    readonly demo: Awaited<ReturnType<typeof openDemo>>;
    readonly close: () => Promise<void>;
  };

/** The logical id of `photo.upload` begins with `PhotoUpload`. */
export const functionOf = ({ functions }: LocalStack, file: string): LocalFunction => {
  const start = file.replace(/(?:^|[.-])(.)/g, (_, letter: string) => letter.toUpperCase());
  const [, found] = [...functions].find(([id]) => id.startsWith(start)) ?? [];
  if (found === undefined) throw new Error(`no function ${start}: ${[...functions.keys()].join(", ")}`);
  return found;
};

/** Every item of the table, in no order. */
export const itemsOf = async ({ client, table }: Pick<Demo, "client" | "table">): Promise<Item[]> => {
  const all: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: table, ExclusiveStartKey: from, ConsistentRead: true }),
    );
    all.push(...(Items as Item[])); // every item of a table has its key
    from = LastEvaluatedKey;
  } while (from !== undefined);
  return all;
};

// One for all stacks of all tests, before the first stack would put it into data that is thrown away: Node writes it
// once more when the process ends.
enableCompileCache(join(import.meta.dirname, "../../cdk.out/compile-cache"));

/** As fast as the stand-in can be; a test of the pace sets its own. */
const NO_PACE = { quota: { max24HourSend: 1_000_000, maxSendRate: 1_000_000 } };

/** Starts the synthesized stack with the demo company at a moment of virtual time. */
export const openTest = async ({ at, dataDir: kept, policies, people }: Opening): Promise<TestStack> => {
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), "aftercare-"));
  const complaints: string[] = [];
  const log = (line: string) => complaints.push(line);
  const demo = await openDemo({ dataDir, port: 0, at, memory: kept === undefined, log, policies, people });
  const { stack, org, client } = demo;
  const ask = patient(caller(stack.url));
  const inbox = letters(stack.inboxUrl);
  await inbox.mailFaults(NO_PACE);
  const atWork = new Map<string, Staff>();
  return {
    ...customer(ask, org),
    ...inbox,
    org,
    url: stack.url,
    stack,
    ask,
    demo,
    complaints,
    as: (sub) => {
      const known = atWork.get(sub) ?? staff(ask, org, sub);
      atWork.set(sub, known);
      return known;
    },
    until: (to, options) => stack.clock.advance({ to, ...options }),
    pass: (advance) => stack.clock.advance({ advance }),
    settled: () => stack.clock.advance({ advance: "1 second" }),
    logged: () => readFileSync(join(dataDir, "functions.log"), "utf8"),
    invoke: (file, event) => functionOf(stack, file).invoke(event),
    items: () => itemsOf(demo),
    close: async () => {
      client.destroy();
      await stack.stop();
      if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
