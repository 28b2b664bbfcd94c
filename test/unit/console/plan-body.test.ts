import { describe, expect, test } from "vitest";
import { failureOf } from "../../../web/console/api/failure.ts";
import { faultsAt, planOf, type Typed, typedOf } from "../../../web/console/campaigns/plan-body.ts";
import { plan } from "../../fixtures/surveys.ts";

const typed: Typed = {
  survey: "owners/owner-satisfaction",
  title: "Owners",
  audience: "customers",
  where: [{ by: " building ", is: "A" }, { by: "", is: "nothing" }, {}],
  sendOn: "2026-10-12",
  remind2: "2026-10-26",
  closesOn: "2026-11-20",
};

describe("a plan as it is typed", () => {
  test("is the plan that the API takes: empty conditions and reminders are none", () => {
    expect(planOf(typed)).toEqual({
      survey: "owner-satisfaction",
      title: "Owners",
      audience: { is: "customers", where: { building: "A" } },
      sendOn: "2026-10-12",
      remindOn: ["2026-10-26"],
      closesOn: "2026-11-20",
    });
  });

  test.each([
    ["customers of a group", plan({ audience: { is: "customers", where: { building: "A" } } })],
    ["a day since which cases were closed", plan({ audience: { is: "closedSince", since: plan().sendOn } })],
  ])("comes back as it was, to be changed: %s", (_why, one) => {
    expect(planOf(typedOf("owners", one))).toEqual(one);
  });

  test("nothing typed at all is left to the API to refuse", () => {
    expect(planOf({}).title).toBe("");
  });
});

describe("what the API says of it stands at the field", () => {
  const said = (path: string, form: Typed = typed) => {
    const fault = { path, code: "invalid", says: "no" };
    const { at, rest } = faultsAt(failureOf(400, { fields: [fault] }), form);
    return at[0]?.name ?? rest[0];
  };
  test.each([
    ["/title", "title"],
    ["/audience/since", "since"],
    ["/sendOn", "sendOn"],
    ["/closesOn", "closesOn"],
    ["/remindOn", "remind2"],
    ["/remindOn/0", "remind2"],
    ["/audience/where/x", "no"],
  ])("%s", (path, name) => {
    expect(said(path)).toBe(name);
  });

  test("of two reminders each at its own", () => {
    const both = { ...typed, remind1: "2026-10-20" };
    expect([said("/remindOn/0", both), said("/remindOn/1", both)]).toEqual(["remind1", "remind2"]);
  });
});
