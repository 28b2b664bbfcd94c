import type { Command } from "../../shared/case/decide.ts";
import type { Deps } from "../../shared/record/change.ts";
import type { RecordRef } from "../../shared/record/record.ts";

export type Kind = Command["do"];

/** Something that is done to a case, and the role that does it; `customer` is whoever filed it. */
export type Deed = readonly [by: string, command: Command];

/** The case of a scene as it stands before what is measured, and the one that was filed before it. */
export type Stage = { readonly deps: Deps; readonly ref: RecordRef; readonly twin: RecordRef };

/** What somebody does that the record layer does not do by itself, with its key; throws when it is refused. */
type Whole = (stage: Stage, key: string) => Promise<unknown>;

/** A case of a regulation, led to where a command is open, and the command that is then measured. */
export type Scene<K extends Kind = Kind> = {
  readonly policy: string;
  /** The office's wall clock, which stands still. */
  readonly at: string;
  readonly filing: Readonly<Record<string, unknown>>;
  /** What was filed before it, where the command is about two cases. */
  readonly twin?: Readonly<Record<string, unknown>>;
  readonly before: readonly Deed[];
  /** What is asked of the table beside one read of the record and one conditional write of it; a scene that has any says why. */
  readonly also?: readonly string[];
} & (
  | { readonly by: string; readonly command: Extract<Command, { do: K }> }
  /** The command is one of several writes: the function that makes them all. */
  | { readonly whole: Whole }
);

export type Scenes<K extends Kind> = { readonly [One in K]: Scene<One> };
