import { Image } from "antd";
import type { PhotoView } from "../../../shared/api/views.ts";
import { useDesk } from "../desk.ts";
import { Mark } from "../parts.tsx";
import { sayMoment } from "../words/time.ts";

const Photo = ({ photo, n }: { photo: PhotoView; n: number }) => {
  const { locale, words } = useDesk();
  const { photo: say } = words;
  const { damage, thumbnail, copy, capturedAt, uploadedAt, flags, refusal } = photo;
  return (
    <li className="photo">
      {thumbnail === undefined ? (
        <div className="blank">{refusal === undefined ? "…" : say.refused}</div>
      ) : (
        <Image
          src={thumbnail}
          alt={say.alt(words.case.damage(damage), n)}
          width={132}
          height={100}
          preview={{ src: copy ?? thumbnail, cover: say.open }}
        />
      )}
      {refusal !== undefined && <Mark tone="bad">{say.refused}</Mark>}
      {refusal !== undefined && <p>{refusal.says}</p>}
      {flags.map((flag) => (
        <p key={flag} className="flag">
          <Mark tone="wait">{say.flags[flag]}</Mark> {say.flagSays[flag]}
        </p>
      ))}
      <small className="quiet">
        {refusal === undefined && (capturedAt === undefined ? say.untimed : say.taken(sayMoment(capturedAt, locale)))}
        {refusal === undefined && <br />}
        {say.uploaded(sayMoment(uploadedAt, locale))}
      </small>
    </li>
  );
};

/** Photos of one damage as small copies; each opens its large one, from which the others can be leafed through. */
export const Photos = ({ damage, photos }: { damage: number; photos: readonly PhotoView[] }) => {
  const { words } = useDesk();
  if (photos.length === 0) return <p className="quiet">{words.case.noPhotos}</p>;
  return (
    <Image.PreviewGroup>
      <ul className="photos" aria-label={words.case.damage(damage)}>
        {photos.map((photo, place) => (
          <Photo key={photo.photoId} photo={photo} n={place + 1} />
        ))}
      </ul>
    </Image.PreviewGroup>
  );
};
