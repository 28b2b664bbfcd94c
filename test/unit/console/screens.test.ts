import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Locale } from "../../../shared/kernel/text.ts";
import type { Client } from "../../../web/console/api/client.ts";
import { Claims } from "../../../web/console/case/claim.tsx";
import { Damages } from "../../../web/console/case/damages.tsx";
import { Deadlines } from "../../../web/console/case/deadlines.tsx";
import { Evidence } from "../../../web/console/case/evidence.tsx";
import { Exceptions } from "../../../web/console/case/exceptions.tsx";
import { Extensions } from "../../../web/console/case/extensions.tsx";
import { Mails } from "../../../web/console/case/mails.tsx";
import { Reported } from "../../../web/console/case/reported.tsx";
import { Timeline } from "../../../web/console/case/timeline.tsx";
import { DeskProvider } from "../../../web/console/desk.ts";
import { CaseTable } from "../../../web/console/list/case-table.tsx";
import { wordsIn } from "../../../web/console/words/words.ts";
import { CASE } from "./sample.ts";

const refuse = async (): Promise<never> => {
  throw new Error("what is shown here asks for nothing");
};
const client: Client = { get: refuse, post: refuse, send: refuse, take: refuse };

const draw = (what: ReactNode, locale: Locale = "en"): string =>
  renderToStaticMarkup(
    createElement(
      DeskProvider,
      { value: { org: "doors", locale, words: wordsIn(locale), client, house: undefined, list: "#/doors" } },
      what,
    ),
  );

const textOf = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("a line of the list", () => {
  const row = {
    caseId: CASE.caseId,
    policy: { id: "door-factory-after-sales", title: "Door factory" },
    reporter: "Ada",
    number: "2026-03-001",
    state: { id: "ACCEPTED", says: "Accepted" },
    receivedAt: CASE.receivedAt,
    kind: CASE.kind,
    clock: "plan",
    due: "2026-03-17T00:00:00+08:00",
    overdue: true,
    evidenceComplete: false,
  };

  test("says that it is overdue in words, not by colour alone, and leads to the case", () => {
    const html = draw(createElement(CaseTable, { items: [row] }));
    expect(textOf(html)).toMatch(/16 Mar 2026 24:00 ⚠ .+ overdue/);
    expect(textOf(html)).toContain("⚠ incomplete");
    expect(html).toContain(`href="#/doors/${CASE.caseId}"`);
  });

  test("AS-41 says that what it is called is no number yet", () => {
    const told = (provisional?: true) => textOf(draw(createElement(CaseTable, { items: [{ ...row, provisional }] })));
    expect([told(), told(true)].map((text) => text.includes("no number yet"))).toEqual([false, true]);
  });

  test("says that no clock runs where none does", () => {
    const { due: _, clock: __, ...undated } = row;
    expect(textOf(draw(createElement(CaseTable, { items: [{ ...undated, overdue: false }] })))).toContain(
      "No clock is running",
    );
  });
});

describe("a case", () => {
  test("says why each date is what it is", () => {
    const text = textOf(draw(createElement(Deadlines, { view: CASE })));
    expect(text).toContain("Why this date Start: 10 Mar 14–15 Mar weekend, not counted DFA-03");
    expect(text).toContain("⚠ Overdue");
  });

  test("shows the due before and the due wanted of every extension, and what was decided", () => {
    const text = textOf(draw(createElement(Extensions, { view: CASE })));
    expect(text).toContain("Due before 16 Mar 2026 24:00 Asked until 20 Mar 2026 24:00 Reason waiting for proof");
    expect(text).toContain("Waiting for decision");
    expect(text).toContain("Refused");
    expect(text).toContain("Remark not needed");
  });

  test("shows what was recorded to excuse a clock, what is promised instead, and what was decided", () => {
    const text = textOf(draw(createElement(Exceptions, { view: CASE })));
    expect(text).toContain("Due before 16 Mar 2026 24:00 Promised instead 24 Mar 2026 12:00 Reason a festival");
    expect(text).toContain("Remark no buses");
    expect(text).toContain("Waiting for decision");
    expect(text).toContain("Remark on the decision send somebody nearer");
    expect(draw(createElement(Exceptions, { view: { ...CASE, exceptions: [] } }))).toBe("");
  });

  test("shows what a due was before something became known, and each promise by itself", () => {
    const [plan] = CASE.deadlines;
    const before = {
      at: "2026-03-11T09:30:00+08:00",
      was: "2026-03-19T00:00:00+08:00",
      why: "severity: general → major",
    };
    const promise = { ...plan, state: "RENEWED", moves: [] } as (typeof CASE)["deadlines"][number];
    const next = { ...promise, startAt: "2026-03-12T09:30:00+08:00", state: "RUNNING" } as typeof promise;
    const moved = { ...promise, moves: [before], state: "CANCELLED" } as typeof promise;
    const text = textOf(draw(createElement(Deadlines, { view: { ...CASE, deadlines: [moved, promise, next] } })));
    expect(text).toContain("Before 18 Mar 2026 24:00 · severity: general → major");
    expect(text).toMatch(/Promised anew.*Running/);
  });

  test("shows photos as small copies, explains their flags, and says why one was refused", () => {
    const html = draw(createElement(Damages, { view: CASE }));
    expect(html).toContain('src="https://photos.example/small"');
    expect(html).toContain('alt="Damage 1, photo 1"');
    for (const said of ["Duplicate", "After pick-up", "the file is no photo"]) expect(textOf(html)).toContain(said);
  });

  test("counts the photos that are missing", () => {
    expect(textOf(draw(createElement(Evidence, { view: CASE })))).toContain("⚠ 1 of 3");
  });

  test("says why a mail did not leave, and only then", () => {
    const text = textOf(draw(createElement(Mails, { view: CASE })));
    expect(text).toContain("Reminder → afterSales 13 Mar 2026 09:00 Reason: nobody reads it");
    expect(text.match(/Reason/g)).toHaveLength(1);
  });

  test("shows what customers wrote as text, whatever it is", () => {
    const html = draw(createElement(Reported, { view: CASE }));
    expect(html).toContain("&lt;b&gt;dent&lt;/b&gt;");
    expect(html).not.toContain("<b>");
  });

  test.each(["zh-CN", "en"] as const)("leaves no word out in %s", (locale) => {
    const screens = [Deadlines, Extensions, Damages, Evidence, Mails, Reported, Timeline];
    const html = draw(
      screens.map((Screen) => createElement(Screen, { key: Screen.name, view: CASE, open: () => undefined })),
      locale,
    );
    expect(textOf(html)).not.toMatch(/undefined|\[object|NaN/);
  });
});

describe("what is claimed and what comes back", () => {
  const ground = { code: "beyond-the-period", says: "beyond the period", rules: ["COU-26"] };
  const claim = {
    state: { id: "REFUSED", says: "Refused" },
    filedAt: CASE.receivedAt,
    findings: [ground],
    documents: [{ document: "letter", title: "Letter", rules: [], have: 1, need: 2, missing: ["second copy"] }],
    heads: [{ of: "uninsured", title: "Uninsured", rules: [], pays: "500.00", refused: "3000.00" }],
    sum: "500.00",
    rungs: ["Negotiation", "Complaint"],
    refusal: { reason: "Too late.", grounds: [ground] },
  };
  const returned = { state: { id: "HELD", says: "Held" }, approved: 100, counted: 101, difference: 1, missing: ["n"] };

  test("says what is missing, what stands against it with its clause, and how the sum comes about", () => {
    const text = textOf(draw(createElement(Claims, { view: { ...CASE, claim } })));
    expect(text).toContain("⚠ 1/2 Letter: second copy");
    expect(text).toContain("beyond the period COU-26");
    expect(text).toContain("Uninsured 500.00 3000.00");
    expect(text).toContain("Negotiation → Complaint");
    expect(text).toContain("Too late.");
  });

  test("says how a count compares, and shows nothing where nothing is claimed or comes back", () => {
    const text = textOf(draw(createElement(Claims, { view: { ...CASE, returned } }), "zh-CN"));
    expect(text).toMatch(/核定量 100 实退量 101 差异 1/);
    expect(draw(createElement(Claims, { view: CASE }))).toBe("");
  });
});
