import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { calendarOf } from "../../../shared/calendar/known.ts";
import { caseOf } from "../../../shared/case/case.ts";
import { readClocks } from "../../../shared/case/clocks.ts";
import type { CaseEvent } from "../../../shared/case/event.ts";
import { evidenceOf } from "../../../shared/case/evidence.ts";
import type { Photo } from "../../../shared/evidence/evidence.ts";
import { MailId, PaperId, PhotoId } from "../../../shared/kernel/ids.ts";
import { Instant } from "../../../shared/kernel/instant.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import type { LetterData } from "../../../shared/mail/mail.ts";
import { Policy } from "../../../shared/policy/policy.ts";

const calendar = calendarOf("CN");
if (calendar === undefined) throw new Error("the calendar of mainland China ships with the product");

const shipped = parse(
  readFileSync(new URL("../../../shared/policies/door-factory-after-sales.yaml", import.meta.url), "utf8"),
);

/** The door factory's regulation as it ships, with a corrective action besides, which it does not know. */
export const policy = Policy.parse({
  ...shipped,
  corrective: [
    {
      id: "improvement",
      title: { "zh-CN": "改善追踪", en: "Improvement that is tracked" },
      rules: ["DFA-03"],
      trigger: { on: "case" },
      by: ["afterSales"],
      verifiedBy: ["operationsDirector"],
    },
  ],
});
export const rulebook = { policy, calendar };
export const org = { id: "yongan", name: { "zh-CN": "永安门业（示例）", en: "Yong'an Doors (demo)" } };

export const at = (said: string): Instant => Instant.parse(said);
const reporter = { kind: "reporter" } as const;
const system = { kind: "system" } as const;
export const staff = (role: string, name: string): CaseEvent["by"] => ({
  kind: "staff",
  sub: `sub-${role}`,
  name,
  roles: [role],
});

export const photoId = (n: number) => PhotoId.parse(`photo_${`${n}`.padStart(26, "0")}`);
const photo = (n: number, damage: number, content = n): Photo => ({
  id: photoId(n),
  damage,
  sha256: `${content}`.padStart(64, "0"),
  mime: "image/jpeg",
  bytes: 1_000_000,
  width: 4000,
  height: 3000,
  capturedAt: at("2026-09-29T08:40:00+08:00"),
});

export const received = (over: Partial<Extract<CaseEvent, { type: "received" }>> = {}): CaseEvent => ({
  type: "received",
  at: at("2026-09-29T10:00:00+08:00"),
  by: reporter,
  number: "2026-09-001",
  locale: "zh-CN",
  contact: { name: "林小满", email: "lin@example.com", phone: "021-5550 0101" },
  answers: {
    dealerName: "清河门业经营部",
    orderNo: "DH-2026-0917",
    productLine: "gate",
    category: "1-2-1",
    description: "到货验收时发现外包装破损，\n内部门板有两处凹陷。",
    pickupAt: "2026-09-29T09:00:00.000Z",
  },
  damages: [
    { place: "左门板下沿", packaging: "damaged", description: "凹陷约 12 厘米，漆面开裂" },
    { place: "右门框上角", packaging: "badly-damaged" },
  ],
  ...over,
});
export const kept = (n: number, damage: number, content = n, when = "2026-09-29T10:05:00+08:00"): CaseEvent => ({
  type: "photoKept",
  at: at(when),
  by: system,
  photo: photo(n, damage, content),
});
export const refused: CaseEvent = {
  type: "photoRefused",
  at: at("2026-09-29T10:06:00+08:00"),
  by: system,
  photoId: photoId(90),
  damage: 2,
  refusal: { code: "too-many-pixels", megapixels: 108 },
};
export const step = (id: string, when: string, answers: Record<string, string | number | boolean> = {}): CaseEvent => {
  const found = policy.workflow?.steps.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  const by = staff("afterSales", "周一鸣");
  return { type: "step", at: at(when), by, step: id, event: found.event, to: found.to, answers };
};
export const asked: CaseEvent = {
  type: "extensionRequested",
  at: at("2026-10-09T10:00:00+08:00"),
  by: staff("afterSales", "周一鸣"),
  extension: "plan-1",
  clock: "plan",
  newDue: at("2026-10-16T00:00:00+08:00"),
  reason: "需要现场复核两处损坏，\n工程师 10 月 13 日到达。",
};
export const decided = (approved: boolean, when = "2026-10-09T16:00:00+08:00"): CaseEvent => ({
  type: "extensionDecided",
  at: at(when),
  by: staff("operationsDirector", "许总监"),
  extension: "plan-1",
  clock: "plan",
  approved,
  remark: "内部意见：同意，尽快。",
});
export const excused: CaseEvent = {
  type: "exceptionRecorded",
  at: at("2026-10-09T10:00:00+08:00"),
  by: staff("afterSales", "周一鸣"),
  exception: "plan-1",
  clock: "plan",
  reason: "FESTIVAL",
  promised: at("2026-10-16T00:00:00+08:00"),
  remark: "展会期间班车停运",
};
export const excuseDecided = (approved: boolean, when = "2026-10-09T16:00:00+08:00"): CaseEvent => ({
  type: "exceptionDecided",
  at: at(when),
  by: staff("operationsDirector", "许总监"),
  exception: "plan-1",
  clock: "plan",
  approved,
  remark: "内部意见：同意，尽快。",
});
export const unreached: CaseEvent = {
  type: "mailUndelivered",
  at: at("2026-09-29T10:10:00+08:00"),
  by: system,
  mail: "0-acknowledgement-reporter",
  template: "acknowledgement",
  to: "reporter",
  how: "bounced",
  why: "Permanent: General: smtp; 550 5.1.1 user unknown",
  tells: "afterSales",
};
export const reminded: CaseEvent = {
  type: "reminded",
  at: at("2026-10-09T09:00:00+08:00"),
  by: system,
  clock: "plan",
  due: at("2026-10-11T00:00:00+08:00"),
  threshold: at("2026-10-09T09:00:00+08:00"),
};
export const breached: CaseEvent = {
  type: "breached",
  at: at("2026-10-11T00:00:00+08:00"),
  by: system,
  clock: "plan",
  due: at("2026-10-11T00:00:00+08:00"),
};
export const evidenceAsked: CaseEvent = {
  type: "evidenceAsked",
  at: at("2026-09-29T10:40:00+08:00"),
  by: system,
  missing: [{ rule: "damage-photos", damage: 2, count: 1 }],
};
export const mailed: CaseEvent = {
  type: "mailReceived",
  at: at("2026-10-09T08:30:00+08:00"),
  by: { kind: "reporter" },
  mail: MailId.parse(`mail_${"1".repeat(26)}`),
  original: PaperId.parse(`paper_${"1".repeat(26)}`),
  from: { name: "清河门业经营部", address: "dealer@qinghe-doors.example" },
  subject: "回复：投诉已收到",
  text: "补充照片两张，\n请尽快答复。",
  quoted: "> 您的投诉已收到",
  files: [
    { is: "photo", name: "门板.jpg", bytes: 81_000, photo: PhotoId.parse(`photo_${"1".repeat(26)}`) },
    { is: "refused", name: "setup.exe", bytes: 9, why: "dangerous" },
  ],
  desk: "afterSales",
};
const ofAction = { action: "improvement-1", corrective: "improvement" } as const;
const owner = { role: "afterSales", person: "周一鸣" } as const;
export const actionPlanned: CaseEvent = {
  type: "actionPlanned",
  at: at("2026-10-09T10:00:00+08:00"),
  by: staff("afterSales", "周一鸣"),
  ...ofAction,
  cause: "装箱时未加护角，\n运输中受压。",
  measure: "更换门板，补发护角。",
  prevention: "装箱清单增加护角一项。",
  owner,
  due: at("2026-10-17T00:00:00+08:00"),
};
export const actionOpened: CaseEvent = {
  type: "actionOpened",
  at: at("2026-10-09T09:00:00+08:00"),
  by: system,
  ...ofAction,
  subject: "装箱二班",
  period: "2026-Q4",
  times: 3,
};
export const actionDone: CaseEvent = {
  type: "actionDone",
  at: at("2026-10-14T10:00:00+08:00"),
  by: staff("afterSales", "周一鸣"),
  ...ofAction,
  owner,
  result: "新清单已启用。",
};
export const actionBack: CaseEvent = {
  type: "actionVerified",
  at: at("2026-10-15T10:00:00+08:00"),
  by: staff("operationsDirector", "许总监"),
  ...ofAction,
  owner,
  effective: false,
  finding: "夜班仍用旧清单。",
};
export const actionOverdue: CaseEvent = {
  type: "actionOverdue",
  at: at("2026-10-17T00:00:00+08:00"),
  by: system,
  ...ofAction,
  owner,
  due: at("2026-10-17T00:00:00+08:00"),
};
export const fivePhotos = [kept(1, 1), kept(2, 1), kept(3, 1), kept(4, 2), kept(5, 2)];

/** What a letter about the last event of a timeline is written from. */
export const dataOf = (
  timeline: readonly CaseEvent[],
  audience: LetterData["audience"],
  locale: Locale = "zh-CN",
): LetterData => {
  const about = timeline.at(-1);
  if (about === undefined) throw new Error("a letter is about an event");
  const current = caseOf(policy, timeline);
  return {
    locale,
    org,
    policy,
    case: current,
    clocks: readClocks(rulebook, current, about.at),
    evidence: evidenceOf(policy, current),
    about,
    audience,
    ...(audience === "reporter"
      ? { trackingPage: "https://example.com/yongan/case/case_1/tracking-token" }
      : { consolePage: "https://example.com/console/#/yongan/case_1" }),
  };
};
