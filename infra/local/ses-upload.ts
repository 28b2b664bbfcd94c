import type { IncomingMessage } from "node:http";
import busboy from "busboy";

export interface Uploaded {
  readonly mail: Buffer;
  /** To whom it goes, where that is not what its headers say. */
  readonly to: string | undefined;
}

/** Reads the form of the inbox page: a mail file, and perhaps an address. Undefined without a file or above the limit. */
export function readUpload(request: IncomingMessage, limit: number): Promise<Uploaded | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let to: string | undefined;
    let tooLong = false;
    const form = busboy({ headers: request.headers, limits: { files: 1, fileSize: limit } });
    form.on("file", (_name, file) => {
      file.on("data", (chunk: Buffer) => void chunks.push(chunk));
      file.on("limit", () => {
        tooLong = true;
      });
    });
    form.on("field", (name, value) => {
      if (name === "to" && value.trim() !== "") to = value.trim();
    });
    form.on("error", reject);
    form.on("close", () => {
      const mail = Buffer.concat(chunks);
      resolve(tooLong || mail.length === 0 ? undefined : { mail, to });
    });
    request.pipe(form);
  });
}
