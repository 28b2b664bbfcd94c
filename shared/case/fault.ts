import type { EvidenceNeed } from "../evidence/count.ts";
import type { Text } from "../kernel/text.ts";
import type { PlainCode } from "./codes.ts";

/** One field at fault: where (a JSON pointer), what, which rule, and the sentence for each reader. */
export type FieldFault = {
  readonly path: string;
  readonly code: string;
  readonly rule?: string | undefined;
  readonly says: Text;
};

/** Every expected no of a case. The codes are stable; `sayings` has the sentences. */
export type Refusal = {
  readonly rules: readonly string[];
  /** The attempt itself is worth keeping: it leaves an `attempted` event (BUS-14, CCF-29). */
  readonly audited?: true;
} /** A no that brings its own sentence. */ & (
  | { readonly code: PlainCode; readonly says: Text }
  | { readonly code: "unknown-step"; readonly known: readonly string[] }
  | { readonly code: "unknown-clock"; readonly known: readonly string[] }
  | { readonly code: "unknown-extension" }
  | { readonly code: "not-your-role"; readonly needs: readonly Text[] }
  | { readonly code: "not-for-this-case"; readonly only: Text }
  | { readonly code: "wrong-state"; readonly state: Text; readonly needs: readonly Text[] }
  | { readonly code: "evidence-incomplete"; readonly needs: readonly EvidenceNeed[] }
  | { readonly code: "bad-fields"; readonly fields: readonly FieldFault[] }
  | { readonly code: "not-excusable"; readonly known: readonly string[] }
  | { readonly code: "unknown-exception" }
  | { readonly code: "exception-pending" }
  | { readonly code: "too-late" }
  | { readonly code: "promise-passed" }
  | { readonly code: "clock-not-running" }
  | { readonly code: "extension-pending" }
  | { readonly code: "already-decided" }
  /** The key was used for another command: neither may be taken for the other. */
  | { readonly code: "key-reused" }
);
