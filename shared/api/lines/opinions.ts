import { say } from "../../kernel/text.ts";
import type { Line } from "./line.ts";

/** That a case was what its customer said in a survey; who is responsible is the house's own. */
export const opinionCollated: Line<"opinionCollated"> = ({ title, department }, { reader, locale }) => ({
  what: say("来自满意度调查的意见", "Said in a survey"),
  detail: reader === "staff" ? [title, `${say("责任部门：", "Department: ")[locale]}${department}`] : [title],
});
