import { publishedPolicy } from "../../infra/policy/published.ts";
import type { Actor } from "../../shared/case/actor.ts";
import type { Command } from "../../shared/case/decide.ts";
import type { Deps } from "../../shared/record/change.ts";
import { changeCase } from "../../shared/record/command.ts";
import { fileCase } from "../../shared/record/file.ts";
import type { OrgStore } from "../../shared/record/org.ts";
import type { RecordRef } from "../../shared/record/record.ts";
import { reporter, sh, staff } from "../fixtures/cases.ts";
import { request, settle, target } from "../fixtures/worlds.ts";
import type { Scene } from "./scene.ts";
import { scenes } from "./scenes.ts";

const sourceOf = (policy: string): unknown => {
  const found = publishedPolicy(policy);
  if (found === undefined) throw new Error(`no policy ${policy}`);
  return found.source;
};

/** Opens the company whose cases the scenes are, and publishes every regulation that they play under. */
export const openScenes = (orgs: OrgStore) =>
  settle(orgs, [...new Set(scenes.map(([, { policy }]) => policy))].map(sourceOf));

const actorOf = (by: string): Actor => (by === "customer" ? reporter : staff(by));

const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }, what: string): T => {
  if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result.error)}`);
  return result.value;
};

const file = async (deps: Deps, { policy }: Scene, body: Scene["filing"], n: number): Promise<RecordRef> => {
  must(await fileCase(deps, { ...request(body, n), policy }), `filing under ${policy}`);
  return target(n);
};

const obey = async (deps: Deps, ref: RecordRef, by: string, command: Command): Promise<void> => {
  must(await changeCase(deps, ref, command, { by: actorOf(by) }), `${command.do} by ${by}`);
};

/** Room for the ids of two cases a scene. */
const NUMBERS = 2;

/**
 * Leads a case of a scene to where its command is open. What is answered gives the command, each time under the same key.
 * @throws when something of it is refused.
 */
export const setStage = async (port: Pick<Deps, "records" | "orgs">, scene: Scene): Promise<() => Promise<unknown>> => {
  const first = NUMBERS * scenes.findIndex(([, one]) => one === scene);
  const deps = { ...port, now: () => sh(scene.at) };
  const twin = scene.twin === undefined ? target(first) : await file(deps, scene, scene.twin, first);
  const ref = await file(deps, scene, scene.filing, first + 1);
  for (const [by, command] of scene.before) await obey(deps, ref, by, command);
  return () =>
    "whole" in scene
      ? scene.whole({ deps, ref, twin }, "once")
      : obey(deps, ref, scene.by, { ...scene.command, key: "once" });
};
