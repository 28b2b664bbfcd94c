import { say } from "../../kernel/text.ts";
import type { Refusal } from "../fault.ts";

export const unknownRoute: Refusal = {
  code: "unknown-route",
  says: say("制度没有此流转方式", "the regulation has no such route, or gives nothing to anybody by it"),
  rules: [],
};

export const unknownAssignment: Refusal = {
  code: "unknown-assignment",
  says: say("没有此交办", "there is no such assignment"),
  rules: [],
};
