import { expect, test } from "vitest";
import { eventEntries } from "../../../shared/policy/explain-events.ts";
import { invented } from "../../fixtures/invented.ts";

test("a page of a regulation says what can be recorded beside its steps, what is asked with it and by whom", () => {
  const label = { "zh-CN": "地点", en: "place" };
  const policy = invented({
    events: [
      { id: "called", title: { "zh-CN": "去电", en: "Called" } },
      {
        id: "moved",
        title: { "zh-CN": "移机", en: "Moved" },
        by: ["head"],
        fields: [{ id: "place", type: "text", label }],
      },
    ],
  });
  const [entry] = eventEntries(policy);
  expect(entry?.says.map(({ en }) => en)).toEqual([
    "Called",
    "Moved (with place), by head",
    "May be recorded afterwards with a reason; both dates are kept",
  ]);
  expect(entry?.says[1]?.["zh-CN"]).toBe("移机（填写：地点），由head登记");
  expect(eventEntries(invented())).toEqual([]);
  expect(eventEntries(invented({ intake: undefined, events: policy.events }))).toEqual([]);
});
