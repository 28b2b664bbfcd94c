import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of a text in UTF-8, in hex. Node's own is out of reach of the core; this one costs some microseconds. */
export const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
