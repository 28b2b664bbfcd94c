import { say } from "../../kernel/text.ts";
import { people } from "../../policy/explain-words.ts";
import type { Field } from "../../policy/field.ts";
import type { Opens } from "../open.ts";
import { METHOD_WORDS, METHODS } from "./methods.ts";
import { closedSignoff } from "./sign.ts";
import { notTheirs } from "./signers.ts";
import { signoffsOf } from "./signoffs.ts";

/** What is asked of whoever signs. */
const FIELDS: readonly Field[] = [
  { rules: [], id: "name", type: "text", label: say("签字人", "Name"), required: true, max: 100 },
  {
    rules: [],
    id: "method",
    type: "choice",
    label: say("签字方式", "How"),
    required: true,
    of: METHODS.map((value) => ({ value, label: METHOD_WORDS[value] })),
  },
  { rules: [], id: "signedAt", type: "moment", label: say("签字时间", "Signed at"), required: false },
  { rules: [], id: "photoId", type: "text", label: say("照片编号", "Photo"), required: false, max: 64 },
  { rules: [], id: "remark", type: "longText", label: say("意见", "Remark"), required: false, max: 2000 },
];

/** What somebody can sign or write down as signed: one act for each who must still sign. */
export const openSignatures: Opens = ({ policy }, current, by) =>
  signoffsOf(policy, current)
    .filter((one) => closedSignoff(policy, current, one) === undefined)
    .flatMap(({ signoff, missing }) =>
      missing.map((role) => {
        const [who = say(role, role)] = people(policy, [role]);
        const { title, rules, id } = signoff;
        return {
          act: "sign",
          of: id,
          title: say(`${title["zh-CN"]}：${who["zh-CN"]}`, `${title.en}: ${who.en}`),
          rules,
          path: "signatures",
          given: { signoff: id, by: role },
          fields: FIELDS,
          closed: notTheirs(policy, by, role, rules),
        };
      }),
    );
