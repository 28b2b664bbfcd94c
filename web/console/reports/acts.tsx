import { Button, Input } from "antd";
import { useMemo, useState } from "react";
import type { ReportView } from "../../../shared/api/reports.ts";
import { createKeys } from "../api/client.ts";
import type { Failure } from "../api/failure.ts";
import { useDesk } from "../desk.ts";
import { Card, FailureNote } from "../parts.tsx";

type Doing = {
  readonly report: ReportView;
  readonly path: string;
  readonly replace: (report: ReportView) => void;
};

/** What its author writes and does; the words are kept before it is handed in. */
export const Acts = ({ report, path, replace }: Doing) => {
  const { client, words } = useDesk();
  const { reports } = words;
  const keys = useMemo(createKeys, []);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const [told, setTold] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const may = (act: ReportView["acts"][number]) => report.acts.includes(act);
  const send = async (to: string, body: unknown, says?: string): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    setTold(undefined);
    const answer = await client.post<ReportView>(`${path}/${to}`, { body, key: keys.keyFor(to, body), version: 0 });
    setBusy(false);
    keys.settled();
    if (answer.ok) {
      replace(answer.value);
      setTold(says);
    } else setFailure(answer.failure);
    return answer.ok;
  };
  const keep = () => send("texts", { texts }, reports.kept);
  const submit = async (): Promise<void> => {
    if (Object.keys(texts).length === 0 || (await keep())) await send("submission", { content: report.content });
  };
  if (report.acts.length === 0) return null;
  return (
    <Card title={may("correct") ? reports.correct : reports.said}>
      {may("write") &&
        report.lines.map(({ says, text }, at) => (
          <div key={says} style={{ marginBlockEnd: 12 }}>
            <label htmlFor={`line-${at}`}>{says}</label>
            <Input.TextArea
              id={`line-${at}`}
              autoSize={{ minRows: 2, maxRows: 12 }}
              maxLength={8000}
              value={texts[`${at}`] ?? text ?? ""}
              onChange={({ target }) => setTexts({ ...texts, [`${at}`]: target.value })}
            />
          </div>
        ))}
      {may("correct") && (
        <div>
          <label htmlFor="reason">{reports.reason}</label>
          <Input.TextArea
            id="reason"
            value={reason}
            maxLength={2000}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
      )}
      {failure !== undefined && <FailureNote failure={failure} />}
      {told !== undefined && <p role="status">{told}</p>}
      <div className="take">
        {may("submit") && (
          <Button type="primary" loading={busy} onClick={() => void submit()}>
            {reports.submit}
          </Button>
        )}
        {may("write") && (
          <Button disabled={busy || Object.keys(texts).length === 0} onClick={() => void keep()}>
            {reports.keep}
          </Button>
        )}
        {may("compile") && (
          <Button disabled={busy} onClick={() => void send("compilation", {}, reports.compiling)}>
            {reports.compile}
          </Button>
        )}
        {may("correct") && (
          <Button disabled={busy || reason.trim() === ""} onClick={() => void send("correction", { reason })}>
            {reports.correct}
          </Button>
        )}
      </div>
    </Card>
  );
};
