import { Button } from "antd";
import { useState } from "react";
import type { Errand } from "../case/errand.ts";
import { ErrandDialog } from "../case/errand-dialog.tsx";

type ActsProps = {
  readonly errands: readonly Errand[];
  /** The address that they are sent below. */
  readonly path: string;
  readonly policy: string;
  /** A moment of the office, for its offset. */
  readonly at: string;
  readonly done: () => Promise<void>;
};

/** A button for each thing that may be done, and its form. */
export const EntryActs = ({ errands, path, policy, at, done }: ActsProps) => {
  const [open, setOpen] = useState<string>();
  const current = errands.find(({ id }) => id === open);
  return (
    <div className="take">
      {errands.map(({ id, title }) => (
        <Button key={id} onClick={() => setOpen(id)}>
          {title}
        </Button>
      ))}
      {current !== undefined && (
        <ErrandDialog<unknown>
          key={current.id}
          errand={current}
          view={{ version: 0, policy: { id: policy }, facts: {}, receivedAt: at }}
          path={path}
          reload={done}
          done={() => {
            setOpen(undefined);
            void done();
          }}
          close={() => setOpen(undefined)}
        />
      )}
    </div>
  );
};
