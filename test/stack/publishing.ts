import { createHash } from "node:crypto";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { PUBLICATION } from "../fixtures/worlds.ts";
import type { TestStack } from "./stack.ts";

/** Puts the next version of a regulation in force for the demo company from a day on. @throws where it was published before. */
export const publishNext = async (
  { demo, org: id }: Pick<TestStack, "demo" | "org">,
  compiled: { readonly id: string; readonly version: number },
  effectiveFrom: string,
  over: object,
): Promise<void> => {
  const orgs = tableOrgs(demo.client, demo.table);
  const org = await orgs.org(id);
  if (org === undefined) throw new Error(`no company ${id}`);
  const source = { ...compiled, version: compiled.version + 1, effectiveFrom, ...over };
  const hash = createHash("sha256").update(JSON.stringify(source)).digest("hex");
  const ref = { id: compiled.id, version: source.version, hash };
  const done = await orgs.publish(org.id, ref, source, PUBLICATION);
  if (done !== "published") throw new Error(`${ref.id} v${ref.version}: ${done}`);
  await orgs.putOrg({ ...org, policies: [{ ref, effectiveFrom }, ...org.policies] });
};
