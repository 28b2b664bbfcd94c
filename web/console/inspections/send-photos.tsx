import { useEffect, useRef } from "react";
import { useDesk } from "../desk.ts";
import { begun, keep } from "./kept.ts";
import { PhotoButton } from "./line.tsx";
import type { Outbox } from "./outbox.ts";

/** So long the photos that have arrived are looked at before they are shown. */
const LOOKED_AT_MS = 2_500;

type SendPhotosProps = {
  readonly inspectionId: string;
  readonly line: number;
  readonly outbox: Outbox;
  readonly done: () => Promise<void>;
};

/** Photos of a line of an inspection that is handed in: kept on the device and sent like those of the form. */
export const SendPhotos = ({ inspectionId, line, outbox, done }: SendPhotosProps) => {
  const { org, words } = useDesk();
  const { person, reload, all } = outbox;
  const waited = useRef(false);
  const here = all.filter((one) => one.inspectionId === inspectionId).flatMap(({ photos }) => photos);
  const waiting = here.filter((photo) => photo.line === line).length;
  useEffect(() => {
    if (waiting > 0) waited.current = true;
    if (waiting > 0 || !waited.current) return;
    waited.current = false;
    const timer = setTimeout(() => void done(), LOOKED_AT_MS);
    return () => clearTimeout(timer);
  }, [waiting, done]);
  const add = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const form = { policy: "", policySays: "", schedule: "", title: "", of: "", mode: "", people: 0, checklists: [] };
    const photos = files.map((file) => ({ key: crypto.randomUUID(), line, type: file.type, file }));
    await keep({ ...begun(org, person.sub, person.name, form), inspectionId, state: "queued", photos });
    await reload();
  };
  return (
    <>
      <PhotoButton photos={waiting} add={(files) => void add(files)} />
      {waiting > 0 && <p role="status">{words.inspecting.photosLeft(waiting)}</p>}
    </>
  );
};
