import { Button } from "antd";
import { useState } from "react";
import { offsetOf } from "../api/entered.ts";
import { ErrandDialog } from "../case/errand-dialog.tsx";
import { type Act, errandOf } from "./errand.ts";

type ActsProps = {
  readonly acts: readonly Act[];
  /** Of what is done: the address that the acts are sent below, and the regulation that it is done by. */
  readonly path: string;
  readonly policy: string;
  /** A moment of the office, for its offset. */
  readonly at: string;
  readonly about: string;
  readonly done: () => Promise<void>;
  /** Added to the address, where one names its regulation so. */
  readonly search?: string;
};

/** A button for each thing that the reader may do now, and its form. */
export const Acts = ({ acts, path, policy, at, about, done, search = "" }: ActsProps) => {
  const [open, setOpen] = useState<string>();
  const offset = offsetOf(at);
  const errands = acts.filter(({ closed }) => closed === undefined).map((act) => errandOf(act, offset));
  const shut = acts.flatMap(({ act, closed }) => (closed === undefined ? [] : [{ act, closed }]));
  const current = errands.find(({ id }) => id === open);
  if (acts.length === 0) return null;
  return (
    <div className="take">
      {shut.map(({ act, closed }) => (
        <span key={act} className="hint">
          {closed}
        </span>
      ))}
      {errands.map(({ id, title }) => (
        <Button key={id} onClick={() => setOpen(id)}>
          {title}
        </Button>
      ))}
      {current !== undefined && (
        <ErrandDialog<unknown>
          key={current.id}
          errand={{ ...current, title: `${current.title}: ${about}`, path: `${current.path}${search}` }}
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
