import { say } from "../../kernel/text.ts";
import type { Line } from "./line.ts";

/** The new case by what it is called now, which may not be what it was called then (AS-41). */
export const superseded: Line<"superseded"> = ({ number }, { current }) => ({
  what: say("由新案代替", "A new case takes its place"),
  detail: [current.supersededBy?.number ?? number],
});

/** Staff alone: customers are told of no case but their own, and see its number where it stands in the place of theirs. */
export const linkNumbered: Line<"linkNumbered"> = ({ number }, { reader }) =>
  reader === "staff" ? { what: say("关联案件已编号", "A linked case has its number"), detail: [number] } : undefined;

/** The customer reads that it goes on; why, the house keeps to itself. */
export const caseReopened: Line<"caseReopened"> = ({ reason }, { reader }) => ({
  what: say("重新受理", "Taken up again"),
  detail: reader === "staff" ? [reason] : [],
});
