import { isAlias, isCollection, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { lint } from "../../shared/policy/lint.ts";
import { Policy } from "../../shared/policy/policy.ts";
import { type Problem, problem } from "../../shared/policy/problem.ts";

/** A problem with the line of the file it is about, 1 being the first. */
export type Located = Problem & { readonly line: number };

/** A policy file as it was understood: its source form, the parsed policy where the schema accepts it, and what is wrong. */
export type Read = {
  readonly source: unknown;
  readonly policy: Policy | undefined;
  readonly problems: readonly Located[];
};

type Path = readonly PropertyKey[];

const spelt = (path: Path): string =>
  path.map((part, at) => (typeof part === "number" ? `[${part}]` : `${at > 0 ? "." : ""}${String(part)}`)).join("");

const unspelt = (path: string): Path =>
  [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([part, index]) => (index === undefined ? part : Number(index)));

const REFUSED = "so that a regulation reads the same to everybody from top to bottom";

type Parsed = {
  readonly source: unknown;
  readonly problems: readonly Located[];
  readonly lineOf: (path: Path) => number;
};

/**
 * YAML as plain data: no anchors, aliases, merge keys or tags, no key twice, one document. Whatever the parser merely
 * warns about is refused too.
 */
export const parseYaml = (text: string): Parsed => {
  const lines = new LineCounter();
  const document = parseDocument(text, { uniqueKeys: true, merge: false, lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number | undefined): number => lines.linePos(offset ?? 0).line;
  const found = [...document.errors, ...document.warnings].map(({ message, pos }): Located => {
    const multiple = message.includes("multiple documents");
    const says = multiple ? "The file holds more than one document." : `${message}.`.replace(/\.\.$/, ".");
    return { ...problem("", "yaml", says), line: lineAt(pos[0]) };
  });
  const refuse = (at: number | undefined, what: string): void => {
    found.push({ ...problem("", "yaml", `${what}, ${REFUSED}.`), line: lineAt(at) });
  };
  visit(document, {
    Node: (_key, node) => {
      const at = node.range?.[0];
      if (isAlias(node)) refuse(at, `The alias *${node.source} is not allowed`);
      else {
        if (node.anchor !== undefined) refuse(at, `The anchor &${node.anchor} is not allowed`);
        if (node.tag !== undefined && (isScalar(node) || isCollection(node)))
          refuse(at, `The tag ${node.tag} is not allowed`);
      }
    },
    Pair: (_key, { key }) => {
      const name = isScalar(key) ? key.value : undefined;
      const at = isNode(key) ? key.range?.[0] : undefined;
      if (name === "<<") refuse(at, "A merge key is not allowed");
      else if (typeof name !== "string" || name === "__proto__") refuse(at, "A key must be a plain word");
    },
  });
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node)) return lineAt(node.range?.[0]);
    }
    return 1;
  };
  const source = found.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined;
  return { source, problems: found, lineOf };
};

/** Reads and checks a policy file: first as YAML, then by the schema, then across its sections with its examples. */
export const readPolicy = (text: string): Read => {
  const { source, problems, lineOf } = parseYaml(text);
  if (problems.length > 0) return { source, policy: undefined, problems };
  const parsed = Policy.safeParse(source);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => ({
      ...problem(spelt(path), "schema", `${message}.`),
      line: lineOf(path),
    }));
    return { source, policy: undefined, problems: wrong };
  }
  const linted = lint(parsed.data).map((one) => ({ ...one, line: lineOf(unspelt(one.path)) }));
  return { source, policy: parsed.data, problems: linted };
};
