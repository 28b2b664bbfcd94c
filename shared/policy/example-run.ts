/** One example of a policy file, run. `says` is what came out where the file says otherwise. */
export type ExampleRun = {
  readonly path: string;
  readonly construct: string;
  readonly why: string;
  readonly passes: boolean;
  readonly says: string;
};

/** Differences in words; empty when the example is right. */
export type Differences = readonly string[];

/** What differs from what the example wants; it wants nothing where it is silent. */
export const differs = (what: string, wanted: unknown, got: unknown): Differences =>
  wanted === undefined || wanted === got ? [] : [`${what} is ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`];

export const run = (path: string, construct: string, why: string, differences: Differences): ExampleRun => ({
  path,
  construct,
  why,
  passes: differences.length === 0,
  says: differences.join("; "),
});
