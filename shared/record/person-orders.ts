import type { Contact } from "../case/actor.ts";
import { contactMarks } from "../find/marks.ts";
import type { InvitationId } from "../kernel/ids.ts";
import { say } from "../kernel/text.ts";
import type { OrderPage, OrderRef, Outcome, PersonOrder, Reached } from "../privacy/order.ts";
import type { CampaignStore, CustomerStore } from "./campaigns/campaigns.ts";
import type { Deps } from "./change.ts";
import type { InspectedRecord, InspectionStore } from "./inspections/inspections.ts";
import type { KeptStore } from "./kept.ts";
import type { ObligationStore } from "./obligations/obligations.ts";
import type { EntryStore } from "./registers/entries.ts";
import type { SuppressionDesk } from "./suppression.ts";

/** What keeps the orders to erase a person's data, and spells a person as the index does: by a digest under the company's key. */
export type OrderStore = {
  readonly digest: (org: string, said: string) => Promise<string>;
  /** What is filed under a digest, the last received first, below a place. */
  readonly pointed: (
    org: string,
    digest: string,
    span: { readonly below: string | undefined; readonly limit: number },
  ) => Promise<readonly string[]>;
  readonly load: (ref: OrderRef) => Promise<PersonOrder | undefined>;
  readonly begin: (order: PersonOrder) => Promise<"begun" | "exists">;
  /** Writes version N+1 over version N of the order given, and nothing over anything else. */
  readonly save: (order: PersonOrder) => Promise<"saved" | "overtaken">;
  readonly page: (ref: OrderRef, n: number) => Promise<OrderPage | undefined>;
  /** Writes a page that is not there yet, and gives the one that is there then. */
  readonly openPage: (ref: OrderRef, n: number, page: OrderPage) => Promise<OrderPage>;
  readonly closePage: (ref: OrderRef, n: number, page: OrderPage) => Promise<void>;
  /** Orders that have not gone through everything, the oldest first. */
  readonly waiting: () => Promise<readonly OrderRef[]>;
};

/** What goes through cases. */
export type OrderDeps = Deps & { readonly orders: OrderStore };

/** What goes through all else too, and may delete. */
export type ForgetDeps = OrderDeps & {
  readonly customers: CustomerStore;
  readonly obligations: ObligationStore;
  readonly campaigns: CampaignStore;
  readonly inspections: InspectionStore;
  /** The inspections of what is visited. */
  readonly inspected: Pick<KeptStore<InspectedRecord>, "one">;
  readonly entries: EntryStore;
  /** Removes every version of every photo of an inspection; harmless when they are gone. */
  readonly removeInspected: (org: string, inspection: string) => Promise<void>;
  /** The invitation of somebody to a campaign. */
  readonly invitationIdFor: (linkKey: string, campaign: string, person: string) => InvitationId;
  readonly suppressions: Pick<SuppressionDesk, "forget">;
  /** Removes mails of a sender that were put aside and belong to no case. @returns whether there were any. */
  readonly removeMails: (org: string, sender: string) => Promise<boolean>;
};

/** What a stage has before it: what it will look at, and what it has learnt of the person by then. */
type Ahead = {
  readonly places: readonly string[];
  readonly next?: string | undefined;
  readonly people?: readonly Reached[];
  readonly held?: boolean;
};

/** One stage of an order: it finds a page of what may be the person's, and does with each what is to be done, once. */
export type StageWork<D> = {
  /** `waits` while what it looks through may still grow. */
  readonly find: (deps: D, order: PersonOrder) => Promise<Ahead | "waits">;
  /** Undefined for what is not the person's, or not any more. */
  readonly judge: (deps: D, order: PersonOrder, place: string) => Promise<Outcome | undefined>;
};

/** Whether somebody is who an order is about. */
export const isMeant = async (
  { orders }: OrderDeps,
  order: PersonOrder,
  contact: Pick<Contact, "email" | "phone">,
): Promise<boolean> => {
  const marks = await Promise.all(contactMarks(contact).map((mark) => orders.digest(order.org, mark)));
  return marks.includes(order.mark);
};

/** Under a regulation that the one who orders does not look after data by. */
export const FOREIGN = {
  code: "not-your-role",
  says: say("由该制度的信息保密负责人决定", "for whoever looks after data under that regulation to decide"),
  rules: [],
};

/** What belongs to somebody whose case is before a court may be needed there. */
export const HELD = {
  code: "on-hold",
  says: say("此人有案件处于法定保全", "a legal hold lies on a case of theirs"),
  rules: [],
};
