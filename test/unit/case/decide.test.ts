import { describe, expect, test } from "vitest";
import { type Command, decide } from "../../../shared/case/decide.ts";
import { codeOf, complaint, photo, reporter, sh, staff, step, story } from "../../fixtures/cases.ts";
import { invented, inventedBody, inventedSource } from "../../fixtures/invented.ts";

const desk = staff("afterSales");
const director = staff("operationsDirector");
const noon = sh("2026-03-11 12:00");
const liability = step("set-liability", { liability: "logistics", liabilityReason: "运输途中挤压" });
const plan: Command = { do: "requestExtension", clock: "plan", newDue: "2026-03-20", reason: "模具返修" };
const opened = () => story(sh("2026-03-10 09:30"));
const kept = (n: number, damage: number, content?: string) =>
  ({ type: "photoKept", at: noon, by: reporter, photo: photo(n, damage, content) }) as const;

describe("a step that exists only for some cases", () => {
  const branched = invented({
    facts: [{ id: "loss", type: "flag", label: { "zh-CN": "有损失", en: "loss" } }],
    workflow: {
      ...(inventedSource().workflow as object), // an object, as written there
      steps: [
        {
          id: "claim",
          title: { "zh-CN": "索赔", en: "claim" },
          rules: ["INV-01"],
          from: ["OPEN"],
          when: { loss: true },
          to: "ANSWERED",
          by: ["desk"],
          event: "answered",
        },
        {
          id: "close",
          title: { "zh-CN": "结案", en: "close" },
          from: ["OPEN", "ANSWERED"],
          to: "CLOSED",
          by: ["desk"],
          event: "closed",
        },
      ],
    },
  });

  test.each([
    { why: "it is closed to the others, with the clause", facts: { loss: false }, code: "not-for-this-case" },
    { why: "it is open where its condition holds", facts: { loss: true }, code: undefined },
  ])("$why", ({ facts, code }) => {
    const { book, current } = story(sh("2026-03-10 09:30"), inventedBody(), branched);
    const decision = decide(book, { ...current(), facts }, step("claim"), {
      by: staff("desk"),
      at: sh("2026-03-10 10:00"),
    });
    expect(decision.ok ? undefined : decision.error).toEqual(
      code === undefined ? undefined : { code, rules: ["INV-01"], only: { "zh-CN": "有损失为是", en: "loss is yes" } },
    );
  });
});

describe("who may do what, and when", () => {
  test.each([
    ["a step nobody wrote down", desk, step("fly"), "unknown-step"],
    ["the customer takes no steps", reporter, step("accept"), "not-your-role"],
    ["the engine takes none either", { kind: "system" } as const, step("accept"), "not-your-role"],
    ["a role of another regulation", staff("warehouse"), step("accept"), "not-your-role"],
    ["no role at all", staff(), step("accept"), "not-your-role"],
    ["the role is asked before the state", director, step("close"), "not-your-role"],
    ["the right role in the wrong state", desk, step("close"), "wrong-state"],
    ["an answer is missing", desk, step("classify", { productLine: "gate" }), "bad-fields"],
    ["an answer that the step does not ask", desk, step("accept", { sesame: 1 }), "bad-fields"],
    [
      "AS-12 reclassified to what is for gates only",
      desk,
      step("classify", { category: "1-2-2", productLine: "pipe" }),
      "bad-fields",
    ],
    ["a note by a role that may only read", staff("quality"), { do: "note", text: "hm" } as const, "not-your-role"],
    ["a note by the customer", reporter, { do: "note", text: "hm" } as const, "not-your-role"],
    ["a clock that cannot be extended", desk, { ...plan, clock: "tea" } as Command, "unknown-clock"],
    ["a clock that has not started", desk, { ...plan, clock: "execution" } as Command, "clock-not-running"],
    ["AS-08 asked by who may not ask", director, plan, "not-your-role"],
    ["a due earlier than the present one", desk, { ...plan, newDue: "2026-03-13" } as Command, "bad-fields"],
    ["the present due itself", desk, { ...plan, newDue: "2026-03-16" } as Command, "bad-fields"],
    ["a due that is no time", desk, { ...plan, newDue: "whenever" } as Command, "bad-fields"],
    ["a due on a day that there is not", desk, { ...plan, newDue: "2026-02-30" } as Command, "bad-fields"],
    ["a due on the 45th", desk, { ...plan, newDue: "2026-13-45" } as Command, "bad-fields"],
    [
      "the last day that can be written, whose end cannot",
      desk,
      { ...plan, newDue: "9999-12-31" } as Command,
      "bad-fields",
    ],
    ["a due without its offset", desk, { ...plan, newDue: "2026-03-20T12:00:00" } as Command, "bad-fields"],
    [
      "AS-08 a reason of nothing but control characters",
      desk,
      { ...plan, reason: "\u0000 \u0007" } as Command,
      "bad-fields",
    ],
    [
      "a decision on nothing",
      director,
      { do: "decideExtension", extension: "plan-1", approve: true } as const,
      "unknown-extension",
    ],
  ])("refused: %s", (_why, by, command, code) => {
    const told = opened();
    expect(codeOf(told.ask(noon, by, command))).toBe(code);
    expect(told.timeline()).toHaveLength(1);
  });

  test("a step tells what it needs: the roles and states by their names", () => {
    expect(opened().ask(noon, desk, step("close"))).toMatchObject({
      error: { code: "wrong-state", state: { en: "Received" }, needs: [{ en: "Carried out" }] },
    });
    expect(opened().ask(noon, reporter, plan)).toMatchObject({
      error: { needs: [{ "zh-CN": "售后服务部" }, { "zh-CN": "售后服务部经理" }], rules: ["DFA-04", "DFA-07"] },
    });
  });

  test("a step changes only the facts that it says it sets", () => {
    const told = story(noon, complaint({ category: "2-4", damages: [] }));
    told.must(noon, desk, step("accept"));
    told.must(noon, desk, step("classify", { category: "2-5", productLine: "pipe", classifyReason: "更正" }));
    told.must(noon, desk, liability);
    expect(told.current().facts).toMatchObject({ category: "2-5", productLine: "pipe" });
    expect(Object.keys(told.current().facts)).not.toContain("classifyReason");
    expect(told.current().state).toBe("LIABILITY_SET");
  });
});

describe("evidence closes the liability decision and nothing else", () => {
  const withFive = () => {
    const told = opened();
    told.must(noon, desk, step("accept"));
    told.add(kept(1, 1), kept(2, 1), kept(3, 1), kept(4, 2), kept(5, 2));
    return told;
  };

  test("AS-10 five photos of two damages do not do; the third of the second does", () => {
    const told = withFive();
    const refused = told.ask(noon, desk, liability);
    expect(refused).toMatchObject({
      error: { code: "evidence-incomplete", needs: [{ damage: 2, have: 2, need: 3 }] },
    });
    told.add(kept(6, 2));
    told.must(noon, desk, liability);
  });

  test("AS-11 a third photo that is the same as another does not do", () => {
    const told = withFive();
    told.add(kept(6, 2, "content 5"));
    expect(codeOf(told.ask(noon, desk, liability))).toBe("evidence-incomplete");
  });

  test("A-09 the plan may be replied without it, and liability be recorded only with it", () => {
    const told = withFive();
    told.must(noon, desk, step("reply-plan", { plan: "先行更换" }));
    const afterwards = step("record-liability", { liability: "logistics", liabilityReason: "x" });
    expect(codeOf(told.ask(noon, desk, afterwards))).toBe("evidence-incomplete");
    told.add(kept(6, 2));
    told.must(noon, desk, afterwards);
  });

  test("reclassified to a broken product without a described damage, the case as a whole needs the photos", () => {
    const told = story(noon, complaint({ category: "2-4", damages: [] }));
    told.must(noon, desk, step("accept"));
    told.must(noon, desk, step("classify", { category: "1-2-1", productLine: "gate" }));
    expect(told.ask(noon, desk, liability)).toMatchObject({
      error: { code: "evidence-incomplete", needs: [{ damage: 0, have: 0, need: 3 }] },
    });
    told.add(kept(1, 0), kept(2, 0), kept(3, 0));
    told.must(noon, desk, liability);
  });
});
