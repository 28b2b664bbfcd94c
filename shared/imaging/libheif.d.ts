/**
 * The part of libheif-js 1.23 that heic.ts uses: the C functions as the WebAssembly module exports them. The package's
 * own `HeifDecoder` is left aside: it prints to the console on bad files and copies the pixels once more.
 */
declare module "libheif-js/libheif-wasm/libheif-bundle.js" {
  type Opaque<Name extends string> = { readonly opaque: Name };
  type Failure = { code: Opaque<"heif_error_code">; message: string };
  /** `data` is a view into the module's memory: valid until the image is released. */
  type Channel = { data: Uint8Array; width: number; height: number; stride: number };

  export type Libheif = {
    heif_error_code: { heif_error_Ok: Opaque<"heif_error_code"> };
    heif_colorspace: { heif_colorspace_RGB: Opaque<"heif_colorspace"> };
    heif_chroma: { heif_chroma_interleaved_RGB: Opaque<"heif_chroma"> };
    heif_context_alloc: () => Opaque<"heif_context">;
    heif_context_free: (context: Opaque<"heif_context">) => void;
    heif_context_read_from_memory: (context: Opaque<"heif_context">, bytes: Uint8Array) => Failure;
    heif_js_context_get_primary_image_handle: (
      context: Opaque<"heif_context">,
    ) => Opaque<"heif_image_handle"> | Failure;
    heif_image_handle_get_width: (handle: Opaque<"heif_image_handle">) => number;
    heif_image_handle_get_height: (handle: Opaque<"heif_image_handle">) => number;
    heif_image_handle_release: (handle: Opaque<"heif_image_handle">) => void;
    heif_js_decode_image2: (
      handle: Opaque<"heif_image_handle">,
      colorspace: Opaque<"heif_colorspace">,
      chroma: Opaque<"heif_chroma">,
    ) => { image: Opaque<"heif_image">; channels: Channel[] } | Failure;
    heif_image_release: (image: Opaque<"heif_image">) => void;
  };

  const instantiate: (hooks: { print: () => void; printErr: () => void }) => Libheif;
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it.
  export default instantiate;
}
