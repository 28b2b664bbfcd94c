import { Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useDesk } from "../desk.ts";
import { FailureNote } from "../parts.tsx";
import type { Pages } from "./pages.ts";

type ListingProps<Item> = {
  readonly pages: Pages<Item>;
  /** What is said where there is nothing. */
  readonly none: string;
  readonly children: (items: readonly Item[]) => ReactNode;
};

/** A list with what is said of it: that it loads, that there is nothing, how much is shown, and that there is more. */
export const Listing = <Item,>({
  pages: { items, failure, loading, reload, next, more },
  none,
  children,
}: ListingProps<Item>) => {
  const { words } = useDesk();
  const { list } = words;
  const empty = items?.length === 0;
  // a page that a filter left empty may be followed by others
  const nothing = empty && next === undefined;
  return (
    <>
      {failure !== undefined && <FailureNote failure={failure} again={() => void reload()} />}
      {items === undefined && loading && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {items !== undefined && !empty && children(items)}
      <div className="foot">
        <div role="status">
          {nothing && <p className="card empty">{none}</p>}
          {items !== undefined && !nothing && <span className="quiet">{list.shown(items.length)}</span>}
          {more === "failed" && <span> {words.failed.unreachable}</span>}
        </div>
        {items !== undefined && (
          <Button size="small" loading={loading} onClick={() => void reload()}>
            {words.refresh}
          </Button>
        )}
      </div>
      {next !== undefined && (
        <Button block loading={more === "loading"} onClick={() => void next()}>
          {list.more}
        </Button>
      )}
    </>
  );
};
