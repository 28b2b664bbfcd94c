import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** The order of the layers; each may use those to its left. `case` and what stands beside it are the capabilities. */
const CORE = [
  "kernel",
  "calendar",
  "policy",
  "audit",
  "evidence",
  "case",
  "survey",
  "obligation",
  "inspection",
  "kpi",
  "digest",
  "find",
  "register",
  "privacy",
  "mail",
  "page",
  "report",
  "record",
  "api",
] as const;
const root = join(import.meta.dirname, "../../..");

/** A line of code in a file of a layer, and the rule that must refuse it; none for what must be let through. */
type Plant = { readonly why: string; readonly in: string; readonly line: string; readonly rule?: string };

const imports = (from: string): string => `import { planted } from "${from}";`;
const RESTRICTED = "lint/style/noRestrictedImports";

const OUTSIDE = [
  ["AWS", "@aws-sdk/client-dynamodb"],
  ["Middy", "@middy/core"],
  ["Node's files", "node:fs"],
  ["Node's randomness", "node:crypto"],
  ["an image library", "sharp"],
  ["the construct library", "aws-cdk-lib/aws-lambda"],
  ["the tables", "../aws/records.ts"],
  ["the image adapter", "../imaging/imaging.ts"],
  ["what runs it", "../runtime/now.ts"],
  ["a function", "../../functions/cases.http.ts"],
  ["the stack", "../../infra/stack.ts"],
] as const;

const UP = [
  "calendar",
  "policy",
  "policies",
  "audit",
  "evidence",
  "case",
  "survey",
  "obligation",
  "inspection",
  "kpi",
  "digest",
  "register",
  "privacy",
  "mail",
  "page",
  "report",
  "record",
  "api",
] as const;
const above = (layer: (typeof UP)[number]): readonly string[] => UP.slice(UP.indexOf(layer) + 1);

/** What lies upwards of each layer and is refused by name. */
const UPWARDS: Readonly<Record<(typeof CORE)[number], readonly string[]>> = {
  kernel: UP,
  calendar: above("calendar"),
  policy: above("policies"),
  audit: above("audit"),
  evidence: above("evidence"),
  case: above("case"),
  survey: above("privacy"),
  obligation: above("privacy"),
  inspection: above("privacy"),
  kpi: above("privacy"),
  digest: above("privacy"),
  find: above("privacy"),
  register: above("register"),
  privacy: above("privacy"),
  mail: above("mail"),
  page: ["record"],
  report: above("report"),
  record: above("record"),
  api: [],
};

const GLOBALS = [
  ["the clock", "export const planted = () => new Date();"],
  ["the environment", "export const planted = () => process.env.HOME;"],
  ["the console", 'export const planted = () => console.log("x");'],
  ["the network", 'export const planted = () => fetch("https://example.com");'],
  ["randomness", "export const planted = () => crypto.randomUUID();"],
  ["waiting", "export const planted = () => setTimeout(() => undefined, 1);"],
  ["Node's bytes", 'export const planted = () => Buffer.from("x");'],
] as const;

const everywhere = (folder: string): Plant[] => [
  { why: "zod by its named export", in: folder, line: 'import { z } from "zod";', rule: RESTRICTED },
  { why: "a default export", in: folder, line: "export default 1;", rule: "lint/style/noDefaultExport" },
  { why: "any", in: folder, line: "export const planted = (x: any) => x;", rule: "lint/suspicious/noExplicitAny" },
  {
    why: "everything handed on",
    in: folder,
    line: 'export * from "./other.ts";',
    rule: "lint/performance/noReExportAll",
  },
  {
    why: "a package nobody declared",
    in: folder,
    line: imports("left-pad"),
    rule: "lint/correctness/noUndeclaredDependencies",
  },
];

const innocent = (folder: string, from: string): Plant => ({
  why: `${from} is below it`,
  in: folder,
  line: imports(from),
});

const plants: readonly Plant[] = [
  ...CORE.flatMap((layer): Plant[] => {
    const folder = `shared/${layer}`;
    return [
      ...OUTSIDE.map(([why, from]) => ({ why, in: folder, line: imports(from), rule: RESTRICTED })),
      ...UPWARDS[layer].map((up) => ({
        why: `${up} is above it`,
        in: folder,
        line: imports(`../${up}/${up}.ts`),
        rule: RESTRICTED,
      })),
      ...GLOBALS.map(([why, line]) => ({ why, in: folder, line, rule: "lint/style/noRestrictedGlobals" })),
      ...everywhere(folder),
      ...CORE.slice(0, CORE.indexOf(layer))
        .filter((below) => !(layer === "case" && below === "mail"))
        .map((below) => innocent(folder, `../${below}/planted.ts`)),
    ];
  }),
  ...["aws", "imaging"].flatMap((layer): Plant[] => [
    ...["../runtime/now.ts", "../../functions/cases.http.ts", "../../infra/stack.ts", "@middy/core"].map((from) => ({
      why: from,
      in: `shared/${layer}`,
      line: imports(from),
      rule: RESTRICTED,
    })),
    {
      why: "the clock",
      in: `shared/${layer}`,
      line: "export const planted = () => new Date();",
      rule: "lint/style/noRestrictedGlobals",
    },
    {
      why: "the environment",
      in: `shared/${layer}`,
      line: "export const planted = () => process.env.HOME;",
      rule: "lint/style/noRestrictedGlobals",
    },
    ...everywhere(`shared/${layer}`),
    innocent(`shared/${layer}`, "@aws-sdk/client-s3"),
    innocent(`shared/${layer}`, "../record/planted.ts"),
  ]),
  {
    why: "the clock",
    in: "shared/runtime",
    line: "export const planted = () => new Date();",
    rule: "lint/style/noRestrictedGlobals",
  },
  ...["../../functions/cases.http.ts", "../../infra/stack.ts", "aws-cdk-lib/aws-lambda"].map((from) => ({
    why: from,
    in: "shared/runtime",
    line: imports(from),
    rule: RESTRICTED,
  })),
  ...everywhere("shared/runtime"),
  innocent("shared/runtime", "../aws/planted.ts"),
  ...["../infra/stack.ts", "@aws-sdk/client-dynamodb", "@middy/core"].map((from) => ({
    why: from,
    in: "functions",
    line: imports(from),
    rule: RESTRICTED,
  })),
  {
    why: "the clock",
    in: "functions",
    line: "export const planted = () => new Date();",
    rule: "lint/style/noRestrictedGlobals",
  },
  {
    why: "the environment",
    in: "functions",
    line: "export const planted = () => process.env.HOME;",
    rule: "lint/style/noRestrictedGlobals",
  },
  ...everywhere("functions"),
  innocent("functions", "../shared/runtime/planted.ts"),
  ...["../shared/aws/records.ts", "../shared/runtime/now.ts", "../functions/cases.http.ts", "@aws-sdk/client-s3"].map(
    (from) => ({
      why: from,
      in: "web",
      line: imports(from),
      rule: RESTRICTED,
    }),
  ),
  ...everywhere("web"),
  innocent("web", "../shared/api/planted.ts"),
];

/** `file:line` → the rules that were broken there. */
let reported: ReadonlyMap<string, readonly string[]> = new Map();
let folder = "";

/** All plants lie in a copy of the project's bare bones and are looked at in one run of the linter. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "planted-"));
  for (const name of ["biome.json", "package.json", ".gitignore"]) copyFileSync(join(root, name), join(folder, name));
  for (const [number, { in: where, line }] of plants.entries()) {
    mkdirSync(join(folder, where), { recursive: true });
    writeFileSync(join(folder, where, `plant-${number}.ts`), `${line}\n`);
  }
  const biome = join(dirname(createRequire(import.meta.url).resolve("@biomejs/biome/package.json")), "bin/biome");
  const args = ["lint", "--reporter=github", "--max-diagnostics=none", "."];
  const { stdout, stderr } = spawnSync(process.execPath, [biome, ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const found = new Map<string, string[]>();
  for (const [, rule = "", file = ""] of stdout.matchAll(/::(?:error|warning|notice) title=([^,]+),file=([^,]+),/g)) {
    const name = file.replace(`${realpathSync(folder)}/`, "");
    found.set(name, [...(found.get(name) ?? []), rule]);
  }
  expect(found.size, stderr).toBeGreaterThan(0);
  reported = found;
});
afterAll(() => rmSync(folder, { recursive: true }));

const numbered = plants.map((plant, number) => ({ ...plant, file: `${plant.in}/plant-${number}.ts` }));

describe("a planted fault is found", () => {
  test.each(numbered.filter(({ rule }) => rule !== undefined))("$in: $why", ({ file, rule }) => {
    expect(reported.get(file) ?? []).toContain(rule);
  });
});

describe("what looks downwards is let through", () => {
  test.each(numbered.filter(({ rule }) => rule === undefined))("$in: $line", ({ file }) => {
    expect((reported.get(file) ?? []).filter((rule) => rule === RESTRICTED)).toEqual([]);
  });
});
