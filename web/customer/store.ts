import type { PhotosReply } from "../../shared/api/bodies.ts";

export type Ticket = PhotosReply["tickets"][number];

/** A photo that was chosen: first with the draft, then with its case until it has arrived. */
export type Kept = {
  readonly id: string;
  /** `draft:<address>?<policy>` or the case's id. */
  readonly place: string;
  /** In a draft the block it was chosen in, in a case the number of the damage. */
  readonly damage: number;
  readonly file: Blob;
  readonly name: string;
  readonly type: string;
  readonly ticket?: Ticket | undefined;
  readonly sent?: boolean | undefined;
};

export type PhotoStore = {
  /** Whether photos survive the page. */
  readonly durable: boolean;
  all(place: string): Promise<readonly Kept[]>;
  put(photo: Kept): Promise<void>;
  remove(id: string): Promise<void>;
};

const inMemory = (): PhotoStore => {
  const photos = new Map<string, Kept>();
  return {
    durable: false,
    all: async (place) => [...photos.values()].filter((photo) => photo.place === place),
    put: async (photo) => {
      photos.set(photo.id, photo);
    },
    remove: async (id) => {
      photos.delete(id);
    },
  };
};

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const onDisk = (database: IDBDatabase): PhotoStore => {
  const photos = (mode: IDBTransactionMode) => database.transaction("photos", mode).objectStore("photos");
  return {
    durable: true,
    all: (place) => settled<Kept[]>(photos("readonly").index("place").getAll(place)),
    put: async (photo) => {
      await settled(photos("readwrite").put(photo));
    },
    remove: async (id) => {
      await settled(photos("readwrite").delete(id));
    },
  };
};

const openDatabase = (): Promise<IDBDatabase> => {
  const request = indexedDB.open("aftercare", 1);
  request.onupgradeneeded = () =>
    request.result.createObjectStore("photos", { keyPath: "id" }).createIndex("place", "place");
  return settled(request);
};

/** The photos of this browser. Where it keeps none (private windows, a full disk) they live as long as the page. */
export const openStore = async (): Promise<PhotoStore> => {
  const memory = inMemory();
  let disk: PhotoStore;
  try {
    disk = onDisk(await openDatabase());
  } catch {
    return memory; // no store is an expected answer here, and the page works without
  }
  let durable = true;
  return {
    get durable() {
      return durable;
    },
    all: async (place) => [...(await disk.all(place)), ...(await memory.all(place))],
    put: async (photo) => {
      try {
        await disk.put(photo);
        await memory.remove(photo.id);
      } catch {
        durable = false; // a full disk: this photo lives as long as the page
        await memory.put(photo);
      }
    },
    remove: async (id) => {
      await memory.remove(id);
      await disk.remove(id);
    },
  };
};
