import { existsSync, readFileSync, statSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { accept, refuse } from "../../shared/kernel/result.ts";
import type { Policy } from "../../shared/policy/policy.ts";
import { problem } from "../../shared/policy/problem.ts";
import { registeredRules, type Traced, trace } from "../../shared/policy/trace.ts";
import type { Argv } from "./argv.ts";
import type { Answer } from "./ask.ts";
import { POLICIES, policyNamed, readWritten, register, written } from "./files.ts";
import { type Located, readPolicy } from "./read.ts";
import { shownBy } from "./shown.ts";

const count = (rows: readonly Traced[], status: Traced["status"]): number =>
  rows.filter((row) => row.status === status).length;

const policyIn = (id: string): Policy | undefined => (written().includes(id) ? readWritten(id).policy : undefined);

/** `policy list`: every regulation of the register, and how much of it is carried. */
export const list = (): Answer =>
  accept(
    register().map(({ id, prefix, title, weight, rules }) => {
      const policy = policyIn(id);
      const rows = policy === undefined ? [] : trace(policy);
      const counts = {
        carried: count(rows, "carried"),
        planned: count(rows, "planned"),
        notSoftware: count(rows, "notSoftware"),
        registered: rules,
      };
      return { id, prefix, title: policy?.title["zh-CN"] ?? title, weight, written: policy !== undefined, ...counts };
    }),
  );

const STATUS = { carried: "carried", planned: "planned", notSoftware: "not software", missing: "missing" } as const;

/** What is said beside the rows: carried rules that nothing shows. */
const noteOf = (rows: readonly { rule: string; status: string; shownBy: readonly string[] }[]): { note?: string } => {
  const dark = rows.filter(({ status, shownBy: by }) => status === STATUS.carried && by.length === 0);
  return dark.length === 0 ? {} : { note: `shown by nothing: ${dark.map(({ rule }) => rule).join(" ")}` };
};

/**
 * `policy trace [<policy>] [--summary]`: what became of each rule of the register and which tests show it at work, or how
 * many of each there are.
 */
export const traceRules = ({ words: [id], options }: Argv): Answer => {
  const known = register();
  if (id !== undefined && !known.some((one) => one.id === id)) {
    const policy = policyNamed(id);
    if (!policy.ok) return refuse(policy.error);
  }
  const rows = known
    .filter((one) => id === undefined || one.id === id)
    .flatMap(({ id: policyId, prefix, rules }) => {
      const policy = policyIn(policyId);
      const traced: readonly Traced[] =
        policy === undefined
          ? registeredRules(prefix, rules).map((rule) => ({ rule, status: "missing", by: [] }))
          : trace(policy);
      return traced.map(({ rule, status, by }) => ({
        policy: policyId,
        rule,
        status: STATUS[status],
        by,
        shownBy: status === "carried" ? shownBy(rule) : [],
      }));
    });
  if (!options.has("summary")) return { ...accept(rows), ...noteOf(rows) };
  const counts = Object.values(STATUS).map((status) => [status, rows.filter((row) => row.status === status).length]);
  const shown = rows.filter((row) => row.shownBy.length > 0).length;
  return { ...accept({ rules: rows.length, ...Object.fromEntries(counts), shown }), ...noteOf(rows) };
};

const againstRegister = ({ id, prefix, registered, weight }: Policy): readonly Located[] => {
  const entry = register().find((one) => one.id === id);
  if (entry === undefined) return [];
  const same = entry.prefix === prefix && entry.rules === registered && entry.weight === weight;
  const says = `The register has ${id} as ${entry.prefix}, weight ${entry.weight}, with ${entry.rules} rules.`;
  return same ? [] : [{ ...problem("registered", "register-differs", says), line: 1 }];
};

/** `policy lint [file…]`: every problem of the files, or of all that are written; empty when there is none. */
export const lintFiles = ({ words }: Argv): Answer => {
  const files = words.length > 0 ? words : written().map((id) => fileURLToPath(new URL(`${id}.yaml`, POLICIES)));
  const unreadable = files.find((file) => !existsSync(file) || !statSync(file).isFile());
  if (unreadable !== undefined) return refuse(`there is no file ${unreadable}`);
  return accept(
    files.flatMap((file) => {
      const { policy, problems } = readPolicy(readFileSync(file, "utf8"));
      const all = [...problems, ...(policy === undefined ? [] : againstRegister(policy))];
      return all.map(({ severity, line, path, code, says }) => ({
        severity,
        file: relative("", file),
        line,
        path,
        code,
        says,
      }));
    }),
  );
};
