import { join } from "node:path";
import { buildSync } from "esbuild";

const ENTRY = join(import.meta.dirname, "../../web/customer/customer.ts");

/** The one script of the customer pages as the text that stands in them: for phones of the last six years. */
export const customerScript = (): string =>
  buildSync({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    write: false,
    logLevel: "silent",
  }).outputFiles[0]?.text.trim() ?? "";

/** The module by which a function carries the script. */
export const customerModule = (): string =>
  `// Generated from web/customer: npm run customer:build\nexport const CUSTOMER_SCRIPT = ${JSON.stringify(customerScript())};\n`;
