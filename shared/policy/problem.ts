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
  /** Roles, parties and `reporter`: whoever may sign, receive or take part. */
  readonly people: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  readonly clocks: ReadonlySet<string>;
  readonly schedules: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
  readonly checklists: ReadonlySet<string>;
  readonly surveys: ReadonlySet<string>;
  readonly kpis: ReadonlySet<string>;
  readonly routes: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  /** What waits for something: steps of a case, and schedules such as reports. */
  readonly blockable: ReadonlySet<string>;
  /** What a report or a meeting is made from. */
  readonly sources: ReadonlySet<string>;
};

export const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

const WORDS: Readonly<Record<keyof Declared, string>> = {
  roles: "role",
  parties: "party",
  people: "role",
  facts: "fact",
  events: "event",
  steps: "step",
  clocks: "clock",
  schedules: "schedule",
  forms: "form",
  checklists: "checklist",
  surveys: "survey",
  kpis: "kpi",
  routes: "route",
  categories: "category",
  blockable: "step",
  sources: "source",
};

/** Refuses a reference, or a list of them, to what nobody declares; nothing where there is none. */
export const refers = (
  declared: Declared,
  kind: keyof Declared,
  path: string,
  used: string | readonly string[] | undefined,
): readonly Problem[] => {
  if (used === undefined) return [];
  const names =
    typeof used === "string" ? [[path, used] as const] : used.map((name, at) => [`${path}[${at}]`, name] as const);
  return undeclared(WORDS[kind], declared[kind], names);
};
