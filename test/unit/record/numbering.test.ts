import { describe, expect, test } from "vitest";
import type { CaseEvent } from "../../../shared/case/event.ts";
import { lint } from "../../../shared/policy/lint.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { changeCase } from "../../../shared/record/command.ts";
import { fileCase } from "../../../shared/record/file.ts";
import { mailsOf } from "../../../shared/record/mails.ts";
import { numberOf, periodOf } from "../../../shared/record/numbering.ts";
import { inForce } from "../../../shared/record/org.ts";
import { complaint, dfa, dfaSource, photo, photoId, reporter, sh, staff } from "../../fixtures/cases.ts";
import { invented, inventedBody, inventedSource } from "../../fixtures/invented.ts";
import { company, request, target, world } from "../../fixtures/worlds.ts";

const inventedClocks = inventedSource().clocks as object[]; // the source is written that way
const received = sh("2026-03-10 09:30");

describe("numbers", () => {
  const numbered = (template: string, reset: string): Policy => invented({ numbering: { template, reset } });
  test.each([
    ["A-34 the month of the office, not of Greenwich", dfa, sh("2026-11-01 00:00"), 1, "2026-11-001", "2026-11"],
    ["AS-41 the last second of October", dfa, sh("2026-10-31 23:59:59"), 14, "2026-10-014", "2026-10"],
    ["without a rule the same format", invented(), sh("2026-03-01 12:00"), 7, "2026-03-007", "2026-03"],
    ["a counter wider than its run grows", dfa, sh("2026-03-01 12:00"), 1234, "2026-03-1234", "2026-03"],
    [
      "by year, with a word in it",
      numbered("投诉YYYY/NNNN", "year"),
      sh("2026-03-01 12:00"),
      5,
      "投诉2026/0005",
      "2026",
    ],
    ["by day", numbered("YYYYMMDD-NN", "day"), sh("2026-03-01 12:00"), 5, "20260301-05", "2026-03-01"],
    ["never anew", numbered("C-NNNNN", "never"), sh("2026-03-01 12:00"), 5, "C-00005", "all"],
  ])("%s", (_why, policy, at, count, number, period) => {
    expect(numberOf(policy, at, count)).toBe(number);
    expect(periodOf(policy, at)).toBe(period);
  });

  test("AS-41 each month begins with one, and no number comes twice", async () => {
    const { file, clock } = await world([dfaSource], { at: sh("2026-10-31 23:59") });
    const numbers = [];
    for (let n = 1; n <= 4; n += 1) {
      if (n === 3) clock.set(sh("2026-11-01 00:00"));
      const [first] = (await file(complaint(), n)).timeline;
      numbers.push(first?.type === "received" ? first.number : undefined);
    }
    expect(numbers).toEqual(["2026-10-001", "2026-10-002", "2026-11-001", "2026-11-002"]);
  });
});

describe("the version in force", () => {
  const ref = (version: number) => ({ id: "invented", version, hash: "h" });
  const org = company([], {
    policies: [
      { ref: ref(1), effectiveFrom: "2026-01-01" },
      { ref: ref(3), effectiveFrom: "2026-06-01" },
      { ref: ref(2), effectiveFrom: "2026-03-11" },
      { ref: ref(4), effectiveFrom: "2026-06-01" },
      { ref: { id: "other", version: 9, hash: "h" }, effectiveFrom: "2026-01-01" },
    ],
  });
  test.each([
    ["before the first there is none", "2025-12-31", undefined],
    ["from its first day", "2026-01-01", 1],
    ["the eve of the second", "2026-03-10", 1],
    ["the second, whatever the order of the list", "2026-03-11", 2],
    ["two of one day: the higher version", "2026-06-01", 4],
    ["for good", "2030-01-01", 4],
  ])("%s", (_why, date, version) => {
    expect(inForce(org, "invented", date)?.version).toBe(version);
  });

  test("AS-117 a case keeps the version of its day, on both sides of the office's midnight", async () => {
    const days = (n: number, version: number) => {
      const [clock] = inventedClocks;
      return inventedSource({
        version,
        effectiveFrom: version === 1 ? "2026-01-01" : "2026-03-11",
        clocks: [{ ...clock, within: `${n} working days` }],
      });
    };
    const { file, clock, deps } = await world([days(4, 1), days(3, 2)], { at: sh("2026-03-10 23:59") });
    const before = await file(inventedBody(), 1);
    clock.set(sh("2026-03-11 00:00"));
    const after = await file(inventedBody(), 2);
    expect([before.policy.version, after.policy.version]).toEqual([1, 2]);
    const again = await fileCase(deps, request(inventedBody(), 1));
    expect(again).toMatchObject({
      ok: true,
      value: { record: { policy: { version: 1 } }, rulebook: { policy: { clocks: [{ within: { n: 4 } }] } } },
    });
    const noted = await changeCase(deps, target(1), { do: "note", text: "x" }, { by: staff("desk") });
    expect(noted).toMatchObject({ ok: true, value: { rulebook: { policy: { version: 1 } } } });
  });
});

describe("mails that an event causes", () => {
  const common = { at: received, by: reporter } as const;
  const events: [string, CaseEvent, string[]][] = [
    [
      "the receipt is acknowledged",
      {
        ...common,
        type: "received",
        number: "1",
        locale: "en",
        contact: { name: "n", email: "a@b.example" },
        answers: {},
        damages: [],
      },
      ["7-acknowledgement-reporter"],
    ],
    ["a note is nobody's mail", { ...common, type: "noted", text: "x" }, []],
    ["nor is a photo that was kept", { ...common, type: "photoKept", photo: photo(1, 1) }, []],
    [
      "nor is one that was not kept: its sender sees it on the page",
      { ...common, type: "photoRefused", photoId: photoId(1), damage: 1, refusal: { code: "empty" } },
      [],
    ],
    [
      "a breach goes to three desks",
      { ...common, type: "breached", clock: "plan", due: received },
      ["7-breach-afterSales", "7-breach-afterSalesManager", "7-breach-operationsDirector"],
    ],
    ["a breach of a clock that nobody listens to", { ...common, type: "breached", clock: "tea", due: received }, []],
    [
      "a reminder",
      { ...common, type: "reminded", clock: "execution", due: received, threshold: received },
      ["7-reminder-afterSales"],
    ],
    ["a request for photos", { ...common, type: "evidenceAsked", missing: [] }, ["7-evidence-missing-reporter"]],
    [
      "AS-06 a request to the director",
      { ...common, type: "extensionRequested", extension: "plan-1", clock: "plan", newDue: received, reason: "x" },
      ["7-extension-request-operationsDirector"],
    ],
    [
      "and its decision to who asked",
      { ...common, type: "extensionDecided", extension: "plan-1", clock: "plan", approved: true },
      ["7-extension-decision-afterSales", "7-extension-decision-afterSalesManager"],
    ],
    [
      "a step that a notification listens to",
      { ...common, type: "step", step: "reply-plan", event: "planReplied", answers: {} },
      ["7-plan-reply-reporter"],
    ],
    [
      "a step that none listens to",
      { ...common, type: "step", step: "classify", event: "classified", answers: {} },
      [],
    ],
  ];
  test.each(events)("%s", (_why, event, ids) => {
    const mails = mailsOf(dfa, event, 7);
    expect(mails.map(({ id }) => id)).toEqual(ids);
    for (const mail of mails)
      expect(mail).toMatchObject({ about: 7, owedAt: received, state: { is: "waiting", attempts: 0 } });
  });

  const exception = { ...common, exception: "reply-1", clock: "reply" } as const;
  test.each<[string, CaseEvent, string[]]>([
    [
      "an exception that was recorded",
      { ...exception, type: "exceptionRecorded", reason: "FESTIVAL", promised: received },
      ["7-progress-head"],
    ],
    [
      "an exception that was decided",
      { ...exception, type: "exceptionDecided", approved: true },
      ["7-progress-desk", "7-progress-reporter"],
    ],
    [
      "an exception to a clock of which nobody hears",
      { ...exception, clock: "tea", type: "exceptionDecided", approved: true },
      [],
    ],
  ])("%s", (_why, event, ids) => {
    const policy = invented({
      notifications: [
        { on: "exceptionRecorded", clocks: ["reply"], to: ["head"], template: "progress" },
        { on: "exceptionDecided", clocks: ["reply"], to: ["desk", "reporter"], template: "progress" },
      ],
    });
    expect(lint(policy).filter(({ path }) => path.startsWith("notifications"))).toEqual([]);
    expect(mailsOf(policy, event, 7).map(({ id }) => id)).toEqual(ids);
  });
});
