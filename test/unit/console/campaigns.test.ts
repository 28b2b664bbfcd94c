import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CampaignView } from "../../../shared/api/campaigns.ts";
import type { Client } from "../../../web/console/api/client.ts";
import { FiguresCard } from "../../../web/console/campaigns/figures.tsx";
import { DeskProvider } from "../../../web/console/desk.ts";
import { wordsIn } from "../../../web/console/words/words.ts";
import { plan } from "../../fixtures/surveys.ts";

const refuse = async (): Promise<never> => {
  throw new Error("what is shown here asks for nothing");
};
const client: Client = { get: refuse, post: refuse, send: refuse, take: refuse };
const none = { value: null, shown: null, met: null };
const overall = {
  question: "overall",
  title: "Overall",
  answers: 10,
  satisfied: 9,
  share: { value: 90, shown: "90.0 %", met: true },
  mean: 4.6,
  histogram: { 1: 1, 5: 9 },
};
const figures: NonNullable<CampaignView["figures"]> = {
  invited: 20,
  sent: 20,
  bounced: 1,
  suppressed: 0,
  unsubscribed: 2,
  notSent: 0,
  noAddress: 0,
  waiting: 0,
  silent: 7,
  answered: 10,
  valid: 10,
  rate: { value: 50, shown: "50.0 %", met: true },
  rateBetween: { from: 0.299, to: 0.701 },
  insufficient: true,
  questions: [overall],
  groups: [{ by: "building", value: "<b>B</b>", invited: 3, rate: none, questions: [{ ...overall, share: none }] }],
  crowded: ["room"],
  commended: [],
};

const view: CampaignView = {
  campaignId: "campaign_1",
  policy: "owners",
  survey: { id: "owners", title: "Owners", rules: ["OSS-08"] },
  title: "Owners 2026",
  acts: [],
  plannedBy: "Lin Wei",
  approval: [],
  targets: [{ title: "Return rate", wanted: "≥ 50 %", striven: false, rules: ["OSS-09"] }],
  state: "ANALYSED",
  phase: "over",
  plan: plan(),
  opens: "2026-10-12T09:00:00+08:00",
  closes: "2026-11-21T00:00:00+08:00",
  progress: { audience: 20, audienceComplete: true, sent: 20, reminded: 0, notSent: 0, share: 1 },
  history: [],
  letters: [],
};

test.each(["zh-CN", "en"] as const)("figures in %s: shares, bars with their numbers, and groups as text", (locale) => {
  const value = { org: "doors", locale, words: wordsIn(locale), client, house: undefined, list: "#/doors" };
  const card = createElement(FiguresCard, { view, figures });
  const html = renderToStaticMarkup(createElement(DeskProvider, { value }, card));
  for (const said of ["90.0 %", "50.0 %", "29.9 %", "70.1 %", "4.60", "≥ 50 %", "OSS-09"]) expect(html).toContain(said);
  expect(html).toContain("&lt;b&gt;B&lt;/b&gt;");
  const { lost } = wordsIn(locale).campaigns;
  const apart = [lost.bounced, lost.unsubscribed, lost.expired];
  for (const why of apart) expect(html, "each apart").toContain(`<dt>${why}</dt>`);
  for (const why of [lost.suppressed, lost.notSent, lost.silent]) expect(html).not.toContain(why);
  expect(html).toContain(wordsIn(locale).campaigns.insufficient);
  expect(html).toContain(wordsIn(locale).campaigns.crowded("room"));
  expect(html).not.toMatch(/undefined|NaN|<b>/);
});
