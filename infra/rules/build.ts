import { writeFileSync } from "node:fs";
import { metBy, type Walked } from "../../test/rules/walked.ts";
import { lived, type Walk, walks } from "../../test/rules/walks.ts";
import { openTest } from "../../test/stack/stack.ts";

/**
 * `npm run rules:build`: writes which tests show each rule, as `policy trace` tells. With `--walk` the walks are walked
 * anew, which takes minutes; without it what they met last is taken, and their tests say whether they still do.
 */
const RULES = new URL("../../test/rules/", import.meta.url);
const write = (name: string, what: unknown): void =>
  writeFileSync(new URL(name, RULES), `${JSON.stringify(what, null, 2)}\n`);

const walkAnew = async (walk: Walk): Promise<Walked> => {
  const policies = lived();
  const demo = await openTest({ at: walk.at, policies: policies.map(({ id }) => id) });
  try {
    for (const policy of policies) await walk.lead(demo, policy);
    return { [walk.file]: { title: walk.title, met: await metBy(walk, demo) } };
  } finally {
    await demo.close();
  }
};

if (process.argv.includes("--walk")) {
  const met: Walked[] = [];
  for (const walk of walks) met.push(await walkAnew(walk));
  write("walked.generated.json", Object.assign({}, ...met));
}
const { shownOf, sightsOfRules } = await import("../../test/rules/shown.ts"); // after the walks, whose traces it reads
write("shown.generated.json", shownOf(sightsOfRules()));
