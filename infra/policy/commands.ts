import { type Result, refuse } from "../../shared/kernel/result.ts";
import { type Argv, readArgv } from "./argv.ts";
import { type Answer, calendar, due, kpi } from "./ask.ts";
import { schedule } from "./plan.ts";
import { lintFiles, list, traceRules } from "./survey.ts";
import { explain } from "./tell.ts";

type Command = {
  readonly usage: string;
  readonly words: readonly [least: number, most: number];
  readonly options: readonly string[];
  readonly run: (argv: Argv) => Answer;
};

const COMMANDS: Readonly<Record<string, Command>> = {
  list: { usage: "list", words: [0, 0], options: [], run: list },
  lint: { usage: "lint [file…]", words: [0, Infinity], options: [], run: lintFiles },
  due: {
    usage: "due <policy> <clock> --from <instant> [--fact k=v …] [--event name=instant …] [--lang zh-CN|en]",
    words: [2, 2],
    options: ["from", "fact", "event", "lang"],
    run: due,
  },
  schedule: {
    usage:
      "schedule <policy> <schedule> --from <date> --to <date> [--fact k=v …] [--event name=instant …] [--lang zh-CN|en]",
    words: [2, 2],
    options: ["from", "to", "fact", "event", "lang"],
    run: schedule,
  },
  kpi: {
    usage: "kpi <policy> <kpi> --numerator N --denominator D",
    words: [2, 2],
    options: ["numerator", "denominator"],
    run: kpi,
  },
  explain: {
    usage: "explain <policy> [--lang zh-CN|en] [--format md|html]",
    words: [1, 1],
    options: ["lang", "format"],
    run: explain,
  },
  calendar: { usage: "calendar <id> <date> [--lang zh-CN|en]", words: [2, 2], options: ["lang"], run: calendar },
  trace: { usage: "trace [<policy>] [--summary]", words: [0, 1], options: ["summary"], run: traceRules },
};

/** The one command that asks another machine; everything else is answered here and now. */
const REPLAY = {
  usage: "replay <file> --org <org> [--from 2025-12] [--to 2026-11] [--local <address> | --table <name>]",
  words: [1, 1],
  options: ["org", "from", "to", "local", "table"],
} as const satisfies Omit<Command, "run">;

const readFor = ({ usage, words, options }: Omit<Command, "run">, rest: readonly string[]): Result<Argv, string> => {
  const argv = readArgv(rest, options);
  if (!argv.ok) return argv;
  const [least, most] = words;
  const { length } = argv.value.words;
  return length < least || length > most ? refuse(`usage: policy ${usage}`) : argv;
};

/** Answers one command line, without the words that start it. */
export const answer = ([name = "", ...rest]: readonly string[]): Answer => {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const known = [...Object.keys(COMMANDS), "replay"].join(", ");
    return refuse(name === "" ? `say one of ${known}` : `there is no command "${name}"; known are ${known}`);
  }
  const argv = readFor(command, rest);
  return argv.ok ? command.run(argv.value) : argv;
};

/** The same for every command, the one that has to wait among them. */
export const answerInTime = async (args: readonly string[]): Promise<Answer> => {
  const [name, ...rest] = args;
  if (name !== "replay") return answer(args);
  const argv = readFor(REPLAY, rest);
  if (!argv.ok) return argv;
  const { replayDraft } = await import("./replay.ts"); // the AWS SDK in it would double the time of every other command
  return replayDraft(argv.value);
};
