import { Alert, Button, Input } from "antd";
import { useId, useMemo, useState } from "react";
import type * as z from "zod";
import type { CollationReply, OpinionView } from "../../../shared/api/opinions.ts";
import { createKeys } from "../api/client.ts";
import type { Failure } from "../api/failure.ts";
import { useDesk } from "../desk.ts";
import { Listing } from "../list/listing.tsx";
import { usePages } from "../list/pages.ts";
import { Card, FailureNote } from "../parts.tsx";
import { hashOf } from "../route.ts";
import { Table } from "../table.tsx";

/** As many are made cases of at once. */
const MOST = 25;

const idOf = ({ opinionId }: OpinionView): string => opinionId;

const CaseOf = ({ of }: { of: OpinionView["case"] }) => {
  const { org, words } = useDesk();
  if (of === undefined) return null;
  return (
    <>
      <a href={hashOf({ org, caseId: of.caseId })}>{of.number || words.list.provisional}</a> {of.department}
    </>
  );
};

const Said = ({ of }: { of: OpinionView }) => (
  <>
    {of.scores.map(({ question, title, label }) => (
      <p key={question} className="quiet">
        {title}: {label}
      </p>
    ))}
    {of.comment}
  </>
);

type CollateProps = {
  readonly path: string;
  readonly chosen: readonly string[];
  readonly done: () => void;
};

/** Names the department that deals with what was chosen, and makes cases of it. */
const Collate = ({ path, chosen, done }: CollateProps) => {
  const { client, words } = useDesk();
  const { opinions } = words;
  const field = useId();
  const keys = useMemo(createKeys, []);
  const [department, setDepartment] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [made, setMade] = useState(0);
  const collate = async (): Promise<void> => {
    const body = { opinions: chosen, department };
    setBusy(true);
    setFailure(undefined);
    const key = keys.keyFor(path, body);
    const answer = await client.post<z.infer<typeof CollationReply>>(`${path}/collation`, { body, key, version: 0 });
    setBusy(false);
    keys.settled();
    if (!answer.ok) return setFailure(answer.failure);
    setMade(answer.value.items.filter(({ outcome }) => outcome === "filed").length);
    done();
  };
  return (
    <>
      <p className="choice">
        <label htmlFor={field}>{opinions.department}</label>
        <Input id={field} value={department} maxLength={100} onChange={({ target }) => setDepartment(target.value)} />
      </p>
      <div className="take">
        <Button
          type="primary"
          loading={busy}
          disabled={chosen.length === 0 || chosen.length > MOST || department.trim() === ""}
          onClick={() => void collate()}
        >
          {opinions.collate(chosen.length)}
        </Button>
        <span className="quiet">{chosen.length > MOST ? opinions.most(MOST) : opinions.hint}</span>
      </div>
      {failure !== undefined && <FailureNote failure={failure} />}
      {failure?.fields.map(({ path: at, says }) => (
        <Alert key={at} type="error" title={says} />
      ))}
      {made > 0 && <Alert type="success" showIcon role="status" title={opinions.made(made)} />}
    </>
  );
};

/** What customers were not satisfied with, or wrote; where the regulation has a way for it, it becomes cases from here. */
export const OpinionsCard = ({ path: campaign, collates }: { path: string; collates: boolean }) => {
  const { words } = useDesk();
  const { opinions } = words;
  const path = `${campaign}/opinions`;
  const pages = usePages<OpinionView>(`${path}?limit=50`, idOf);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (id: string, on: boolean): void =>
    setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const done = (): void => {
    setChosen([]);
    void pages.reload();
  };
  return (
    <Card title={opinions.title}>
      <Listing pages={pages} none={opinions.none}>
        {(items) => (
          <Table
            className="records"
            rows={items}
            keyOf={idOf}
            columns={[
              {
                title: opinions.choose,
                show: ({ opinionId, name, state }) =>
                  collates && state.id === "open" ? (
                    <input
                      type="checkbox"
                      aria-label={opinions.chooseOf(name)}
                      checked={chosen.includes(opinionId)}
                      onChange={({ target }) => choose(opinionId, target.checked)}
                    />
                  ) : undefined,
              },
              { title: opinions.who, show: ({ name }) => name },
              { title: opinions.said, show: (one) => <Said of={one} /> },
              {
                title: opinions.state,
                show: ({ state, changed }) => (changed ? `${state.says}（${opinions.changed}）` : state.says),
              },
              { title: opinions.case, show: ({ case: of }) => of && <CaseOf of={of} /> },
            ]}
          />
        )}
      </Listing>
      {collates && <Collate path={path} chosen={chosen} done={done} />}
    </Card>
  );
};
