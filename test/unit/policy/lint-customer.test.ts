import { describe, expect, test } from "vitest";
import { readWritten, written } from "../../../infra/policy/files.ts";
import { lintCustomer } from "../../../shared/policy/lint-customer.ts";
import { problemsOf, type Sections } from "./sections.ts";

const text = (said: string) => ({ "zh-CN": said, en: said });
const rule = (fields: readonly string[], more: object = {}) => ({
  id: "internal",
  title: text("internal"),
  rules: ["SMW-02"],
  fields,
  mask: "hidden",
  ...more,
});

/** The small policy as one that keeps who was at fault among its staff, and opens what the step and an event say of it. */
const opening =
  (protects: ReturnType<typeof rule>, opened: readonly string[]) =>
  (p: Sections): void => {
    p.privacy = [protects];
    const blame = [
      { id: "answer", type: "longText", label: text("answer") },
      { id: "liability", type: "text", label: text("liability") },
      {
        id: "shares",
        type: "list",
        label: text("shares"),
        fields: [{ id: "person", type: "text", label: text("who") }],
      },
    ];
    p.workflow.steps[0].fields = [...p.workflow.steps[0].fields, ...blame];
    p.workflow.steps[0].customerSees = opened;
    (p as { events?: unknown }).events = [
      {
        id: "finding",
        title: text("finding"),
        fields: blame.filter(({ type }) => type !== "list"),
        customerSees: opened.filter((name) => name !== "shares"),
      },
    ];
  };

const said = (change: (p: Sections) => void) =>
  problemsOf(change)
    .filter(({ code }) => code === "customer-sees-hidden")
    .map(({ severity, path }) => [severity, path]);

describe("CCF-31 what a privacy rule keeps from customers", () => {
  test("is opened to them neither by a step nor by an event: the policy is not published, and says where", () => {
    expect(said(opening(rule(["liability"]), ["answer", "liability"]))).toEqual([
      ["error", "workflow.steps[0].customerSees[1]"],
      ["error", expect.stringMatching(/^events\[\d+\]\.customerSees\[1\]$/)],
    ]);
    const [first] = problemsOf(opening(rule(["liability"]), ["liability"])).filter(
      ({ code }) => code === "customer-sees-hidden",
    );
    expect(first?.says).toMatch(/"liability", which the privacy rule "internal" keeps from them/);
  });

  test("nor inside a list of blocks that is opened as a whole", () => {
    expect(said(opening(rule(["person"]), ["shares"]))).toEqual([["error", "workflow.steps[0].customerSees[0]"]]);
  });

  test.each([
    ["what no rule protects may be opened", rule(["liability"]), ["answer"]],
    ["what the rule lets the reporter read", rule(["liability"], { readableBy: ["clerk", "reporter"] }), ["liability"]],
    ["what the rule lets a party read", rule(["liability"], { readableBy: ["user"] }), ["liability"]],
  ])("%s", (_why, protects, opened) => {
    expect(said(opening(protects, opened))).toEqual([]);
  });

  test("a mask that leaves some of it, for staff alone, keeps it from customers as well", () => {
    expect(
      said(opening(rule(["liability"], { readableBy: ["clerk"], mask: "last-four" }), ["liability"])),
    ).toHaveLength(2);
  });
});

test.each(written())("%s opens nothing to customers that it keeps from them", (id) => {
  const { policy } = readWritten(id);
  expect(policy && lintCustomer(policy)).toEqual([]);
});
