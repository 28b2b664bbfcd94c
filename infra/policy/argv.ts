import { accept, type Result, refuse } from "../../shared/kernel/result.ts";

/** What stands on the command line: words, and options that may be given several times. */
export type Argv = {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
};

/** Options that stand alone. */
const FLAGS = new Set(["summary"]);

/** Options that are followed by a list of `name=value`. */
const LISTS = new Set(["fact", "event"]);

/** Reads `word word --name value --fact a=1 b=2 --fact c=3 --name=value`; an option nobody knows is refused. */
export const readArgv = (args: readonly string[], allowed: readonly string[]): Result<Argv, string> => {
  const words: string[] = [];
  const options = new Map<string, string[]>();
  let list: string[] | undefined;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? "";
    if (!arg.startsWith("--")) {
      if (list !== undefined && arg.includes("=")) list.push(arg);
      else words.push(arg);
      continue;
    }
    const [, name = "", , inline] = /^--([^=]*)(=(.*))?$/s.exec(arg) ?? [];
    if (!allowed.includes(name)) {
      const known = allowed.length === 0 ? "none" : allowed.map((one) => `--${one}`).join(", ");
      return refuse(`there is no option --${name}; known are ${known}`);
    }
    if (FLAGS.has(name) && inline === undefined) {
      options.set(name, []);
      list = undefined;
      continue;
    }
    const value = inline ?? args[at + 1];
    if (value === undefined) return refuse(`--${name} needs a value`);
    if (inline === undefined) at += 1;
    const values = options.get(name) ?? [];
    values.push(value);
    options.set(name, values);
    list = LISTS.has(name) ? values : undefined;
  }
  return accept({ words, options });
};

/** The one value of an option; the last one where it was given twice. */
export const option = ({ options }: Argv, name: string): string | undefined => options.get(name)?.at(-1);

/** The `name=value` pairs of an option. */
export const pairs = ({ options }: Argv, name: string): Result<readonly (readonly [string, string])[], string> => {
  const found: (readonly [string, string])[] = [];
  for (const said of options.get(name) ?? []) {
    const at = said.indexOf("=");
    if (at < 1) return refuse(`--${name} is given as name=value, not "${said}"`);
    found.push([said.slice(0, at), said.slice(at + 1)]);
  }
  return accept(found);
};
