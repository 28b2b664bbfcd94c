import * as z from "zod";
import { type Entry, openJournal } from "./journal.ts";
import type { LocalFunction } from "./lambda.ts";

const Owed = z.object({ functionName: z.string(), event: z.unknown() });
type Owed = z.infer<typeof Owed>;

/** Events on their way to functions. What was promised is delivered at least once, also after the process was killed. */
export interface Deliveries {
  /** Writes the event down and sends it off. */
  send(functionName: string, event: unknown): void;
  /** Sends what an earlier process owed. */
  resume(): void;
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>;
  /** Sends nothing more; what is under way stays written down for the next start. */
  stop(): void;
}

export function createDeliveries(options: {
  folder?: string;
  find: (name: string) => LocalFunction | undefined;
  complain: (line: string) => void;
}): Deliveries {
  const journal = openJournal<Owed>(options.folder);
  const flying = new Set<Promise<void>>();
  let stopped = false;

  async function deliver({ id, value }: Entry<Owed>): Promise<void> {
    try {
      const target = options.find(value.functionName);
      if (target === undefined) throw new Error(`no function ${value.functionName} in this template`);
      await target.deliver(value.event);
      if (!stopped) journal.done(id);
    } catch {
      if (stopped) return; // it is owed still
      journal.giveUp(id);
      options.complain(
        `event ${id} for ${value.functionName} was given up after its last attempt and is kept as ${id}.failed`,
      );
    }
  }

  const launch = (entry: Entry<Owed>): void => {
    if (stopped) return;
    const flight: Promise<void> = deliver(entry).finally(() => flying.delete(flight));
    flying.add(flight);
  };

  return {
    send: (functionName, event) => launch(journal.add({ functionName, event })),
    resume: () => {
      for (const { id, value } of journal.pending()) launch({ id, value: Owed.parse(value) });
    },
    async settled() {
      while (flying.size > 0) await Promise.all(flying);
    },
    stop: () => {
      stopped = true;
    },
  };
}
