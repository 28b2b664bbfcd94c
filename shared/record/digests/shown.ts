import type { List } from "../../digest/digest.ts";
import type { Whole } from "./digests.ts";

/** So many lines of a list stand in a mail; the others are counted, and in the file that it carries. */
const LINES_SHOWN = 10;
/** So many of what has changed. */
export const CHANGES_SHOWN = 5;

/** A list as a mail shows it. */
export const shownOf = ({ of, count, lines }: Whole): List => ({ of, count, first: lines.slice(0, LINES_SHOWN) });
