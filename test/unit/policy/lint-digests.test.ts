import { expect, test } from "vitest";
import { type Broken, problemsOf } from "./broken.ts";

const digest =
  (over: object) =>
  (p: Broken): void => {
    p.roles.push({ id: "shut", title: { "zh-CN": "外部", en: "shut out" }, may: [] });
    const examples = [{ why: "a Monday", from: "2026-03-02", to: "2026-03-08", gives: ["2026-03-02"] }];
    const title = { "zh-CN": "汇总", en: "digest" };
    p["digests" as keyof Broken] = [
      { id: "weekly", title, every: "week", to: ["clerk"], rules: ["SMW-02"], examples, ...over },
    ];
  };

test("a digest that a rule asks for holds", () => {
  expect(problemsOf(digest({}))).toEqual([]);
});

test.each<{ why: string; change: (p: Broken) => void; code: string; path: string; says: RegExp }>([
  {
    why: "a digest to nobody",
    change: digest({ to: ["boss"] }),
    code: "unknown-role",
    path: "digests[0].to[0]",
    says: /boss/,
  },
  {
    why: "a digest to who may not read the cases",
    change: digest({ to: ["shut"] }),
    code: "role-cannot-read",
    path: "digests[0].to",
    says: /shut/,
  },
  {
    why: "the eighth day of a week",
    change: digest({ on: 8 }),
    code: "no-such-day",
    path: "digests[0].on",
    says: /8/,
  },
  {
    why: "a digest that no rule asks for and that is not listed as assumed",
    change: digest({ rules: [] }),
    code: "assumption-not-listed",
    path: "digests[0]",
    says: /digests\.weekly/,
  },
  {
    why: "an example that does not come out",
    change: digest({
      examples: [{ why: "no working day", from: "2026-02-16", to: "2026-02-22", gives: ["2026-02-16"] }],
    }),
    code: "example-fails",
    path: "digests[0].examples[0]",
    says: /none/,
  },
])("$why", ({ change, code, path, says }) => {
  expect(problemsOf(change)).toEqual([
    expect.objectContaining({ code, path, severity: "error", says: expect.stringMatching(says) }),
  ]);
});
