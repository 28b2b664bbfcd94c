import type { FieldFault, Refusal } from "../case/fault.ts";
import { type Result, refuse } from "../kernel/result.ts";
import { say, type Text } from "../kernel/text.ts";
import type { EntryGround } from "./entry.ts";
import type { EntryEvent } from "./event.ts";
import type { Beside } from "./refusing.ts";

export type Raw = Readonly<Record<string, unknown>>;

/** What somebody wants done to an entry that is there. */
export type EntryCommand = { readonly key?: string | undefined } & (
  | { readonly do: "correct"; readonly answers: Raw; readonly reason: string }
  | { readonly do: "take"; readonly step: string; readonly answers: Raw; readonly remark?: string | undefined }
  | { readonly do: "decline"; readonly step: string; readonly reason: string }
  | { readonly do: "take-copy"; readonly copy: number }
  | { readonly do: "void"; readonly reason: string }
  | { readonly do: "hold"; readonly reason: string }
  | { readonly do: "release"; readonly hold: string; readonly reason: string }
);

/** What follows: events to append, or a refusal that says which clause says no. */
export type Decided = Result<readonly EntryEvent[], Refusal>;
export type Ground = EntryGround & { readonly beside: Beside };

export const fault = (path: string, zh: string, en: string, code = "invalid"): FieldFault => ({
  path,
  code,
  says: say(zh, en),
});

/** There is nothing for a command to do. */
export const nothing = (rules: readonly string[], says: Text): Decided =>
  refuse({ code: "nothing-to-do", says, rules });

/** A reason must be words. */
export const reasonFault = (reason: string): readonly FieldFault[] =>
  reason === "" ? [fault("/reason", "须写明原因", "a reason is needed", "required")] : [];
