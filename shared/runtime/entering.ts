import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { entryView } from "../api/registers.ts";
import { registerRoutes } from "../api/routes/registers.ts";
import type { Route } from "../api/routes/routes.ts";
import type { Reading } from "../api/row.ts";
import { accept } from "../kernel/result.ts";
import { maskFor, maskStep } from "../privacy/privacy.ts";
import { changeEntry } from "../record/registers/change.ts";
import { type EntryRef, listOf } from "../record/registers/entries.ts";
import { loadEntry } from "../record/registers/load.ts";
import { writeEntry } from "../record/registers/write.ts";
import type { EntryCommand } from "../register/command.ts";
import { inReader } from "./reader.ts";
import type { registerDeps } from "./register-wiring.ts";
import type { OfEntry, OfRegister } from "./registers.ts";
import { reply } from "./reply.ts";
import { idempotencyKey } from "./request.ts";
import { entryIdFor } from "./secrets.ts";

type Deps = ReturnType<typeof registerDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type Answers = { readonly answers: Readonly<Record<string, unknown>> };

/** Enters something, once for each Idempotency-Key. */
export const write = async (deps: Deps, input: OfRegister & { readonly body: Answers }): Answer => {
  const reading = inReader(deps, input);
  const { org, policy, form } = input.params;
  const key = idempotencyKey(input.event);
  const id = entryIdFor(org, key);
  const written = await writeEntry(deps, { org, policy, form, id, key, answers: input.body.answers }, reading.by);
  const shown = written.ok ? accept(entryView(written.value, reading)) : written;
  return reply(registerRoutes.writeEntry, shown, reading.locale);
};

/** A correction by somebody who sees a value masked leaves that value as it is. */
const unmasked = async (
  deps: Deps,
  ref: EntryRef,
  command: EntryCommand & { readonly do: "correct" },
  { by }: Reading,
): Promise<EntryCommand> => {
  const found = await loadEntry(deps, ref);
  if (found === undefined) return command;
  const masks = maskFor(found.policy, by);
  const shown = maskStep(masks, found.entry.answers);
  const known = [...masks.keys()].filter((name) => name in shown && command.answers[name] === shown[name]);
  const kept = Object.fromEntries(known.map((name) => [name, found.entry.answers[name]]));
  return { ...command, answers: { ...command.answers, ...kept } };
};

/** Obeys a command to an entry, once for each Idempotency-Key. */
export const obey = async (deps: Deps, route: Route, input: OfEntry, asked: EntryCommand): Answer => {
  const reading = inReader(deps, input);
  const { org, policy, form, entryId } = input.params;
  const ref = { org, id: entryId, list: listOf(policy, form) };
  const restored = asked.do === "correct" ? await unmasked(deps, ref, asked, reading) : asked;
  const command = { ...restored, key: idempotencyKey(input.event) };
  const changed = await changeEntry(deps, ref, command, reading.by);
  return reply(route, changed.ok ? accept(entryView(changed.value, reading)) : changed, reading.locale);
};
