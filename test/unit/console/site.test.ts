import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../../infra/web/build.ts";

const folder = mkdtempSync(join(tmpdir(), "aftercare-site-"));
const site = join(folder, "web");
const read = (path: string): string => readFileSync(join(site, path), "utf8");
const gzipped = (path: string): number => gzipSync(readFileSync(join(site, path)), { level: 9 }).length;

beforeAll(() => buildSite(site));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the built site", () => {
  test("is the console and the documents, and nothing that was left over", () => {
    expect(existsSync(join(site, "console/index.html"))).toBe(true);
    expect(existsSync(join(site, "docs/index.html"))).toBe(true);
    expect(globSync("*", { cwd: folder })).toEqual(["web"]);
  });

  test("has no settings of its own: an installation writes them", () => {
    expect(existsSync(join(site, "console/config.json"))).toBe(false);
  });

  test.each(["console/index.html", "docs/index.html"])(
    "%s keeps a strict policy: no script or style in the page",
    (page) => {
      const html = read(page);
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|<style|\son\w+=|\sstyle=|javascript:/i);
    },
  );

  test.each(["console/index.html", "docs/index.html"])(
    "%s names files of its own that are there, and no outside host",
    (page) => {
      const names = [...read(page).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name ?? "");
      const files = names.filter((name) => name !== "/openapi.json");
      expect(files.length).toBeGreaterThan(2);
      for (const name of files) {
        expect(name).toMatch(/^(\.\/|\/console\/)/);
        const path = name.startsWith("/") ? name.slice(1) : join(page, "..", name);
        expect(existsSync(join(site, path)), name).toBe(true);
      }
    },
  );

  /** A script and every one that it imports before anything is shown. */
  const withImports = (path: string, found = new Set<string>()): ReadonlySet<string> => {
    if (found.has(path)) return found;
    found.add(path);
    for (const [, name] of read(path).matchAll(/(?:^|[;}])import(?:[^"'();]*from)?["']\.\/([^"']+\.js)["']/g))
      withImports(join(path, "..", name ?? ""), found);
    return found;
  };
  const scripts = () => globSync("console/assets/*.js", { cwd: site });
  const weight = (paths: Iterable<string>) => [...paths].reduce((sum, path) => sum + gzipped(path), 0);
  const entry = () => /src="\/(console\/assets\/[^"]+\.js)"/.exec(read("console/index.html"))?.[1] ?? "";
  const first = () => {
    const app = scripts().find((path) => /\/app-[^/]+$/.test(path)) ?? expect.unreachable("there is no app");
    return new Set([...withImports(entry()), ...withImports(app)]);
  };

  test("sends little before the sign-in, and shows its first list with less than a photo", () => {
    expect(gzipped(entry())).toBeLessThan(12_000);
    expect(weight(first())).toBeLessThan(280_000);
  });

  test("fetches each further screen when it is opened: none is heavy, nor are all of them", () => {
    const shown = first();
    const later = scripts().filter((path) => !shown.has(path));
    // who chooses a file for a list of customers fetches its reader then, and nobody else does
    const readers = later.filter((path) => /\/(xlsx|sync)-[^/]+$/.test(path));
    expect(readers).toHaveLength(2);
    expect(weight(readers)).toBeLessThan(60_000);
    const screens = later.filter((path) => !readers.includes(path));
    expect(screens.length).toBeGreaterThan(7);
    for (const screen of screens) expect(gzipped(screen), screen).toBeLessThan(40_000);
    expect(weight(screens)).toBeLessThan(200_000);
  });

  test("holds no map of the sources and no path of the machine that built it", () => {
    expect(globSync("**/*.map", { cwd: site })).toEqual([]);
    for (const path of globSync("console/**/*.{js,css,html}", { cwd: site }))
      expect(read(path)).not.toContain(process.cwd());
  });

  test("is not built again while no source has changed", async () => {
    const before = statSync(join(site, "console/index.html")).mtimeMs;
    await buildSite(site);
    expect(statSync(join(site, "console/index.html")).mtimeMs).toBe(before);
  });

  test("is built anew, as a whole, when it was made from other sources", async () => {
    writeFileSync(join(site, "made-from.txt"), "something older");
    writeFileSync(join(site, "console/left-over.js"), "");
    await Promise.all([buildSite(site), buildSite(relative(process.cwd(), site))]);
    expect(existsSync(join(site, "console/left-over.js"))).toBe(false);
    expect(globSync("*", { cwd: folder })).toEqual(["web"]);
  });
});
