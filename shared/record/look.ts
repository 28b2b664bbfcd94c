import * as z from "zod";
import type { Actor } from "../case/actor.ts";
import type { Refusal } from "../case/fault.ts";
import { actsAs } from "../case/roles.ts";
import { Instant, type Now } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import { faultsOf, Look } from "../mail/look/look.ts";

/** A look as it is kept: who chose it, and when. */
export const LookVersion = z.strictObject({
  version: z.number().int().positive(),
  at: Instant,
  by: z.strictObject({ sub: z.string(), name: z.string() }),
  /** Of the command that chose it. */
  key: z.string().optional(),
  look: Look,
});
export type LookVersion = z.infer<typeof LookVersion>;

export type LookStore = {
  /** The present look, none where a company never chose one; undefined where there is no such company. */
  readonly current: (org: string) => Promise<{ readonly chosen: LookVersion | undefined } | undefined>;
  /** Looks before the present one, the last first, so many at most. */
  readonly past: (org: string, most: number) => Promise<readonly LookVersion[]>;
  /** Puts a look in the place of the one before it, which is kept; `overtaken` where somebody else did. */
  readonly choose: (org: string, next: LookVersion, before: LookVersion | undefined) => Promise<"saved" | "overtaken">;
};

/** Who looks after the letters of a company: a role of the house, since no regulation names one (docs/decisions/024). */
const KEEPER = "letterKeeper";

/** Why somebody may not change what letters look like; undefined when they may. */
export const notKeeper = (by: Actor): Refusal | undefined =>
  actsAs(by, [KEEPER])
    ? undefined
    : { code: "not-your-role", needs: [say("信函样式管理员", "the keeper of the letters (letterKeeper)")], rules: [] };

type Deps = { readonly looks: LookStore; readonly now: Now };
type No = Refusal | { readonly code: "no-such-org" } | { readonly code: "overtaken"; readonly version: number };
type Asked = {
  readonly org: string;
  readonly by: Extract<Actor, { kind: "staff" }>;
  readonly look: Look;
  readonly key: string | undefined;
  readonly ifVersion: number | undefined;
};

/** So many earlier looks are remembered for a command that comes again, and shown. */
export const REMEMBERED = 50;
const TRIES = 5;

const same = (one: Look, other: Look): boolean => JSON.stringify(Look.parse(one)) === JSON.stringify(Look.parse(other));

/** What came of this command when it came before. */
const repeated = ({ key, look }: Asked, all: readonly LookVersion[]): Result<true, Refusal> | undefined => {
  const before = key === undefined ? undefined : all.find((one) => one.key === key);
  if (before === undefined) return undefined;
  return same(before.look, look) ? accept(true) : refuse({ code: "key-reused", rules: [] });
};

/**
 * Dresses a company's letters anew: once for each key, only over the version that was seen where one was named, and with
 * every field at fault named. The same look again changes nothing.
 * @throws when it is overtaken every time.
 */
export const changeLook = async (
  deps: Deps,
  asked: Asked,
): Promise<Result<{ readonly chosen: LookVersion | undefined }, No>> => {
  const { org, by, look, key, ifVersion } = asked;
  const foreign = notKeeper(by);
  if (foreign !== undefined) return refuse(foreign);
  const fields = faultsOf(look);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await deps.looks.current(org);
    if (found === undefined) return refuse({ code: "no-such-org" });
    const { chosen } = found;
    if (fields.length > 0) return refuse({ code: "bad-fields", fields, rules: [] });
    const past = key === undefined ? [] : await deps.looks.past(org, REMEMBERED);
    const again = repeated(asked, chosen === undefined ? past : [chosen, ...past]);
    if (again !== undefined) return again.ok ? accept(found) : again;
    const version = chosen?.version ?? 0;
    if (ifVersion !== undefined && ifVersion !== version) return refuse({ code: "overtaken", version });
    if (chosen !== undefined && same(chosen.look, look)) return accept(found);
    const next = { version: version + 1, at: deps.now(), by: { sub: by.sub, name: by.name }, key, look };
    if ((await deps.looks.choose(org, next, chosen)) === "saved") return accept({ chosen: next });
  }
  throw new Error(`the look of ${org} was overtaken ${TRIES} times`);
};
