import { createHash } from "node:crypto";
import type { Actor } from "../../shared/case/actor.ts";
import { CaseId, OrgId, PhotoId, spell } from "../../shared/kernel/ids.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import type { Deps } from "../../shared/record/change.ts";
import { changeCase } from "../../shared/record/command.ts";
import { fileCase } from "../../shared/record/file.ts";
import { enterPhoto } from "../../shared/record/photo.ts";
import type { RecordRef } from "../../shared/record/record.ts";
import { wakeCase } from "../../shared/record/wake.ts";
import { asks } from "../fixtures/asks.ts";
import { scenes } from "../scenes/scenes.ts";
import { openScenes, setStage } from "../scenes/stage.ts";
import { takeIn } from "../scenes/wholes.ts";
import type { Figure } from "./figure.ts";
import { type Meter, meteredStore } from "./metered.ts";

const id = (text: string) => spell(createHash("sha256").update(text).digest());
const staff = (role: string): Actor => ({ kind: "staff", sub: role, name: role, roles: [role] });
const clerk = staff("afterSales");
const director = staff("operationsDirector");
const org = OrgId.parse("demo-doors");
const ref = { kind: "case", org, id: CaseId.parse(`case_${id("bench")}`) } as const satisfies RecordRef;

const COMPLAINT = {
  contact: { name: "Bench", email: "bench@dealer.example" },
  dealerName: "East Gate Dealer",
  orderNo: "SO-1",
  productLine: "gate",
  category: "1-2-1",
  description: "left leaf bent in transit",
  damages: [{ place: "left leaf", packaging: "damaged" }],
};

const { contact: _who, damages: _broken, ...SAID } = COMPLAINT;
const CALL = { ...SAID, category: "1-1-1" };

const file = (deps: Deps, caseId = ref.id) =>
  fileCase(deps, {
    org,
    caseId,
    locale: "en",
    body: COMPLAINT,
    requestHash: "r",
    tokenHash: () => "t",
    salt: "5a".repeat(16),
  });

const photo = (deps: Deps, name: string) =>
  enterPhoto(deps, ref, {
    is: "kept",
    photo: {
      id: PhotoId.parse(`photo_${id(name)}`),
      damage: 1,
      sha256: createHash("sha256").update(name).digest("hex"),
      mime: "image/jpeg",
      bytes: 1,
      width: 1,
      height: 1,
    },
  });

const step = (deps: Deps, name: string, answers = {}) =>
  changeCase(deps, ref, { do: "step", step: name, answers }, { by: clerk });

/** Everything that happens to one complaint, in order, each with what it must be asked for. */
const acts: readonly (readonly [string, (deps: Deps) => Promise<unknown>])[] = [
  ["file a complaint (cold: reads the policy)", (deps) => file(deps, CaseId.parse(`case_${id("cold")}`))],
  ["file a complaint", (deps) => file(deps)],
  ["file it again (repeat)", (deps) => file(deps)],
  [
    "take one in that came by telephone",
    (deps) => takeIn(deps, org, "afterSales", { contact: COMPLAINT.contact, fields: CALL }),
  ],
  ["enter a photo", (deps) => photo(deps, "a")],
  ["enter it again (repeat)", (deps) => photo(deps, "a")],
  ["accept", (deps) => step(deps, "accept")],
  ["note", (deps) => changeCase(deps, ref, { do: "note", text: "called the dealer" }, { by: clerk })],
  [
    "request an extension",
    (deps) =>
      changeCase(
        deps,
        ref,
        { do: "requestExtension", clock: "plan", newDue: "2026-03-20", reason: "mould" },
        { by: clerk },
      ),
  ],
  [
    "approve it",
    (deps) => changeCase(deps, ref, { do: "decideExtension", extension: "plan-1", approve: true }, { by: director }),
  ],
  ["reply the plan", (deps) => step(deps, "reply-plan", { plan: "new leaf" })],
  ["mark executed", (deps) => step(deps, "mark-executed")],
  [
    "wake it and send its mails",
    (deps) => wakeCase({ ...deps, ...asks(), post: async () => ({ is: "sent", messageId: "m" }) }, ref),
  ],
  ["list a desk's open cases", (deps) => deps.records.queue(org, "afterSales", { limit: 50 })],
  ["close", (deps) => step(deps, "close")],
  ["load it for its customer", (deps) => deps.records.load(ref)],
  ["look at a quiet shard", (deps) => deps.records.due(0, "2026-01-01T00:00:00.000Z" as Instant)], // the one spelling of an instant
];

const figuresOf = (what: string, meter: Meter, engine: string, again?: Meter): Figure[] => {
  const repeated = (requests: number | undefined) => (requests === undefined ? "" : `; given again ${requests}`);
  const read = `requests: ${meter.readRequests}${repeated(again?.readRequests)}`;
  const written = `requests: ${meter.writeRequests}${repeated(again?.writeRequests)}, ${engine}`;
  return [
    { what: `${what}: read`, value: meter.reads, unit: "units", note: read },
    { what: `${what}: written`, value: meter.writes, unit: "units", note: written },
  ];
};

/**
 * Capacity units of everything that is done with a case: the life of one complaint, and every command there is, given once
 * and once more under the same key. Index writes are counted where the engine counts them.
 */
export const capacity = async (): Promise<Figure[]> => {
  const { deps, measured, engine, stop } = await meteredStore("faithful");
  try {
    const figures: Figure[] = [];
    for (const [what, act] of acts) figures.push(...figuresOf(what, await measured(() => act(deps)), engine));
    await openScenes(deps.orgs);
    for (const [name, scene] of scenes) {
      const give = await setStage(deps, scene);
      figures.push(...figuresOf(`command ${name}`, await measured(give), engine, await measured(give)));
    }
    return figures;
  } finally {
    await stop();
  }
};
