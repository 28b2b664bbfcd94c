import { useCallback, useState } from "react";
import type { CaseList } from "../../../shared/api/list-view.ts";
import type { Failure } from "../api/failure.ts";
import { useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";

type More = "idle" | "loading" | "failed";

export type Pages<Item> = {
  readonly items: readonly Item[] | undefined;
  readonly failure: Failure | undefined;
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
  /** Fetches what comes after what is shown; absent at the end. */
  readonly next: (() => Promise<void>) | undefined;
  readonly more: More;
};

const after = (path: string, cursor: string): string =>
  `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;

type Page<Item> = { readonly items: readonly Item[]; readonly cursor?: string | undefined };

/** A list page by page: what is shown stays, and what moved meanwhile is not shown twice. `idOf` must be the same each time. */
export const usePages = <Item>(path: string, idOf: (item: Item) => string): Pages<Item> => {
  const { client } = useDesk();
  const ask = useCallback(() => client.get<Page<Item>>(path), [client, path]);
  const { value, failure, loading, reload, replace } = useLoaded(ask);
  const [more, setMore] = useState<More>("idle");
  const loadNext = async (): Promise<void> => {
    if (value?.cursor === undefined) return;
    setMore("loading");
    const next = await client.get<Page<Item>>(after(path, value.cursor));
    setMore(next.ok ? "idle" : "failed");
    if (!next.ok) return;
    const seen = new Set(value.items.map(idOf));
    replace({ ...next.value, items: [...value.items, ...next.value.items.filter((item) => !seen.has(idOf(item)))] });
  };
  return {
    items: value?.items,
    failure,
    loading,
    reload,
    next: value?.cursor === undefined ? undefined : loadNext,
    more,
  };
};

type CaseItem = CaseList["items"][number];

const idOfCase = ({ caseId }: CaseItem): string => caseId;

/** A list of cases page by page. */
export const useCasePages = (path: string): Pages<CaseItem> => usePages(path, idOfCase);
