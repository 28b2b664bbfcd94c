import * as z from "zod";

/**
 * What a role may do with the cases of its regulation, whatever the regulation itself gives it (§3.8): see them, leave a
 * note, take one in for somebody, carry lists away. Steps, approvals, signatures and the like name their roles themselves.
 */
export const Capability = z.enum(["read", "note", "register", "export"]);
export type Capability = z.infer<typeof Capability>;
