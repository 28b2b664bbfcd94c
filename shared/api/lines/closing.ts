import { say } from "../../kernel/text.ts";
import type { Line } from "./line.ts";

export const superseded: Line<"superseded"> = ({ number }) => ({
  what: say("由新案代替", "A new case takes its place"),
  detail: [number],
});

/** The customer reads that it goes on; why, the house keeps to itself. */
export const caseReopened: Line<"caseReopened"> = ({ reason }, { reader }) => ({
  what: say("重新受理", "Taken up again"),
  detail: reader === "staff" ? [reason] : [],
});
