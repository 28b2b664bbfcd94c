import * as z from "zod";

/** `PUT /_local/faults`: what the runner is to do to a function, known by logical id, by name, or "*" for all. */
export const FaultRequest = z
  .strictObject({
    function: z.string(),
    /** Kill the sandbox before the handler has run, or after it has run but before anybody hears its answer. */
    kill: z.enum(["before", "after"]).optional(),
    /** Run the handler twice for each event; the caller hears the first answer. */
    twice: z.boolean().optional(),
    /** How often: once for `kill`, for ever for `twice`, when left out. */
    times: z.number().int().positive().optional(),
  })
  .refine((asked) => asked.kill !== undefined || asked.twice === true, "say what is to go wrong: kill or twice");
export type FaultRequest = z.infer<typeof FaultRequest>;

interface Fault {
  readonly kill: "before" | "after" | undefined;
  readonly twice: boolean;
  left: number;
}

export interface Faults {
  set(asked: FaultRequest): void;
  clear(): void;
  list(): readonly unknown[];
  /** The fault that the next event of this function meets, used up once. */
  take(names: readonly string[]): Pick<Fault, "kill" | "twice"> | undefined;
}

export function createFaults(): Faults {
  const faults = new Map<string, Fault>();
  return {
    set({ function: name, kill, twice = false, times }) {
      faults.set(name, { kill, twice, left: times ?? (kill === undefined ? Number.POSITIVE_INFINITY : 1) });
    },
    clear: () => faults.clear(),
    list: () =>
      [...faults].map(([name, { kill, twice, left }]) => ({
        function: name,
        kill,
        twice,
        left: Number.isFinite(left) ? left : "always",
      })),
    take(names) {
      for (const name of [...names, "*"]) {
        const fault = faults.get(name);
        if (fault === undefined) continue;
        fault.left -= 1;
        if (fault.left <= 0) faults.delete(name);
        return fault;
      }
      return undefined;
    },
  };
}
