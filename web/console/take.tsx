import { Button } from "antd";
import { useState } from "react";
import type { Failure } from "./api/failure.ts";
import { useDesk } from "./desk.ts";
import { FailureNote } from "./parts.tsx";
import { save } from "./save.ts";

type TakeProps = {
  readonly files: readonly { readonly path: string; readonly says: string }[];
};

/** Files to carry away; a long one comes in parts, each offered once the one before it is there. */
export const Take = ({ files }: TakeProps) => {
  const { client, words } = useDesk();
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [saved, setSaved] = useState<{ name: string; next: string | undefined }>();
  const take = async (path: string): Promise<void> => {
    setBusy(path);
    setFailure(undefined);
    const answer = await client.take(path);
    setBusy(undefined);
    if (!answer.ok) return setFailure(answer.failure);
    const { name, content, next } = answer.value;
    save(name, content);
    setSaved({ name, next });
  };
  return (
    <div className="take">
      {files.map(({ path, says }) => (
        <Button key={says} loading={busy === path} disabled={busy !== undefined} onClick={() => void take(path)}>
          {says}
        </Button>
      ))}
      <span role="status">
        {saved !== undefined && words.take.done(saved.name)}
        {saved?.next !== undefined && ` ${words.take.part}`}
      </span>
      {saved?.next !== undefined && (
        <Button loading={busy === saved.next} onClick={() => void take(saved.next ?? "")}>
          {words.take.next}
        </Button>
      )}
      {failure !== undefined && <FailureNote failure={failure} />}
    </div>
  );
};
