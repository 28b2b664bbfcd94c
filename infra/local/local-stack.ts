import type { LocalFunction } from "./lambda.ts";
import type { Person } from "./oidc-tokens.ts";
import type { Advanced } from "./timekeeper.ts";

export interface StackOptions {
  /** The cloud assembly, usually cdk.out. */
  readonly assembly: string;
  readonly stack: string;
  /** Everything that is kept lies under it: data, mail, clock, ports, logs. One stack at a time may use it. */
  readonly dataDir: string;
  /** 0 or nothing: the port of the last run, or any free one. */
  readonly port?: number;
  /** Virtual time at which fresh data starts, ISO with offset. */
  readonly at?: string;
  /** Keep nothing but the log of the functions. */
  readonly memory?: boolean;
  /**
   * For a simulation that must come out alike on any machine: time stands still but for when the clock is turned, and no
   * caller is held up, since none is real.
   */
  readonly still?: boolean;
  /** Folders served before the API, by prefix: `{"/console": dir}`. */
  readonly static?: Readonly<Record<string, string>>;
  /** The zone in which people read the times of the inbox; UTC when left out. */
  readonly timeZone?: string;
  /** Who may sign in. */
  readonly people?: readonly Person[];
  /** Notices and errors, a line each; to stderr when left out. */
  readonly log?: (line: string) => void;
}

interface LocalClock {
  /** Virtual time, milliseconds since 1970. */
  now(): number;
  /** Virtual time, ISO 8601 in UTC. */
  iso(): string;
  /** As `POST /_local/clock`. @throws Error in a sentence, RangeError when it would go backwards. */
  advance(asked: ({ advance: string } | { to: string }) & { every?: boolean }): Promise<Advanced>;
}

export interface LocalStack {
  readonly url: string;
  readonly inboxUrl: string;
  readonly issuer: string;
  readonly clock: LocalClock;
  /** By logical id and by name. */
  readonly functions: ReadonlyMap<string, LocalFunction>;
  readonly endpoints: { readonly dynamodb: string; readonly s3: string; readonly ses: string };
  /** Physical names by logical id. */
  readonly resources: Readonly<Record<string, string>>;
  /** What a script needs in its environment to speak to this stack through the AWS SDK (S3 in path style). */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}
