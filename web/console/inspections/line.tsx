import { Button, Input } from "antd";
import { useId } from "react";
import { useDesk } from "../desk.ts";

type Result = "ok" | "remark" | "na";
const RESULTS: readonly Result[] = ["ok", "remark", "na"];

type LineProps = {
  readonly title: string;
  readonly limit?: string | undefined;
  readonly result: Result | undefined;
  readonly value: string | undefined;
  readonly note: string | undefined;
  readonly photos: number;
  readonly say: (said: { result?: Result; value?: string; note?: string }) => void;
  readonly addPhotos: (files: readonly File[]) => void;
};

/** Chooses photos of a line, from the camera or from the device. */
export const PhotoButton = ({ photos, add }: { photos: number; add: (files: readonly File[]) => void }) => {
  const { inspecting } = useDesk().words;
  const id = useId();
  return (
    <div className="photo-button">
      <input
        id={id}
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,image/heic"
        onChange={({ target }) => {
          add([...(target.files ?? [])]);
          target.value = "";
        }}
      />
      <label htmlFor={id}>{inspecting.addPhotos}</label>
      {photos > 0 && <span>{inspecting.nPhotos(photos)}</span>}
    </div>
  );
};

/** One item: in order, a finding, or not there; a figure where it has a limit; a note and photos. */
export const LineField = ({ title, limit, result, value, note, photos, say, addPhotos }: LineProps) => {
  const { inspecting } = useDesk().words;
  const id = useId();
  return (
    <fieldset className="line">
      <legend>{title}</legend>
      <div className="results">
        {RESULTS.map((one) => (
          <label key={one} className={one === result ? `chosen is-${one}` : undefined}>
            <input type="radio" name={id} checked={one === result} onChange={() => say({ result: one })} />
            {inspecting[one]}
          </label>
        ))}
      </div>
      {limit !== undefined && result !== "na" && (
        <label htmlFor={`${id}value`}>
          {inspecting.value}
          <span className="clock">{inspecting.limit(limit)}</span>
          <Input
            id={`${id}value`}
            inputMode="decimal"
            autoComplete="off"
            value={value ?? ""}
            onChange={({ target }) => say({ value: target.value, ...(result === undefined ? { result: "ok" } : {}) })}
          />
        </label>
      )}
      {result !== undefined && result !== "na" && (
        <>
          <label htmlFor={`${id}note`}>
            {inspecting.note}
            <Input.TextArea
              id={`${id}note`}
              autoSize={{ minRows: 1, maxRows: 6 }}
              maxLength={500}
              value={note ?? ""}
              onChange={({ target }) => say({ note: target.value })}
            />
          </label>
          <PhotoButton photos={photos} add={addPhotos} />
        </>
      )}
    </fieldset>
  );
};

/** What nobody asked for and somebody saw. */
export const FurtherField = ({
  title,
  note,
  photos,
  say,
  addPhotos,
}: Omit<LineProps, "limit" | "result" | "value" | "say"> & {
  readonly say: (said: { title?: string; note?: string }) => void;
}) => {
  const { inspecting } = useDesk().words;
  const id = useId();
  return (
    <fieldset className="line">
      <legend>{inspecting.further}</legend>
      <label htmlFor={`${id}what`}>
        {inspecting.what}
        <Input id={`${id}what`} maxLength={200} value={title} onChange={({ target }) => say({ title: target.value })} />
      </label>
      <label htmlFor={`${id}note`}>
        {inspecting.note}
        <Input.TextArea
          id={`${id}note`}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={500}
          value={note ?? ""}
          onChange={({ target }) => say({ note: target.value })}
        />
      </label>
      <PhotoButton photos={photos} add={addPhotos} />
    </fieldset>
  );
};

/** Adds one more of something. */
export const More = ({ says, add }: { says: string; add: () => void }) => (
  <Button type="dashed" onClick={add}>
    + {says}
  </Button>
);
