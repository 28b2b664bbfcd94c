import * as z from "zod";
import { Slug } from "../policy/terms.ts";

/** All regulations that Aftercare is to run, and how many rules each one has. */
export const Register = z.array(
  z.strictObject({
    prefix: z.string().regex(/^[A-Z]{3}$/),
    id: Slug,
    /** The regulation's own Chinese title. */
    title: z.string().min(1),
    weight: z.enum(["A", "B", "C"]),
    rules: z.number().int().positive(),
  }),
);
export type Register = z.infer<typeof Register>;
