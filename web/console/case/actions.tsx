import { App, Button } from "antd";
import { useId } from "react";
import type { CaseView } from "../../../shared/api/case-view.ts";
import { offsetOf } from "../api/entered.ts";
import { useDesk } from "../desk.ts";
import { Card } from "../parts.tsx";
import { correctErrands } from "./correct-errand.ts";
import { actErrands, decideErrands, type Errand, extendErrand, noteErrand, stepErrands } from "./errand.ts";
import { ErrandDialog } from "./errand-dialog.tsx";
import { decideExcuseErrands, excuseErrands } from "./excuse-errand.ts";

const Closed = ({ errand }: { errand: Errand }) => {
  const id = useId();
  return (
    <li>
      <Button disabled aria-describedby={id}>
        {errand.title}
      </Button>
      <span id={id}>{errand.closed}</span>
    </li>
  );
};

type ActionsProps = {
  readonly view: CaseView;
  readonly path: string;
  readonly replace: (view: CaseView) => void;
  readonly reload: () => Promise<void>;
  /** The errand whose dialog is open, by its id. */
  readonly open: string | undefined;
  readonly setOpen: (id: string | undefined) => void;
};

/** Exactly what the API says that the caller may do next, and why the rest is not open. */
export const Actions = ({ view, path, replace, reload, open, setOpen }: ActionsProps) => {
  const { locale, words } = useDesk();
  const { message } = App.useApp();
  const { actions } = words;
  const offset = offsetOf(view.receivedAt);
  const steps = [...stepErrands(view, offset), ...actErrands(view, offset)];
  const extend = extendErrand(view, words, locale);
  const decide = [...decideErrands(view, words, locale), ...decideExcuseErrands(view, words, locale)];
  const excuse = excuseErrands(view, words, offset);
  const others = [...(extend === undefined ? [] : [extend]), ...excuse, ...(view.mayNote ? [noteErrand(words)] : [])];
  const all = [...decide, ...steps, ...others, ...correctErrands(view, words, offset)];
  const allowed = [...decide, ...steps.filter(({ closed }) => closed === undefined)];
  const shut = steps.filter(({ closed }) => closed !== undefined);
  const current = all.find(({ id }) => id === open);
  return (
    <Card title={actions.title} className="actions">
      {allowed.length === 0 && <p className="quiet">{actions.nothing}</p>}
      <div className="buttons">
        {allowed.map((errand) => (
          <Button key={errand.id} color="primary" variant="outlined" onClick={() => setOpen(errand.id)}>
            {errand.title}
          </Button>
        ))}
        {others.map((errand) => (
          <Button key={errand.id} onClick={() => setOpen(errand.id)}>
            {errand.title}
          </Button>
        ))}
      </div>
      {shut.length > 0 && (
        <details open={allowed.length === 0}>
          <summary>{actions.notNow}</summary>
          <ul className="shut">
            {shut.map((errand) => (
              <Closed key={errand.id} errand={errand} />
            ))}
          </ul>
        </details>
      )}
      {current !== undefined && (
        <ErrandDialog
          key={current.id}
          errand={current}
          view={view}
          path={path}
          reload={reload}
          done={(next) => {
            replace(next);
            setOpen(undefined);
            void message.success(actions.done(current.title));
          }}
          close={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
};
