import { say } from "../../kernel/text.ts";
import type { Opens } from "../open.ts";
import { actsAs } from "../roles.ts";
import { allCopies } from "./copies.ts";

/** Copies that wait for exactly this person's acknowledgement; those of others are in the list of copies. */
export const openCopies: Opens = ({ policy }, current, by) =>
  allCopies(policy, current)
    .filter(({ role, acknowledged }) => acknowledged === undefined && role !== undefined && actsAs(by, [role]))
    .map(({ form: { id, title, rules }, n, to }) => ({
      act: "acknowledge",
      of: `${id}-${n}`,
      title: say(`签收${title["zh-CN"]}：${to["zh-CN"]}`, `Acknowledge ${title.en}: ${to.en}`),
      rules,
      path: `copies/${id}/${n}/acknowledgement`,
      given: {},
      fields: [],
    }));
