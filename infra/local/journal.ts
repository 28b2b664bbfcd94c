import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "./durable.ts";

export interface Entry<T> {
  readonly id: string;
  readonly value: T;
}

/** Deliveries that are owed. An entry is on disk before anybody is told that it will be done. */
export interface Journal<T> {
  add(value: T): Entry<T>;
  /** Oldest first. */
  pending(): Entry<T>[];
  done(id: string): void;
  /** Keeps it for people to look at, but never tries it again. */
  giveUp(id: string): void;
}

/** One small file an entry, named in order. Without a folder nothing outlives the process. */
export function openJournal<T>(folder: string | undefined): Journal<T> {
  let count = 0;
  const nextId = () => `${String(Date.now()).padStart(14, "0")}-${String(count++).padStart(6, "0")}`;
  if (folder === undefined) {
    const entries = new Map<string, T>();
    return {
      add(value) {
        const id = nextId();
        entries.set(id, value);
        return { id, value };
      },
      pending: () => [...entries].map(([id, value]) => ({ id, value })),
      done: (id) => void entries.delete(id),
      giveUp: (id) => void entries.delete(id),
    };
  }
  mkdirSync(folder, { recursive: true });
  const file = (id: string) => join(folder, `${id}.json`);
  return {
    add(value) {
      const id = nextId();
      replaceFile(file(id), JSON.stringify(value));
      return { id, value };
    },
    pending: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
        .map((name) => ({
          id: name.slice(0, -".json".length),
          value: JSON.parse(readFileSync(join(folder, name), "utf8")) as T, // written by add(), by this very type
        })),
    done: (id) => rmSync(file(id), { force: true }),
    giveUp: (id) => renameSync(file(id), join(folder, `${id}.failed`)),
  };
}
