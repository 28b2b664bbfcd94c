import sharp from "sharp";
import type { Picture } from "./raster.ts";

const THUMBNAIL_SIDE = 320;

/**
 * The two JPEGs that people may see. They are made from bare pixels, so there is no metadata that could be carried over
 * (position, maker notes, an embedded preview) and nothing that was appended to the original survives.
 */
export const encode = async (picture: Picture): Promise<{ copy: Uint8Array; thumbnail: Uint8Array }> => {
  const { pixels, ...raw } = picture;
  const copy = await sharp(pixels, { raw }).jpeg({ quality: 82 }).toBuffer();
  const thumbnail = await sharp(pixels, { raw })
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 75 })
    .toBuffer();
  return { copy, thumbnail };
};
