import { isError } from "../../shared/policy/problem.ts";
import { answerInTime } from "./commands.ts";

/** Prints JSON, or a text that was asked for, on stdout, with a note on stderr where there is one; or one line on stderr with exit code 1; errors that `lint` finds are both JSON and a 1. */
const main = async (args: readonly string[]): Promise<void> => {
  const said = await answerInTime(args);
  if (said.ok) {
    process.stdout.write(said.isText ? String(said.value) : `${JSON.stringify(said.value, null, 2)}\n`);
    if (said.note !== undefined) process.stderr.write(`policy: ${said.note}\n`);
    if (args[0] === "lint" && Array.isArray(said.value) && said.value.some(isError)) process.exitCode = 1;
  } else {
    process.stderr.write(`policy: ${said.error.replaceAll(/\s+/g, " ")}\n`);
    process.exitCode = 1;
  }
};

await main(process.argv.slice(2));
