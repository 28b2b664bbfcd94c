import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { CaseView } from "../../../shared/api/case-view.ts";
import type { Client } from "../../../web/console/api/client.ts";
import { Approvals } from "../../../web/console/case/approvals.tsx";
import { Copies } from "../../../web/console/case/copies.tsx";
import { correctErrands } from "../../../web/console/case/correct-errand.ts";
import { Corrections } from "../../../web/console/case/corrections.tsx";
import { Corrective, Sanctions } from "../../../web/console/case/corrective.tsx";
import { Costs } from "../../../web/console/case/costs.tsx";
import { Evidence } from "../../../web/console/case/evidence.tsx";
import { Extensions } from "../../../web/console/case/extensions.tsx";
import { keepingErrands } from "../../../web/console/case/keeping-errand.ts";
import { LiabilityCard } from "../../../web/console/case/liability.tsx";
import { Recorded } from "../../../web/console/case/recorded.tsx";
import { Routing } from "../../../web/console/case/routing.tsx";
import { Signoffs } from "../../../web/console/case/signoffs.tsx";
import { Visits } from "../../../web/console/case/visits.tsx";
import { DeskProvider } from "../../../web/console/desk.ts";
import { wordsIn } from "../../../web/console/words/words.ts";
import { CASE } from "./sample.ts";

const refuse = async (): Promise<never> => {
  throw new Error("what is shown here asks for nothing");
};
const client: Client = { get: refuse, post: refuse, send: refuse, take: refuse };
const words = wordsIn("en");
const desk = { org: "doors", locale: "en", words, client, house: undefined, list: "#/doors" } as const;

type Section = FunctionComponent<{ view: CaseView }>;

const draw = (Section: Section, more: Partial<CaseView> = {}): string =>
  renderToStaticMarkup(
    createElement(DeskProvider, { value: desk }, createElement(Section, { view: { ...CASE, ...more } })),
  )
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

const at = "2026-03-10T09:30:00+08:00";
const deed = { at, by: "Ada (Quality)" };

test.each([
  Approvals,
  Copies,
  Corrections,
  Corrective,
  Sanctions,
  Costs,
  LiabilityCard,
  Recorded,
  Routing,
  Signoffs,
  Visits,
])("nothing is shown of what a case does not have: $name", (Section) => {
  expect(draw(Section as Section)).toBe("");
});

test("evidence and extensions take no room where there are none", () => {
  expect(draw(Evidence, { evidence: { complete: true, items: [] } })).toBe("");
  expect(draw(Extensions, { extensions: [] })).toBe("");
  expect(draw(Evidence)).toContain("1 of 3");
  expect(draw(Extensions)).toContain("Asked until");
});

describe("a reader sees what was decided, by whom and when", () => {
  test("approvals: whose word is missing, and every word so far", () => {
    const approval = { id: "a", title: "Discount", rules: ["CCF-40"], needed: true, state: "open" as const };
    const verdicts = [{ ...deed, verdict: "review" as const, says: "Reviewed", remark: "fine" }];
    const text = draw(Approvals, { approvals: [{ ...approval, toReview: ["Finance"], approvers: ["CEO"], verdicts }] });
    expect(text).toContain("Discount ○ Waiting CCF-40 Still to review: Finance · Approved by: CEO");
    expect(text).toContain("Reviewed Ada (Quality) 10 Mar 2026 09:30 fine");
  });

  test("costs by bearer with their sums, a column that says nothing left out", () => {
    const item = { ...deed, cost: "c", title: "Parts", amount: "380.00", bearer: "The agent" };
    const costs = { items: [item], totals: [{ bearer: "The agent", amount: "380.00" }] };
    const text = draw(Costs, { costs, promises: [{ ...deed, amount: "5.00", said: "You get it." }] });
    expect(text).toContain("Parts 380.00 The agent Ada (Quality) 10 Mar 2026 09:30 In all The agent 380.00");
    expect(text).not.toContain("Booked as");
    expect(text).toContain("You get it. 5.00");
  });

  test("liability with its shares, and who has not signed", () => {
    const liability = {
      settled: false,
      answers: [{ question: "q", title: "Own fault?", answer: { value: "y", label: "Yes" } }],
      open: ["r"],
      shares: [{ department: "Press shop", percent: 70 }],
      signedBy: ["Quality"],
      toSign: ["Works"],
      judgements: [{ ...deed, settled: false }],
    };
    const text = draw(LiabilityCard, { liability });
    expect(text).toContain("○ Not decided Own fault? Yes Signed Quality Still to sign Works 1 question is still open");
    expect(text).toContain("Press shop 70 %");
  });

  test("A-15 a fact with its source and who entered it; one that has changed since says so", () => {
    const fact = { id: "distanceKm", label: "Distance", value: "301 km" };
    const entry = { ...deed, on: "Assess", source: [{ label: "Source", value: "Road map" }] };
    const recorded = [
      { ...entry, facts: [{ ...fact, value: "290 km", current: false }] },
      { ...entry, facts: [{ ...fact, current: true }], happenedAt: "2026-03-09T08:00:00+08:00" },
    ];
    const text = draw(Recorded, { recorded });
    expect(text).toContain(
      "Distance 301 km Assess · Source: Road map Ada (Quality) 10 Mar 2026 09:30 happened 9 Mar 2026 08:00",
    );
    expect(text).toContain("290 km (changed since)");
  });

  test("a correction before and after; a copy that is waited for; an action with its proof", () => {
    const correction = { ...deed, of: "Received", field: "Quantity", before: "12", after: "14", reason: "counted" };
    expect(draw(Corrections, { corrections: [correction] })).toContain("Quantity (Received) 12 14 counted Ada");
    const copy = { form: "f", title: "Form", copy: 2, to: "Accounting", at };
    expect(draw(Copies, { copies: [copy] })).toContain("Form copy 2 Accounting 10 Mar 2026 09:30 ○ not yet");
    const action = {
      ...{ corrective: "c", title: "Improve", rules: [], what: "corrective" as const, blocks: [], explanation: [] },
      ...{ state: "DONE" as const, waitsFor: ["Quality"], cause: "Worn", due: "2026-03-17T00:00:00+08:00" },
      done: { ...deed, result: "New die" },
    };
    const text = draw(Corrective, { actions: [action] });
    expect(text).toContain("Improve ○ To be verified");
    expect(text).toMatch(/Cause Worn Due 16 Mar 2026 24:00 Done New die · Ada \(Quality\) · 10 Mar 2026 09:30/);
  });
});

test("an answer is put right by an errand of its own, sent with its place and as its field's type", () => {
  const field = { id: "distanceKm", type: "number", label: "Distance", required: false };
  const timeline = [{ at, what: "Assessed", who: "Ada", detail: [], place: 3, mayCorrect: [field] }];
  const [errand, ...more] = correctErrands({ ...CASE, timeline }, words, "+08:00");
  expect(more).toEqual([]);
  expect(errand?.fields.map(({ id, required }) => [id, required])).toEqual([
    ["value", true],
    ["reason", true],
  ]);
  expect(errand?.body({ value: "120", reason: "measured" })).toEqual({
    place: 3,
    field: "distanceKm",
    value: 120,
    reason: "measured",
  });
});

describe("what the privacy officer may do", () => {
  const kept = {
    ...{ caseId: CASE.caseId, number: CASE.number, retentions: [], disclosures: [] },
    holds: [
      { hold: "hold-1", reason: "court", since: at, releasedAt: at },
      { hold: "hold-2", reason: "police", since: at },
    ],
    disclosable: [
      { id: "contact", label: "Contact" },
      { id: "waybillNo", label: "Waybill" },
    ],
  };

  test("only holds that last are released, and only what is ticked is disclosed", () => {
    const errands = keepingErrands(kept, words);
    expect(errands.map(({ path }) => path)).toEqual(["/holds", "/holds/hold-2/release", "/disclosures", "/erasure"]);
    const said = { authority: " Police ", legalBasis: "Law 54", document: "17", "data-contact": false };
    expect(errands[2]?.body({ ...said, "data-waybillNo": true })).toEqual({
      authority: "Police",
      legalBasis: "Law 54",
      document: "17",
      fields: ["waybillNo"],
    });
  });

  test("once the erasure is ordered nothing is held or erased again", () => {
    expect(keepingErrands({ ...kept, erasure: { orderedAt: at } }, words).map(({ id }) => id)).toEqual(["disclose"]);
  });
});
