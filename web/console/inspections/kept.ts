import type * as z from "zod";
import type { InspectionBody } from "../../../shared/api/inspection-bodies.ts";
import type { InspectionForms } from "../../../shared/api/inspections.ts";
import { serverTime } from "../api/server-time.ts";

export type Form = z.infer<typeof InspectionForms>["forms"][number];
export type Typed = z.infer<typeof InspectionBody>;

/** A photo of a line on this device. `key` names it for good, so that it is never kept twice. */
export type KeptPhoto = { readonly key: string; readonly line: number; readonly type: string; readonly file: Blob };

/** An inspection on this device: what was typed, and how far it has been sent. */
export type Kept = {
  /** The Idempotency-Key under which it is handed in, however often that is tried. */
  readonly id: string;
  readonly org: string;
  /** Whose it is: a device may be shared, and nobody sends what another wrote. */
  readonly who: string;
  readonly form: Form;
  readonly typed: Typed;
  readonly photos: readonly KeptPhoto[];
  readonly state: "draft" | "queued";
  /** Once it is handed in: only photos are left to be sent. */
  readonly inspectionId?: string | undefined;
  /** What the API had against it, in the words of that moment. */
  readonly refusal?: readonly string[] | undefined;
  readonly changedAt: number;
};

const DATABASE = "aftercare.inspections";
const STORE = "kept";

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "id" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

/** One transaction, answered once it is written for good and not before. @throws where the browser keeps nothing. */
const within = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const asked = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
};

export const keep = (one: Kept): Promise<unknown> => within("readwrite", (store) => store.put(one));
export const drop = (id: string): Promise<unknown> => within("readwrite", (store) => store.delete(id));
export const keptOne = (id: string): Promise<Kept | undefined> => within("readonly", (store) => store.get(id));

/** What somebody has on this device for a company, the last first. */
export const keptAll = async (org: string, who: string): Promise<readonly Kept[]> => {
  const all: readonly Kept[] = await within("readonly", (store) => store.getAll());
  return all.filter((one) => one.org === org && one.who === who).sort((a, b) => b.changedAt - a.changedAt);
};

/** Whether there is anything to hand in. */
export const isUnsent = ({ state }: Kept): boolean => state === "queued";

/** A new form: nothing is said of any item yet, so that none is passed over. */
export const begun = (org: string, who: string, name: string, form: Form): Kept => ({
  id: crypto.randomUUID(),
  org,
  who,
  form,
  typed: {
    schedule: form.schedule,
    doneAt: new Date(serverTime.now()).toISOString(),
    subject: "",
    department: "",
    people: Array.from({ length: form.people }, (_, at) => ({ name: at === 0 ? name : "", inCharge: at === 0 })),
    lines: [],
  },
  photos: [],
  state: "draft",
  changedAt: serverTime.now(),
});

/** The items of a form in order: the line of each is its place in it, which photos name. */
export const itemsOf = ({ checklists }: Form) =>
  checklists.flatMap(({ id, title, items }) =>
    items.map((item, at) => ({ checklist: id, item, head: at === 0 ? title : undefined })),
  );
