import * as z from "zod";

/** A moment with the office's offset, as people read it: 2026-10-11T00:00:00+08:00. */
export const Shown = z.string().meta({ examples: ["2026-10-11T00:00:00+08:00"] });
