import sharp, { type Sharp } from "sharp";

/** In pixels, upright. */
export type Size = { width: number; height: number };

/** Decoded pixels, 8 bits a channel, sRGB without alpha, no larger than the copy that people see. */
export type Picture = { pixels: Uint8Array; width: number; height: number; channels: 1 | 2 | 3 | 4 };

// Process-wide: whatever name a file comes under, libvips opens these three formats and no other (by default it would
// also rasterise SVG, and fetch what the SVG points to).
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
// No photo is decoded twice, so the cache would only hold memory.
sharp.cache(false);

const LONGEST_SIDE = 1600;
/** Far above what 60 megapixels take (about 2 s); a decoder that goes on longer is stopped. */
const SECONDS = 30;

/** `pages: 1`: of an animation the first frame. `failOn: "error"`: a picture that ends early is none. */
const READING = { failOn: "error", pages: 1 } as const;

/** The size from the header alone: costs no more for a picture of a thousand megapixels. Undefined when unreadable. */
export const measureRaster = async (bytes: Uint8Array): Promise<Size | undefined> => {
  const header = await answering(sharp(bytes, { ...READING, limitInputPixels: false }).metadata());
  return header && { width: header.autoOrient.width, height: header.autoOrient.height };
};

/** Decodes a JPEG, PNG or WebP once, turned upright and shrunk. Undefined when it does not decode to its end. */
export const shrinkRaster = (bytes: Uint8Array): Promise<Picture | undefined> =>
  answering(shrink(sharp(bytes, { ...READING, limitInputPixels: false }).autoOrient()));

/** The same for pixels that another decoder made: three channels, upright already. */
export const shrinkPixels = (pixels: Uint8Array, { width, height }: Size): Promise<Picture> =>
  shrink(sharp(pixels, { raw: { width, height, channels: 3 } }));

const shrink = async (image: Sharp): Promise<Picture> => {
  const { data, info } = await image
    .timeout({ seconds: SECONDS })
    .flatten({ background: "white" })
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height, channels: info.channels };
};

/** sharp says with one kind of Error that the photo is bad. Running out of time is not the photo's answer, so it stays thrown. */
const answering = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("timeout")) throw error;
    return undefined;
  }
};
