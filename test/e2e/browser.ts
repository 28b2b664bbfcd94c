import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import * as z from "zod";

const CACHE = join(import.meta.dirname, "../../node_modules/.cache");

const ARGS = [
  "--no-sandbox",
  "--no-zygote",
  "--no-first-run",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--disable-background-networking",
  "--disable-component-update",
];

/** The package's own fonts come after those of the machine; without any, Chromium does not draw a page. */
const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>${join(folder, "fonts")}</dir>
<cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;

const packageVersion = (): string => {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const manifest = readFileSync(join(dirname(entry), "../package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
};

/** Unpacks once a machine (3 s, 210 MB); whoever comes second uses what the first has put in place. */
const unpacked = async (): Promise<string> => {
  const folder = join(CACHE, `chromium-${packageVersion()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(join(CACHE, "chromium-"));
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, "unpack.ts")], {
    // the package looks for the mark of a Lambda before it unpacks the libraries that a bare system lacks
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" },
  });
  writeFileSync(join(draft, "fonts.conf"), fontsConf(folder));
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true }); // another process was quicker
  }
  return folder;
};

const fromPackage = async (): Promise<LaunchOptions> => {
  const folder = await unpacked();
  const libraries = [join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    executablePath: join(folder, "chromium"),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
};

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Which browser this machine can run: the one named by CHROMIUM, the one of the npm package, or an installed one. */
const chosen = async (): Promise<LaunchOptions> => {
  const { CHROMIUM } = process.env;
  if (CHROMIUM !== undefined && CHROMIUM !== "") return { executablePath: CHROMIUM };
  // the package holds a Linux x64 program and nothing else
  if (process.platform === "linux" && process.arch === "x64") return fromPackage();
  const executablePath = INSTALLED.find((path) => existsSync(path));
  return executablePath === undefined ? { channel: "chrome" } : { executablePath };
};

/**
 * Chromium for tests, started and yet without a page. Needs nothing but `npm ci` on Linux x64: no fonts, no system
 * libraries, root or not. Elsewhere an installed Chromium or Chrome, or the program that the variable CHROMIUM names.
 */
export const openBrowser = async (): Promise<Browser> => chromium.launch({ args: ARGS, ...(await chosen()) });
