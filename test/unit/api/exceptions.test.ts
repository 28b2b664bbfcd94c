import { describe, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { sayRefused } from "../../../shared/api/refused.ts";
import { caseView } from "../../../shared/api/staff.ts";
import { viewFor } from "../../../shared/api/tracking.ts";
import { TrackingView } from "../../../shared/api/views.ts";
import type { Actor } from "../../../shared/case/actor.ts";
import type { Command } from "../../../shared/case/decide.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import { trackingPage } from "../../../shared/page/tracking.ts";
import type { CaseRecord } from "../../../shared/record/record.ts";
import { arrivalStory, dts } from "../../fixtures/arrivals.ts";
import { type Story, sh, staff } from "../../fixtures/cases.ts";
import { ACME, caseId } from "../../fixtures/worlds.ts";

const dispatcher = staff("serviceCentre");
const head = staff("afterSalesHead");
const sunday = sh("2026-02-15 10:00");
const after = sh("2026-02-15 10:05");
const record: Command = {
  do: "recordException",
  clock: "arrival",
  reason: "NO_TICKET",
  promised: "2026-02-24T12:00:00+08:00",
  remark: "内部说明",
};
const decision = (approve: boolean, remark: string): Command => ({
  do: "decideException",
  exception: "arrival-1",
  approve,
  remark,
});

const told = (...done: readonly (readonly [Actor, Command])[]): Story => {
  const one = arrivalStory(sh("2026-02-14 18:00"), 650);
  for (const [by, command] of done) one.must(sunday, by, command);
  return one;
};
const shownOf = (story: Story, now: Instant, locale: Locale) => ({
  org: { id: "acme-doors", name: { "zh-CN": "临江", en: "Riverside" } },
  record: {
    kind: "case" as const,
    org: ACME,
    id: caseId(1),
    version: story.timeline().length,
    policy: { id: dts.id, version: dts.version, hash: "" },
    timeline: [...story.timeline()],
    outbox: [],
    tokenHash: "",
    requestHash: "",
    indexed: 0,
    figured: 0,
    parts: [],
  } satisfies CaseRecord,
  rulebook: story.book,
  current: story.current(),
  now,
  locale,
  photos: new Map<string, { copy: string; thumbnail: string }>(),
});

const recorded = (): Story => told([dispatcher, record]);
const approved = (): Story => told([dispatcher, record], [head, decision(true, "同意，勿外传")]);
const refused = (): Story => told([dispatcher, record], [head, decision(false, "不同意")]);
const asStaff = (story: Story, by: Actor, now: Instant = after, locale: Locale = "en") =>
  CaseView.parse(caseView(shownOf(story, now, locale), by));
const asCustomer = (story: Story, now: Instant = after, locale: Locale = "en") =>
  TrackingView.parse(viewFor("customer", shownOf(story, now, locale)));

describe("what staff see of an exception", () => {
  test("who may record one, for which clock and for which reasons", () => {
    const [may, ...rest] = asStaff(told(), dispatcher).mayExcuse;
    expect(rest).toEqual([]);
    expect(may).toMatchObject({ clock: "arrival", reasons: [{ value: "FESTIVAL", label: "a festival" }, {}, {}] });
    const no = {
      "a role of another regulation": asStaff(told(), staff("baker")),
      "one waits": asStaff(recorded(), dispatcher),
      "it is excused": asStaff(approved(), dispatcher),
      "the due has come": asStaff(told(), dispatcher, sh("2026-02-16 18:00")),
    };
    for (const [why, { mayExcuse }] of Object.entries(no)) expect(mayExcuse, why).toEqual([]);
    expect(asStaff(refused(), dispatcher).mayExcuse).toHaveLength(1);
  });

  test("the record with its reason in words, and that the approver alone may decide it, once", () => {
    expect(asStaff(recorded(), head).exceptions).toEqual([
      {
        id: "arrival-1",
        clock: "arrival",
        reason: { value: "NO_TICKET", label: "no ticket to be had" },
        promised: "2026-02-24T12:00:00+08:00",
        remark: "内部说明",
        recordedAt: "2026-02-15T10:00:00+08:00",
        mayDecide: true,
      },
    ]);
    expect(asStaff(recorded(), dispatcher).exceptions[0]?.mayDecide).toBe(false);
    expect(asStaff(approved(), head).exceptions[0]).toMatchObject({
      mayDecide: false,
      decision: { approved: true, at: "2026-02-15T10:00:00+08:00", remark: "同意，勿外传" },
    });
  });

  test.each<[string, () => Story, Locale, string[]]>([
    ["recorded", recorded, "en", ["Exception recorded"]],
    ["approved", approved, "en", ["Exception recorded", "Exception approved"]],
    ["refused", refused, "zh-CN", ["记录例外", "例外未批准"]],
  ])("the timeline says %s", (_why, tell, locale, wanted) => {
    const lines = asStaff(tell(), head, after, locale).timeline;
    expect(lines.slice(2).map(({ what }) => what)).toEqual(wanted);
    expect(lines[2]?.detail).toContain("内部说明");
  });
});

describe("what the customer sees of an exception", () => {
  test.each(["en", "zh-CN"] as const)(
    "%s: the new promise with its explanation, and not why nor who said what",
    (locale) => {
      const view = asCustomer(approved(), after, locale);
      const excused = view.deadlines.find(({ clock }) => clock === "arrival");
      expect(excused).toMatchObject({
        state: "EXCUSED",
        due: "2026-02-16T18:00:00+08:00",
        excused: { promised: "2026-02-24T12:00:00+08:00", late: false },
      });
      expect(excused?.explanation.at(-1)).toMatch(
        locale === "en" ? /promised for 24 Feb 2026 12:00/ : /承诺 2026年2月24日 12:00/,
      );
      const promise = view.deadlines.find(({ clock }) => clock === "promised-arrival");
      expect(promise).toMatchObject({ state: "RUNNING", due: "2026-02-24T12:00:00+08:00" });
      expect(promise?.explanation.join()).toMatch(locale === "en" ? /24 Feb/ : /2月24日/);
      expect(view.timeline.at(-1)).toMatchObject({
        what: locale === "en" ? "A new time was promised" : "已重新承诺时间",
        who: locale === "en" ? "Head of after-sales" : "售后服务部负责人",
      });
      expect(view.timeline.at(-1)?.detail.join()).toMatch(/12:00/);
      const page = trackingPage({ view, locale, nonce: "n", script: "" });
      expect(page).toContain(locale === "en" ? "Promised instead:" : "改为承诺：");
      for (const inside of ["内部说明", "勿外传", "NO_TICKET", "no ticket", "买不到票", "Lin Wei"]) {
        expect(JSON.stringify(view) + page).not.toContain(inside);
      }
    },
  );

  test.each([
    ["while it waits", recorded],
    ["when it was refused", refused],
  ])("nothing %s", (_why, tell) => {
    expect(asCustomer(tell())).toEqual(asCustomer(told()));
  });

  test("after a late approval that the first date was missed, and the promise beside it", () => {
    const story = recorded();
    const late = sh("2026-02-17 09:00");
    story.must(late, head, decision(true, "x"));
    const [arrival] = asCustomer(story, late).deadlines;
    expect(arrival).toMatchObject({ state: "BREACHED", onTime: false, excused: { late: true } });
    expect(arrival?.explanation.at(-1)).toMatch(/approved late.*the breach stands/);
  });
});

test.each([
  [{ code: "not-excusable", known: ["arrival"], rules: [] }, /arrival/],
  [{ code: "unknown-exception", rules: [] }, /例外|exception/],
  [{ code: "exception-pending", rules: [] }, /例外|exception/],
  [{ code: "too-late", rules: [] }, /到期前|before/],
  [{ code: "promise-passed", rules: [] }, /承诺|promise/],
] as const)("$0.code is said in both languages", (refusal, wanted) => {
  const { "zh-CN": zh, en } = sayRefused(refusal);
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).not.toMatch(/\p{Script=Han}/u);
  for (const said of [zh, en]) expect(said).toMatch(wanted);
});
