import { describe, expect, test } from "vitest";
import { type Instant, plusMs } from "../../../shared/kernel/instant.ts";
import { campaignOf } from "../../../shared/survey/campaign.ts";
import { answered, countedAs, ended, isDue, mailed } from "../../../shared/survey/invitation.ts";
import { wakeAtOf, workOf } from "../../../shared/survey/owed.ts";
import { sh, staff } from "../../fixtures/cases.ts";
import { campaign, invitation } from "../../fixtures/surveys.ts";

const by = staff("management");
const moments = {
  opens: sh("2026-10-12 09:00"),
  reminds: [sh("2026-10-26 09:00"), sh("2026-11-09 09:00")],
  closes: sh("2026-11-21 00:00"),
};
const planned = campaign(1).timeline;
const at = sh("2026-10-08 11:00");
const approved = campaignOf([...planned, { type: "approved", at, by }]);
const paused = campaignOf([...planned, { type: "approved", at, by }, { type: "paused", at, by, reason: "x" }]);
const fresh = invitation(1, { nextAt: moments.opens });
const sentAt = (...when: Instant[]) =>
  when.reduce((one, moment, nth) => mailed(one, moments, moment, `<${nth}>`), fresh);
const answer = { at: sh("2026-10-20 10:00"), scores: { overall: 5 } };

describe("the next mail", () => {
  test.each<[why: string, sent: Instant[], next: Instant | undefined]>([
    ["the first is followed by the first reminder", [moments.opens], moments.reminds[0]],
    ["then by the second", [moments.opens, sh("2026-10-26 09:10")], moments.reminds[1]],
    ["and by no third", [moments.opens, sh("2026-10-26 09:10"), sh("2026-11-09 09:00")], undefined],
    ["a first that was held up past a reminder is not reminded of by it", [sh("2026-10-27 10:00")], moments.reminds[1]],
    ["held up past both there is none", [sh("2026-11-10 10:00")], undefined],
    ["a reminder that was held up until the next stands for both", [moments.opens, sh("2026-11-09 09:00")], undefined],
  ])("%s", (_why, sent, next) => {
    expect(sentAt(...sent).nextAt).toBe(next);
  });

  test("is none once it is answered, declined or given up, and what ended first stays", () => {
    expect(answered(fresh, answer).nextAt).toBeUndefined();
    const declined = ended(fresh, { is: "unsubscribed", at, why: "link" });
    expect(declined.nextAt).toBeUndefined();
    expect(ended(declined, { is: "bounced", at, why: "550" }).ended?.is).toBe("unsubscribed");
    expect(mailed(answered(fresh, answer), moments, moments.opens, "<1>").nextAt).toBeUndefined();
  });

  test.each([
    ["as it opens", approved, moments.opens, true],
    ["a moment before", approved, plusMs(moments.opens, -1), false],
    ["while it is held up", paused, moments.opens, false],
    ["before it is approved", campaignOf(planned), moments.opens, false],
    ["after its last day", approved, moments.closes, false],
  ])("is due %s: %#", (_why, current, now, due) => {
    expect(isDue(fresh, current, moments, now)).toBe(due);
  });
});

test.each([
  ["waiting", fresh, { fate: "waiting", wentOut: false }],
  ["sent", sentAt(moments.opens), { fate: "sent", wentOut: true }],
  [
    "came back after it went out",
    ended(sentAt(moments.opens), { is: "bounced", at, why: "550" }),
    { fate: "bounced", wentOut: true },
  ],
  [
    "kept from going out",
    ended(fresh, { is: "suppressed", at, why: "bounced" }),
    { fate: "suppressed", wentOut: false },
  ],
  // its sender died between sending and writing it down, and the customer was faster than the next one
  ["answered before anybody wrote that it left", answered(fresh, answer), { fate: "sent", wentOut: true }],
])("figures count one that is %s", (_why, one, counted) => {
  expect(countedAs(one)).toMatchObject(counted);
});

describe("the work of a campaign", () => {
  const none = { invitedAll: false, nextMailAt: undefined };
  const asked = { invitedAll: true, nextMailAt: moments.opens };
  const quiet = { invitedAll: true, nextMailAt: moments.reminds[0] };
  const closed = campaignOf([...planned, { type: "approved", at, by }, { type: "closed", at: moments.closes, by }]);
  const { opens, closes } = moments;
  test.each([
    ["AS-107 a plan that nobody approved", campaignOf(planned), none, sh("2026-10-20 10:00"), undefined, undefined],
    ["approved before its day", approved, none, at, undefined, opens],
    ["on its day", approved, none, opens, "invite", opens],
    ["with everybody invited", approved, asked, opens, "send", opens],
    ["between its mails", approved, quiet, sh("2026-10-20 10:00"), undefined, moments.reminds[0]],
    ["held up", paused, asked, opens, undefined, closes],
    ["held up to its end", paused, asked, closes, "close", closes],
    ["at its end", approved, asked, closes, "close", closes],
    ["closed", closed, asked, closes, "analyse", closes],
  ])("%s", (_why, current, progress, now, work, wake) => {
    expect(workOf(current, moments, progress, now)).toBe(work);
    expect(wakeAtOf(current, moments, progress, now)).toBe(wake);
  });
});
