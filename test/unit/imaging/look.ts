import sharp from "sharp";
import { type Inspection, inspect } from "../../../shared/imaging/imaging.ts";

/** Inspected as the photo function does it, for a customer in China. */
export const look = (bytes: Uint8Array) => inspect(bytes, { offset: "+08:00" });

export const accepted = async (bytes: Uint8Array): Promise<Inspection> => {
  const result = await look(bytes);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** The colour of one pixel, places given as parts of the width and height. */
export const colour = async (jpeg: Uint8Array, x: number, y: number): Promise<number[]> => {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + 3)];
};
