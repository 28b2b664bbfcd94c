import type { Variable } from "../shared/runtime/env.ts";

/** What may be done with the table, the photos and the mail. A variable is only ever given together with its rights. */
type Rights = {
  readonly TABLE: {
    readonly items?: readonly (
      | "GetItem"
      | "PutItem"
      | "UpdateItem"
      | "BatchGetItem"
      | "BatchWriteItem"
      | "DeleteItem"
    )[];
    /** Indexes that are asked; `words` are a part of the table itself. */
    readonly ask?: readonly ("wake" | "queue" | "ledger" | "words" | "changed")[];
  };
  readonly EVIDENCE_BUCKET: {
    readonly read?: readonly ("original" | "derived" | "incoming" | "paper" | "report")[];
    readonly write?: readonly ("original" | "derived" | "quarantine" | "paper" | "aside" | "report")[];
    /** Every version, for good. */
    readonly remove?: readonly ("original" | "derived" | "quarantine" | "paper" | "aside" | "incoming")[];
  };
  /** Reads what is there and adds to it. */
  readonly ANCHOR_BUCKET: "add";
  /** `answer`: a mail now and then, without a look at what the account may send. */
  readonly MAIL_CONFIGURATION_SET: "send" | "answer";
  readonly PUBLIC_URL: "know";
};

/** Each key is a variable of `shared/runtime/env.ts`: a name that does not exist there does not compile. */
export type Needs = { readonly [V in Variable]?: Rights[V] };
