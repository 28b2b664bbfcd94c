import type { Libheif } from "libheif-js/libheif-wasm/libheif-bundle.js";
import type { Size } from "./raster.ts";

/** A HEIC whose header is read and whose pixels are not. Must be closed: the memory is not the garbage collector's. */
export type Heic = {
  /** Upright: libheif turns by the container's `irot` and `imir`, and so does the size it tells. */
  size: Size;
  /**
   * Three bytes a pixel, upright; undefined when it does not decode. EXIF orientation must not be applied on top:
   * phones write both, and the photo would be turned twice.
   */
  decode: () => Uint8Array | undefined;
  close: () => void;
};

/**
 * Reads a HEIC's header; undefined when it has none. No pixel is decoded, so the size can be judged first. A file
 * whose coded picture is larger than its header says is refused by libheif itself, before it allocates.
 */
export const openHeic = async (bytes: Uint8Array): Promise<Heic | undefined> => {
  const lib = await libheif();
  return answering(() => open(lib, bytes));
};

const open = (lib: Libheif, bytes: Uint8Array): Heic | undefined => {
  const context = lib.heif_context_alloc();
  if (lib.heif_context_read_from_memory(context, bytes).code !== lib.heif_error_code.heif_error_Ok) {
    lib.heif_context_free(context);
    return undefined;
  }
  const handle = lib.heif_js_context_get_primary_image_handle(context);
  if ("code" in handle) {
    lib.heif_context_free(context);
    return undefined;
  }
  return {
    size: { width: lib.heif_image_handle_get_width(handle), height: lib.heif_image_handle_get_height(handle) },
    decode: () => answering(() => decode(lib, handle)),
    close: () => {
      if (loaded !== lib) return; // its memory went with it
      lib.heif_image_handle_release(handle);
      lib.heif_context_free(context);
    },
  };
};

/** A hostile file may trap the decoder inside its sandbox. That is a file that does not decode; the sandbox is thrown away. */
const answering = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    loaded = undefined;
    return undefined;
  }
};

type Handle = Parameters<Libheif["heif_image_handle_release"]>[0];

const decode = (lib: Libheif, handle: Handle): Uint8Array | undefined => {
  const decoded = lib.heif_js_decode_image2(
    handle,
    lib.heif_colorspace.heif_colorspace_RGB,
    lib.heif_chroma.heif_chroma_interleaved_RGB,
  );
  if ("code" in decoded) return undefined;
  try {
    const plane = decoded.channels[0];
    return plane && withoutPadding(plane);
  } finally {
    lib.heif_image_release(decoded.image);
  }
};

/** Copies the rows out of libheif's memory (where they are padded, and gone once the image is released). */
const withoutPadding = (plane: { data: Uint8Array; width: number; height: number; stride: number }): Uint8Array => {
  const row = plane.width * 3;
  const pixels = new Uint8Array(row * plane.height);
  for (let y = 0; y < plane.height; y += 1) {
    pixels.set(plane.data.subarray(y * plane.stride, y * plane.stride + row), y * row);
  }
  return pixels;
};

let loaded: Libheif | undefined;

/**
 * Loaded when the first HEIC arrives, because most photos are JPEG and this is 2 MB to parse. One instance is kept: its
 * memory never shrinks, so a second one would cost the largest photo's memory again.
 */
const libheif = async (): Promise<Libheif> => {
  if (loaded === undefined) {
    const { default: instantiate } = await import("libheif-js/libheif-wasm/libheif-bundle.js");
    loaded = instantiate({ print: () => {}, printErr: () => {} }); // its remarks on bad files say nothing that the result does not
  }
  return loaded;
};
