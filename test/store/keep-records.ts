/**
 * Writes today's stored items into old-records/: `node test/store/keep-records.ts 2026-11`. Run it when a new shape of
 * record is about to be stored; files that are there are never written over. `npx biome format --write` gives new files the house's spacing before they are committed.
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import { recordKey, timelineKey } from "../../shared/aws/table.ts";
import type { Command } from "../../shared/case/decide.ts";
import type { CaseEvent } from "../../shared/case/event.ts";
import { CampaignId, ErasureId, InvitationId, MailId, PaperId } from "../../shared/kernel/ids.ts";
import { type Instant, plusMs } from "../../shared/kernel/instant.ts";
import { accept } from "../../shared/kernel/result.ts";
import { change, type Deps } from "../../shared/record/change.ts";
import { changeCase } from "../../shared/record/command.ts";
import { retire } from "../../shared/record/erase.ts";
import { type FileRequest, fileCase } from "../../shared/record/file.ts";
import { enterPhoto } from "../../shared/record/photo.ts";
import { mailCameBack } from "../../shared/record/undelivered.ts";
import { type Post, wakeCase } from "../../shared/record/wake.ts";
import { asks } from "../fixtures/asks.ts";
import { complaint, photo, photoId, sh, staff, step } from "../fixtures/cases.ts";
import { request, settle, standing, target } from "../fixtures/worlds.ts";
import { createTable, dynamos } from "./stand-ins.ts";

const [since = "now"] = process.argv.slice(2);
const [dynamo] = dynamos;
if (dynamo === undefined) throw new Error("dynalite needs nothing");
const { client, stop } = await dynamo.start();
await createTable(client, "keep");
const orgs = tableOrgs(client, "keep");
const clock = standing(sh("2026-03-10 09:30"));
const deps: Deps = { orgs, records: tableRecords(client, "keep", orgs), now: clock.now };
await settle(orgs);

const everybody = staff("afterSales", "operationsDirector");
const director = staff("operationsDirector");
const post: Post = async (record, entry) => {
  if (entry.to === "reporter") return { is: "sent", messageId: `<${record.id}.${entry.id}@riverside-doors.example>` };
  return entry.to === "operationsDirector"
    ? { is: "impossible", why: "nobody reads the mail of operationsDirector" }
    : { is: "later", why: "Throttling" };
};

/** Files a case, lets things happen to it, and keeps its items as they then lie in the table. */
const keep = async (
  n: number,
  name: string,
  happen: (ref: ReturnType<typeof target>) => Promise<void>,
  over: Partial<FileRequest> = {},
): Promise<void> => {
  clock.set(sh("2026-03-10 09:30"));
  await fileCase(deps, { ...request(complaint(), n), ...over });
  const ref = target(n);
  await happen(ref);
  const { Item: item = {} } = await client.send(new GetCommand({ TableName: "keep", Key: recordKey(ref) }));
  const parts: unknown[] = [];
  for (const part of Object.keys(item.parts ?? []).map(Number)) {
    parts.push((await client.send(new GetCommand({ TableName: "keep", Key: timelineKey(ref, part) }))).Item);
  }
  const file = join(import.meta.dirname, "old-records", `${since}-${name}.json`);
  if (existsSync(file)) return;
  writeFileSync(file, `${JSON.stringify({ item, parts }, undefined, 2)}\n`, { flag: "wx" });
};
const missing = (): never => {
  throw new Error("it has just been filed");
};
const say = (ref: ReturnType<typeof target>, command: Command, by = everybody) =>
  changeCase(deps, ref, command, { by });
const at = (moment: Instant): void => clock.set(moment);

await keep(1, "plain", async () => undefined);
await keep(2, "photos", async (ref) => {
  const where = { latitude: 30.2741, longitude: 120.1551 };
  await enterPhoto(deps, ref, { is: "kept", photo: { ...photo(1, 1, "a", sh("2026-03-09 15:00")), position: where } });
  for (const n of [2, 3, 4]) await enterPhoto(deps, ref, { is: "kept", photo: photo(n, 1) });
  await enterPhoto(deps, ref, { is: "kept", photo: photo(5, 2, "a") });
  const refusal = { code: "too-many-pixels", megapixels: 101 } as const;
  await enterPhoto(deps, ref, { is: "refused", photoId: photoId(6), damage: 2, refusal });
  at(sh("2026-03-10 10:30"));
  await wakeCase({ ...deps, ...asks(), post }, ref);
});
await keep(3, "extensions", async (ref) => {
  await say(ref, step("accept", {}, "key-1"));
  await say(ref, { do: "requestExtension", clock: "plan", newDue: "2026-03-18", reason: "模具返修", key: "key-2" });
  await say(ref, { do: "decideExtension", extension: "plan-1", approve: false, remark: "理由不足" }, director);
  await say(ref, { do: "requestExtension", clock: "plan", newDue: "2026-03-20", reason: "供应商停产" });
  await say(ref, { do: "decideExtension", extension: "plan-2", approve: true }, director);
});
await keep(4, "breached", async (ref) => {
  await say(ref, { do: "note", text: "客户来电\n已记录" });
  for (const moment of [sh("2026-03-13 09:00"), sh("2026-03-17 00:01"), sh("2026-03-17 00:04")]) {
    at(moment);
    await wakeCase({ ...deps, ...asks(), post }, ref);
  }
});
await keep(5, "closed", async (ref) => {
  for (const done of [step("accept"), step("reply-plan", { plan: "更换" }), step("mark-executed"), step("close")]) {
    at(plusMs(clock.now(), 3_600_000));
    await say(ref, done);
  }
  await wakeCase({ ...deps, ...asks(), post }, ref);
});
await keep(6, "spilled", async (ref) => {
  for (let n = 0; n < 22; n += 1) await say(ref, { do: "note", text: `${n} ${"情况属实 ".repeat(760)}`.trim() });
});
await keep(7, "exceptions", async (ref) => {
  const found = (await deps.records.load(ref)) ?? missing();
  const by = everybody;
  const told = { by, at: clock.now(), clock: "plan" } as const;
  const timeline: CaseEvent[] = [
    ...found.timeline,
    {
      ...told,
      type: "exceptionRecorded",
      key: "key-1",
      exception: "plan-1",
      reason: "NO_TICKET",
      promised: sh("2026-03-18 12:00"),
      remark: "已试三家",
    },
    { ...told, type: "exceptionDecided", exception: "plan-1", approved: false, remark: "可改乘汽车" },
    { ...told, type: "exceptionRecorded", exception: "plan-2", reason: "FESTIVAL", promised: sh("2026-03-20 12:00") },
    { ...told, type: "exceptionDecided", key: "key-2", exception: "plan-2", approved: true },
  ];
  await deps.records.save({ ...found, timeline });
});
const clerk = { kind: "staff", sub: "sub-afterSales", name: "Lin Wei", roles: ["afterSales"] } as const;
await keep(
  12,
  "taken-over",
  async (ref) => {
    await wakeCase({ ...deps, ...asks(), post }, ref);
  },
  {
    taking: {
      by: { ...clerk, roles: [...clerk.roles] },
      told: { channel: "letter", receivedAt: "2026-03-02T10:00:00+08:00" },
    },
    imported: { row: 7, number: "2026-03-077" },
  },
);
await keep(8, "linked-actions", async (ref) => {
  const by = everybody;
  const told = { by, at: clock.now() } as const;
  const engine = { by: { kind: "system" }, at: clock.now() } as const;
  const of = { action: "improvement-1", corrective: "improvement" } as const;
  const owner = { role: "afterSales", person: "周一鸣" } as const;
  const due = sh("2026-03-21 00:00");
  const sanction = { sanction: "warning-1", rule: "warning" } as const;
  const events: CaseEvent[] = [
    {
      ...engine,
      type: "counted",
      corrective: "improvement",
      changes: 1,
      place: { subject: "周一鸣", period: "2026-Q1" },
    },
    { ...engine, type: "actionOpened", ...of, subject: "周一鸣", period: "2026-Q1", times: 3 },
    { ...engine, type: "counted", corrective: "improvement", changes: 2 },
    { ...told, type: "actionPlanned", key: "key-1", ...of, cause: "装箱时未加护角", measure: "更换", owner, due },
    { ...engine, type: "actionReminded", ...of, owner, due, threshold: sh("2026-03-20 09:00") },
    { ...engine, type: "actionOverdue", ...of, owner, due },
    { ...told, type: "actionDone", ...of, owner, result: "新清单已启用" },
    { ...told, type: "actionVerified", key: "key-2", ...of, owner, effective: false, finding: "夜班仍用旧清单" },
    { ...told, type: "sanctionProposed", ...sanction, kind: "批评", subject: "装箱二班", basis: "调查属实" },
    { ...told, type: "sanctionDecided", ...sanction, approved: true, remark: "同意" },
  ];
  await change(deps, ref, () => accept({ events }));
});
await keep(13, "linked-claims", async (ref) => {
  const told = { by: everybody, at: clock.now() } as const;
  const events: CaseEvent[] = [
    { ...told, type: "claimPaper", key: "key-1", document: "claim-letter", copy: 1, signedBy: ["sender"] },
    { ...told, type: "claimPaper", document: "medical-papers", copy: 2, signedBy: [], grade: 2, photo: photoId(1) },
    { ...told, type: "claimAssessed", key: "key-2", of: "insured", insured: "2000.00", percent: 35, pays: "700.00" },
    { ...told, type: "claimAssessed", of: "uninsured", value: "500.00", claimed: "3500.00", pays: "500.00" },
    { ...told, type: "returnDecided", key: "key-3", quantity: 112.5, remark: "照实入帐" },
  ];
  await change(deps, ref, () => accept({ events }));
});
await keep(14, "linked-decisions", async (ref) => {
  const told = { by: everybody, at: clock.now() } as const;
  const seen = { standHeight: 5.01, "reply-plan": clock.now() };
  const verdict = { type: "verdictGiven", approval: "over-height", seen } as const;
  const events: CaseEvent[] = [
    { ...told, ...verdict, key: "key-1", verdict: "review", roles: ["afterSales"] },
    { ...told, ...verdict, verdict: "approve", roles: ["operationsDirector"], remark: "方案可行" },
    { ...told, ...verdict, verdict: "refuse", roles: ["operationsDirector"] },
    { ...told, type: "promiseMade", key: "key-2", amount: "800.00", said: "最多折让800元" },
    {
      ...told,
      type: "costBooked",
      key: "key-3",
      cost: "branch-staff",
      kind: "差旅",
      amount: "1200.50",
      note: "两人两天",
      told: { staffOf: "branch" },
    },
    { ...told, type: "costBooked", cost: "repair-and-parts", amount: "90.00", told: {} },
    {
      ...told,
      type: "liabilityJudged",
      key: "key-4",
      roles: ["afterSales"],
      answers: { ownProduct: "yes" },
      class: "own-quality",
      shares: [
        { department: "装箱二班", percent: 66.67 },
        { department: "物流", percent: 33.33 },
      ],
      settled: true,
    },
    {
      ...told,
      type: "step",
      step: "accept",
      event: "accepted",
      to: "ACCEPTED",
      answers: { parts: [{ name: "护角", quantity: 4, reason: "破损" }, { name: "门扇" }] },
    },
    { ...told, type: "attempted", what: "makePromise", code: "beyond-authority" },
  ];
  await change(deps, ref, () => accept({ events }));
});
await keep(9, "outside", async (ref) => {
  const { timeline, ...found } = (await deps.records.load(ref)) ?? missing();
  const [first = missing(), ...rest] = timeline;
  if (first.type !== "received") return missing();
  const told = { by: everybody, at: plusMs(clock.now(), 7_200_000) } as const;
  const events: CaseEvent[] = [
    { ...first, number: "T-00000-00009", provisional: true },
    ...rest,
    { ...told, type: "numbered", number: "2026-03-009" },
    { ...told, type: "step", step: "accept", event: "accepted", to: "ACCEPTED", answers: {} },
    { ...told, type: "happened", key: "key-1", event: "partReplaced", when: told.at, answers: {} },
    {
      ...told,
      type: "happened",
      event: "partReplaced",
      when: plusMs(told.at, -3_600_000),
      reason: "现场无网络，返回后补记",
      answers: { place: "2 号厅" },
    },
  ];
  await deps.records.save({ ...found, timeline: events });
});
await keep(15, "linked-signing", async (ref) => {
  const told = { by: everybody, at: clock.now() } as const;
  const holder = { kind: "holder", name: "林晓" } as const;
  const next = { successor: target(16).id, number: "2026-03-078" } as const;
  const events: CaseEvent[] = [
    {
      ...told,
      type: "signed",
      key: "key-1",
      signoff: "user-signature",
      role: "dealer",
      name: "陈一鸣",
      method: "stamp",
      signedAt: clock.now(),
      of: clock.now(),
      hash: "0".repeat(64),
      photo: photoId(1),
      remark: "请检查其他门",
      event: "userSigned",
    },
    {
      ...told,
      by: { kind: "reporter" },
      type: "objected",
      signoff: "plan",
      role: "dealer",
      of: clock.now(),
      reason: "要换货",
    },
    { ...told, type: "corrected", place: 0, field: "quantity", before: 1, value: 2, reason: "两扇" },
    {
      ...told,
      type: "visitRecorded",
      visit: "follow-up",
      of: clock.now(),
      outcome: "rebooked",
      channel: "home",
      doneAt: clock.now(),
      whom: "陈一鸣",
      apology: "抱歉",
      next: sh("2026-03-12 10:00"),
      facts: { appointmentAt: "2026-03-12T02:00:00.000Z" },
      event: "appointed",
    },
    {
      ...told,
      type: "circulated",
      form: "update-notice",
      words: "第3版生效",
      recipients: [{ copy: 2, name: "林晓", email: "lin@holder.example" }],
      event: "documentChanged",
    },
    { ...told, by: holder, type: "copyAcknowledged", form: "update-notice", copy: 2, of: clock.now() },
    { ...told, type: "caseReopened", to: "ACCEPTED", reason: "再次出现" },
    { ...told, type: "superseded", ...next },
  ];
  await change(deps, ref, () => accept({ events }));
});
await keep(17, "linked-routing", async (ref) => {
  const told = { by: everybody, at: clock.now() } as const;
  const person = { sub: "sub-zhou", name: "周一鸣" } as const;
  const events: CaseEvent[] = [
    { ...told, type: "assigned", key: "key-1", assignment: 1, route: "hand-over", role: "dealer", note: "急" },
    { ...told, type: "assignmentReturned", key: "key-2", assignment: 1, reason: "不属本部门" },
    {
      ...told,
      type: "assigned",
      assignment: 2,
      route: "absent-leader",
      role: "afterSales",
      person,
      insteadOf: "operationsDirector",
    },
    { ...told, type: "assignmentTaken", key: "key-3", assignment: 2 },
    { ...told, type: "needRecorded", key: "key-4", route: "on-site", need: 1, text: "客户书面同意" },
    { ...told, type: "opinionGiven", key: "key-5", route: "arbitration", role: "afterSales", text: "属安装问题" },
    { ...told, type: "opinionGiven", route: "arbitration", role: "quality", text: "属产品问题", agrees: false },
  ];
  await change(deps, ref, () => accept({ events }));
});
await keep(
  18,
  "linked-links",
  async (ref) => {
    const told = { by: everybody, at: clock.now() } as const;
    const engine = { by: { kind: "system" }, at: clock.now() } as const;
    const twin = target(19).id;
    const events: CaseEvent[] = [
      { ...engine, type: "duplicateSuspected", of: twin, number: "T-00000-0000K" },
      { ...told, type: "duplicateDecided", key: "key-1", of: twin, same: false },
      { ...engine, type: "linkTold", of: twin, decidedAt: told.at },
      { ...told, type: "duplicateDecided", of: twin, same: true, heardOf: plusMs(told.at, 1000) },
      { ...engine, type: "linkNumbered", of: twin, number: "2026-03-079" },
      { ...engine, type: "linkNumbered", of: target(5).id, number: "2026-03-080" },
      { ...engine, type: "linkTold", of: twin, number: "2026-03-016" },
    ];
    await change(deps, ref, () => accept({ events }));
  },
  {
    taking: {
      by: { ...clerk, roles: [...clerk.roles] },
      told: { channel: "phone", firstContact: { name: "门卫" } },
    },
    anew: {
      by: everybody,
      supersedes: { caseId: target(5).id, number: "T-00000-00005", firstReceivedAt: sh("2026-03-01 10:00") },
    },
  },
);
await keep(20, "linked-keeping", async (ref) => {
  const told = { by: everybody, at: clock.now() } as const;
  const given = { authority: "市公安局", legalBasis: "刑事诉讼法第五十四条", document: "公调字7号" } as const;
  const events: CaseEvent[] = [
    { ...told, type: "held", key: "key-1", hold: "hold-1", reason: "诉讼" },
    { ...told, type: "disclosed", key: "key-2", disclosure: "disclosure-1", ...given, fields: ["contact"] },
    { ...told, type: "holdReleased", key: "key-3", hold: "hold-1", reason: "已结案" },
    { ...told, type: "erasureOrdered", key: "key-4", why: "asked", how: "anonymise", reason: "客户要求" },
    { by: { kind: "system" }, at: clock.now(), type: "erased", photos: 0 },
  ];
  await change(deps, ref, () => accept({ events }));
});
await keep(21, "linked-mailed", async (ref) => {
  const [mail, other] = ["a", "b"].map((one) => MailId.parse(`mail_${one.repeat(26)}`));
  const paper = PaperId.parse(`paper_${"c".repeat(26)}`);
  const whole = {
    from: { name: "陈华", address: "chen@riverside.example" },
    subject: "补充",
    text: "门锁也坏了",
  } as const;
  const events: CaseEvent[] = [
    {
      type: "mailReceived",
      by: { kind: "reporter" },
      at: clock.now(),
      mail: mail ?? missing(),
      original: paper,
      ...whole,
      sentAt: sh("2026-03-10 09:20"),
      quoted: "> 您的投诉已收到",
      cut: true,
      spam: true,
      files: [
        { is: "photo", name: "门锁.jpg", bytes: 81_000, photo: photoId(6) },
        { is: "paper", name: "清单.pdf", bytes: 1200, paper },
        { is: "refused", name: "setup.exe", bytes: 9, why: "dangerous" },
      ],
      desk: "afterSales",
    },
    {
      type: "mailReceived",
      by: { kind: "system" },
      at: clock.now(),
      mail: other ?? missing(),
      original: paper,
      ...whole,
      files: [],
    },
  ];
  await change(deps, ref, () => accept({ events }));
});
await keep(19, "linked-erased", async (ref) => {
  const officer = staff("privacyOfficer", "afterSales");
  const say = (command: Command) => changeCase(deps, ref, command, { by: officer });
  for (const one of [
    step("accept"),
    step("reply-plan", { plan: "更换门扇" }),
    step("mark-executed", { result: "已换" }),
  ]) {
    await say(one);
  }
  await say(step("close", { closingNote: "谢谢" }));
  await say({ do: "erase", reason: "本人申请", order: ErasureId.parse(`erasure_${"7".repeat(26)}`) });
  clock.set(plusMs(clock.now(), 2 * 3_600_000));
  await retire({ ...deps, ...asks(), removePhotos: async () => undefined, newSalt: () => "0f".repeat(16) }, ref);
});
await keep(22, "linked-undelivered", async (ref) => {
  await wakeCase({ ...deps, ...asks(), post }, ref);
  const back = { how: "bounced", why: "Permanent: General: smtp; 550 5.1.1 user unknown", messageId: "ses-1" } as const;
  await mailCameBack(deps, ref, "0-acknowledgement-reporter", back);
  await changeCase(deps, ref, step("accept"), { by: everybody });
  const why = "nothing is sent to it: bounced at 2026-03-10T01:30:00.000Z: user unknown";
  const kept: Post = async () => ({ is: "impossible", how: "suppressed", why });
  await wakeCase({ ...deps, ...asks(), post: kept }, ref);
});
await keep(23, "linked-surveys", async (ref) => {
  const said = { type: "surveyAsked", by: { kind: "system" }, at: clock.now(), survey: "opinion" } as const;
  const campaign = CampaignId.parse(`campaign_${"4".repeat(26)}`);
  const invitation = InvitationId.parse(`invitation_${"5".repeat(26)}`);
  const events: CaseEvent[] = [
    { ...said, about: 0, outcome: { is: "invited", campaign, invitation } },
    { ...said, about: 1, outcome: { is: "late" } },
    { ...said, about: 2, outcome: { is: "over" } },
  ];
  await change(deps, ref, () => accept({ events }));
});
await keep(23, "linked-opinion", async (ref) => {
  const told = { at: clock.now(), by: { ...clerk, roles: [...clerk.roles] } };
  const events: CaseEvent[] = [
    {
      ...told,
      type: "opinionCollated",
      key: "key-1",
      event: "opinionsCollated",
      to: "COLLATED",
      campaign: CampaignId.parse(`campaign_${"8".repeat(26)}`),
      invitation: InvitationId.parse(`invitation_${"9".repeat(26)}`),
      survey: "satisfaction",
      title: "2026 年满意度调查",
      department: "工程部",
      answeredAt: sh("2026-03-09 15:00"),
      scores: { overall: 2 },
    },
    { at: clock.now(), by: { kind: "system" }, type: "opinionTold", stage: "collated" },
    {
      ...told,
      type: "happened",
      event: "opinionsDelivered",
      to: "DELIVERED",
      when: sh("2026-03-10 09:00"),
      reason: "次日补记",
      answers: {},
    },
  ];
  await change(deps, ref, () => accept({ events }));
});
await stop();
