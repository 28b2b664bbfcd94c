import { writeFileSync } from "node:fs";
import { portfolio } from "../../test/policies/portfolio/answers.ts";

/** `npm run portfolio:build`: writes what all policies answer to the invented happenings; the diff is what a change did. */
const GOLDEN = new URL("../../test/policies/portfolio/portfolio.json", import.meta.url);
writeFileSync(GOLDEN, `${JSON.stringify(portfolio(), null, 2)}\n`);
