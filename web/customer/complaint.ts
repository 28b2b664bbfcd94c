import type { FileReply } from "../../shared/api/bodies.ts";
import { isAsked } from "../../shared/page/asked.ts";
import { factsOf, faultsOf } from "../../shared/page/check.ts";
import { type FileBody, parseForm } from "../../shared/page/entered.ts";
import type { ScriptData } from "../../shared/page/script-data.ts";
import type { Condition } from "../../shared/policy/condition.ts";
import { caseApi, fileCase } from "./api.ts";
import { damageBlocks } from "./blocks.ts";
import { chosenPhotos, WHOLE } from "./chosen.ts";
import { applyConditions } from "./conditions.ts";
import { backOff, make, one } from "./dom.ts";
import { draftPlace, dropDraft, keepDraft, putBack, readDraft } from "./draft.ts";
import { showFaults } from "./faults.ts";
import type { Kept, PhotoStore } from "./store.ts";
import { uploader } from "./upload.ts";

const TRIES = 20;
const IN_BLOCK = /^damages\.(\d+)\./;

/** The complaint form: questions that apply, photos, a draft, and sending it until an answer has come. */
export const complaintForm = async (
  data: Extract<ScriptData, { page: "form" }>,
  form: HTMLFormElement,
  store: PhotoStore,
): Promise<void> => {
  const { say, shape, org, policy, locale } = data;
  const place = draftPlace(policy);
  let key = data.key;
  const tell = (words: string): void => {
    const status = one("[data-status]", form);
    if (status !== null) status.textContent = words;
  };

  const entries = (): [string, string][] =>
    [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[name, value]] : [],
    );
  const facts = () => factsOf(parseForm(entries(), shape), shape);
  const need = (per: "damageItem" | "case"): number => {
    const known = facts();
    const rules = shape.evidence.filter(
      (rule) => rule.per === per && isAsked(rule.when as Condition | undefined, known),
    ); // declared unknown, the policy's own condition
    return Math.max(0, ...rules.map(({ atLeast }) => atLeast));
  };
  const keep = (): void => {
    if (keepDraft(policy, { key, entries: entries() })) tell(say.saved);
  };

  const photos = chosenPhotos(form, data, store, need, keep);
  photos.ready(WHOLE);
  const section = one("[data-damages]", form);
  const blocks =
    section &&
    shape.damages &&
    damageBlocks(section, data, shape.damages.max, photos.ready, (at) => void photos.drop(at));
  const redraw = (): void => {
    applyConditions(form, facts);
    photos.recount();
  };

  // What the server has just refused is newer than any draft.
  const draft = one("#summary")?.hidden === true ? readDraft(policy) : undefined;
  const kept = await store.all(place);
  if (draft !== undefined || kept.length > 0) {
    key = draft?.key ?? key;
    for (const [name, value] of draft?.entries ?? []) {
      const at = IN_BLOCK.exec(name)?.[1];
      if (at !== undefined && value !== "") blocks?.block(Number(at));
      if (!name.startsWith("_")) putBack(form, name, value);
    }
    for (const photo of kept) {
      if (photo.damage !== WHOLE) blocks?.block(photo.damage);
      photos.show(photo);
    }
    const discard = make("button", { type: "button", class: "link" }, say.discard);
    discard.onclick = async () => {
      dropDraft(policy);
      for (const { id } of await store.all(place)) await store.remove(id);
      form.reset();
      location.reload();
    };
    one(".intro")?.append(make("p", { class: "note", role: "status" }, `${say.draft} `, discard));
  }
  redraw();
  let timer: ReturnType<typeof setTimeout> | undefined;
  form.oninput = () => {
    redraw();
    clearTimeout(timer);
    timer = setTimeout(keep, 400);
  };

  /** The blocks with an answer, in the order in which the body counts them. */
  const counted = (): readonly number[] => {
    const given = new Set(entries().flatMap(([name, value]) => (value.trim() && IN_BLOCK.exec(name)?.[1]) || []));
    return (blocks?.numbers() ?? []).filter((at) => given.has(`${at}`));
  };
  const show = (
    faults: readonly { readonly path: string; readonly says: string }[],
    silent: readonly number[] = [],
  ) => {
    const order = counted();
    const named = faults.map(({ path, says }) => ({
      name: path
        .slice(1)
        .replaceAll("/", ".")
        .replace(/^damages\.(\d+)/, (_, at) => `damages.${order[Number(at)] ?? at}`),
      says,
    }));
    const first = shape.damages?.fields[0]?.id ?? "";
    showFaults(form, [...named, ...silent.map((at) => ({ name: `damages.${at}.${first}`, says: say.required }))], say);
  };

  const arrived = async (reply: FileReply, chosen: readonly Kept[]): Promise<void> => {
    const order = counted();
    const { caseId } = reply;
    const moved = chosen.map((photo) => ({ ...photo, place: caseId, damage: order.indexOf(photo.damage) + 1 }));
    for (const photo of moved) await store.put(photo);
    form.oninput = null;
    dropDraft(policy);
    const target = new URL(reply.trackingPage, location.href);
    const list = one("[data-uploads]", form);
    // Where nothing is kept for the next page, the photos go from this one.
    if (moved.length > 0 && list !== null && (!store.durable || target.origin !== location.origin))
      await uploader(caseApi(org, caseId, reply.trackingToken, locale), store, list, data)(moved);
    location.assign(target);
  };

  /** The key goes with every try, so a case that was filed before the answer was lost is found, not filed again. */
  const file = async (body: FileBody, chosen: readonly Kept[]): Promise<void> => {
    tell(say.sending);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const answer = await fileCase(data, body, key);
      if (answer.is === "ok") return arrived(answer.value, chosen);
      if (answer.is === "refused") {
        const { fields, detail, title } = answer.problem;
        tell("");
        show(fields !== undefined && fields.length > 0 ? fields : [{ path: "", says: detail ?? title ?? say.failed }]);
        return;
      }
      tell(say.offline);
      await backOff(tries);
    }
    tell(say.failed);
  };

  form.noValidate = true;
  form.onsubmit = async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    keepDraft(policy, { key, entries: entries() });
    const body = parseForm(entries(), shape);
    const chosen = await store.all(place);
    // A block with photos and no words would lose its number, so it is asked for its words.
    const worded = counted();
    const silent = [...new Set(chosen.map(({ damage }) => damage))].filter(
      (at) => at !== WHOLE && !worded.includes(at),
    );
    const faults = faultsOf(body, shape, say);
    show(faults, silent);
    if (faults.length + silent.length > 0) return;
    const submit = one<HTMLButtonElement>("[type=submit]", form);
    if (submit !== null) submit.disabled = true;
    await file(body, chosen);
    if (submit !== null) submit.disabled = false;
  };
};
