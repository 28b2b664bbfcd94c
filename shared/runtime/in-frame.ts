import type { DigestLetter } from "../mail/digest.ts";
import { asSeen } from "../mail/frame.ts";
import { pngOf } from "./png.ts";

type Shown = Pick<DigestLetter, "html"> & Partial<Pick<DigestLetter, "pictures">>;

/** A letter for a frame without any rights: its pictures stand in it, since a frame has no mail to take them from. */
export const inFrame = ({ html, pictures = [] }: Shown, scheme: "light" | "dark"): string =>
  pictures.reduce(
    (so, { cid, chart }) => {
      const png = Buffer.from(pngOf(chart)).toString("base64");
      return so.replace(`cid:${cid}"`, `data:image/png;base64,${png}"`);
    },
    asSeen(html, scheme, pictures.length === 0 ? undefined : "img-src data:"),
  );
