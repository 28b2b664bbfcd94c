/**
 * What is wrong with a policy file: where, a stable code, and a sentence for whoever owns the regulation. An error keeps
 * the policy from being published; a warning asks its owner to decide something (AS-130).
 */
export type Problem = {
  readonly severity: "error" | "warning";
  readonly path: string;
  readonly code: string;
  readonly says: string;
};

export const problem = (path: string, code: string, says: string): Problem => ({ severity: "error", path, code, says });

export const warning = (path: string, code: string, says: string): Problem => ({
  severity: "warning",
  path,
  code,
  says,
});

/** Whether the policy may be published all the same. */
export const isError = ({ severity }: Problem): boolean => severity === "error";

/** A list in words: `plan, execution`; or that there is none. */
export const known = (names: Iterable<string>): string => [...names].join(", ") || "none";

/** Says of every name that is not declared, what is declared. */
export const undeclared = (
  what: string,
  declared: ReadonlySet<string>,
  used: readonly (readonly [path: string, name: string])[],
): readonly Problem[] =>
  used
    .filter(([, name]) => !declared.has(name))
    .map(([path, name]) =>
      problem(path, `unknown-${what}`, `There is no ${what} "${name}"; the file declares ${known(declared)}.`),
    );

/** Says of every id that stands in a list twice. */
export const twice = (what: string, path: string, ids: readonly string[]): readonly Problem[] =>
  ids.flatMap((id, at) =>
    ids.indexOf(id) < at
      ? [
          problem(
            `${path}[${at}]`,
            "duplicate-id",
            `The ${what} "${id}" is declared twice; give one of them another id.`,
          ),
        ]
      : [],
  );

/** Every name that a file declares, by what it names. */
export type Declared = {
  readonly roles: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  readonly clocks: ReadonlySet<string>;
};

export const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
