import { both, say, type Text } from "../kernel/text.ts";
import type { Entry } from "./explain-entry.ts";
import { people } from "./explain-words.ts";
import type { OutsideEvent } from "./outside.ts";
import type { Policy } from "./policy.ts";
import { listed } from "./wording.ts";

const asked = ({ fields }: OutsideEvent): Text =>
  fields.length === 0 ? both("") : listedIn(fields.map(({ label }) => label));

const listedIn = (labels: readonly Text[]): Text => {
  const names = listed(labels);
  return say(`（填写：${names["zh-CN"]}）`, ` (with ${names.en})`);
};

const lineOf = (policy: Policy, event: OutsideEvent): Text => {
  const what = asked(event);
  const who = event.by === undefined ? undefined : listed(people(policy, event.by));
  const by = who === undefined ? both("") : say(`，由${who["zh-CN"]}登记`, `, by ${who.en}`);
  return say(`${event.title["zh-CN"]}${what["zh-CN"]}${by["zh-CN"]}`, `${event.title.en}${what.en}${by.en}`);
};

/** What happens outside the workflow and is recorded in a case, with who may; nothing where a policy takes no cases. */
export const eventEntries = (policy: Policy): readonly Entry[] =>
  policy.intake === undefined || policy.events.length === 0
    ? []
    : [
        {
          key: "events",
          title: say(
            "流程外发生、可在案件中登记的事项",
            "What happens outside the steps and can be recorded in a case",
          ),
          rules: [],
          says: [
            ...policy.events.map((event) => lineOf(policy, event)),
            say(
              "可事后补记，须写明原因，两个日期都保留",
              "May be recorded afterwards with a reason; both dates are kept",
            ),
          ],
          examples: [],
        },
      ];
