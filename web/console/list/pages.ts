import { useCallback, useState } from "react";
import type { CaseList } from "../../../shared/api/list-view.ts";
import type { Failure } from "../api/failure.ts";
import { useDesk } from "../desk.ts";
import { useLoaded } from "../hooks.ts";

type More = "idle" | "loading" | "failed";

export type Pages = {
  readonly items: CaseList["items"] | undefined;
  readonly failure: Failure | undefined;
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
  /** Fetches what comes after what is shown; absent at the end. */
  readonly next: (() => Promise<void>) | undefined;
  readonly more: More;
};

const after = (path: string, cursor: string): string =>
  `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;

/** A list page by page: what is shown stays, and a case that moved meanwhile is not shown twice. */
export const usePages = (path: string): Pages => {
  const { client } = useDesk();
  const ask = useCallback(() => client.get<CaseList>(path), [client, path]);
  const { value, failure, loading, reload, replace } = useLoaded(ask);
  const [more, setMore] = useState<More>("idle");
  const loadNext = async (): Promise<void> => {
    if (value?.cursor === undefined) return;
    setMore("loading");
    const next = await client.get<CaseList>(after(path, value.cursor));
    setMore(next.ok ? "idle" : "failed");
    if (!next.ok) return;
    const seen = new Set(value.items.map(({ caseId }) => caseId));
    replace({ ...next.value, items: [...value.items, ...next.value.items.filter(({ caseId }) => !seen.has(caseId))] });
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
