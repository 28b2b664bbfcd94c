import { Alert, Button, Input } from "antd";
import { useId, useMemo, useState } from "react";
import type { FigureList, FigureView } from "../../../shared/api/kpis.ts";
import { createKeys } from "../api/client.ts";
import type { Failure } from "../api/failure.ts";
import { pathTo, useDesk } from "../desk.ts";
import { Deed } from "../moment.tsx";
import { FailureNote } from "../parts.tsx";
import { searchOf } from "../route.ts";
import { Table } from "../table.tsx";

type GivenView = NonNullable<FigureView["given"]>;
type Entered = { readonly numerator: string; readonly denominator: string; readonly note: string };

/** What was typed, with a comma for a point; what is no number is sent as it is, so that the API says what is wrong. */
const typed = (said: string): number | string | undefined => {
  const plain = said.trim().replace(/,/g, "");
  if (plain === "") return undefined;
  const n = Number(plain);
  return Number.isFinite(n) ? n : said;
};

type FieldProps = {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly wrong: string | undefined;
  readonly isNumber: boolean;
  readonly change: (value: string) => void;
};

const Field = ({ title, hint, value, wrong, isNumber, change }: FieldProps) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <Input
        id={id}
        value={value}
        maxLength={isNumber ? 20 : 500}
        {...(isNumber ? { inputMode: "decimal" as const } : {})}
        aria-describedby={`${id}-says`}
        aria-invalid={wrong !== undefined}
        onChange={({ target }) => change(target.value)}
      />
      <p id={`${id}-says`} className={wrong === undefined ? "quiet" : "wrong"}>
        {wrong ?? hint}
      </p>
    </div>
  );
};

type FormProps = {
  readonly of: FigureView;
  readonly given: GivenView;
  readonly policy: string;
  readonly replace: (list: FigureList) => void;
};

const GivenForm = ({ of, given, policy, replace }: FormProps) => {
  const { org, client, words } = useDesk();
  const { kpis: says } = words;
  const keys = useMemo(createKeys, []);
  const [last] = given.history;
  const [entered, setEntered] = useState<Entered>({
    numerator: String(last?.numerator ?? ""),
    denominator: String(last?.denominator ?? ""),
    note: "",
  });
  const [failure, setFailure] = useState<Failure>();
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);
  const wrong = (side: string): string | undefined => failure?.fields.find(({ path }) => path === `/${side}`)?.says;
  const put = (over: Partial<Entered>): void => {
    setDone(false);
    setEntered({ ...entered, ...over });
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    const path = pathTo(org, `/kpis/${of.id}/${encodeURIComponent(of.period)}?${searchOf({ policy })}`);
    const note = entered.note.trim();
    const body = {
      ...Object.fromEntries(given.sides.map((side) => [side, typed(entered[side])])),
      ...(note === "" ? {} : { note }),
    };
    const answer = await client.post<FigureList>(path, { body, key: keys.keyFor(path, body), version: 0 });
    setBusy(false);
    keys.settled();
    setFailure(answer.ok ? undefined : answer.failure);
    setDone(answer.ok);
    if (answer.ok) replace(answer.value);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h4>{says.write(of.says)}</h4>
      <div className="pair">
        {given.sides.map((side) => (
          <Field
            key={side}
            title={says[side]}
            hint={side === "numerator" ? of.above : of.below}
            value={entered[side]}
            wrong={wrong(side)}
            isNumber
            change={(value) => put({ [side]: value })}
          />
        ))}
        <Field
          title={says.note}
          value={entered.note}
          wrong={wrong("note")}
          isNumber={false}
          change={(note) => put({ note })}
        />
      </div>
      {failure !== undefined && <FailureNote failure={failure} />}
      {done && <Alert type="success" showIcon role="status" title={says.saved} />}
      <Button htmlType="submit" type="primary" loading={busy}>
        {says.save}
      </Button>
    </form>
  );
};

/** What somebody writes down of a figure, who may, and who wrote what before. */
export const Given = (props: FormProps) => {
  const { given } = props;
  const { kpis: says } = useDesk().words;
  return (
    <section aria-label={says.given}>
      <h3>{says.given}</h3>
      <p className="quiet">{says.by(given.by.join(", "))}</p>
      {given.history.length === 0 ? (
        <p className="quiet">{says.never}</p>
      ) : (
        <Table
          className="records"
          rows={given.history}
          keyOf={({ at }, place) => `${at} ${place}`}
          columns={[
            { title: says.who, show: ({ by, at }) => <Deed by={by} at={at} /> },
            { title: says.numerator, show: ({ numerator }) => numerator?.toString(), className: "amount" },
            { title: says.denominator, show: ({ denominator }) => denominator?.toString(), className: "amount" },
            { title: says.note, show: ({ note }) => note },
          ]}
        />
      )}
      {given.mayWrite && <GivenForm {...props} />}
    </section>
  );
};
