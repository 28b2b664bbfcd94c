import type { RouteId } from "../../shared/api/api.ts";
import type { Problem } from "../../shared/api/problem.ts";
import { inspectionBodies } from "./examples-inspections.ts";
import { lookBodies } from "./examples-look.ts";
import { registerBodies } from "./examples-registers.ts";
import { signingBodies } from "./examples-signing.ts";
import { surveyBodies } from "./examples-survey.ts";

/** A complaint as the door factory's regulation asks for it; another regulation draws other fields. */
export const complaint = {
  contact: { name: "陈一鸣", email: "chen@dealer.example", phone: "+86 571 5550 0100" },
  dealerName: "临江门窗经营部",
  orderNo: "SO-2026-0312",
  productLine: "gate",
  category: "1-2-1",
  description: "卸货时发现左扇下部凹陷，外箱同一位置有破口。",
  quantity: 1,
  logisticsCentre: "临江物流中心",
  pickupNoticeAt: "2026-03-09T16:00:00+08:00",
  pickupAt: "2026-03-10T08:40:00+08:00",
  damages: [
    { place: "左扇下部", packaging: "damaged", description: "凹陷约 4 cm" },
    { place: "门框右上角", packaging: "intact" },
  ],
} as const;

/** A body for each route that takes one. */
export const bodies: Readonly<Partial<Record<RouteId, Readonly<Record<string, unknown>>>>> = {
  photos: {
    "two photos of the first damage": {
      photos: [
        { damage: 1, type: "image/jpeg", size: 2_480_113 },
        { damage: 1, type: "image/heic", size: 1_730_552 },
      ],
    },
  },
  take: {
    "a letter that lay on a desk since Friday": {
      channel: "letter",
      receivedAt: "2026-03-06T16:30:00+08:00",
      firstContact: { name: "周晓" },
      contact: { name: "陈一鸣", address: "临江市滨江路 12 号" },
      fields: {
        dealerName: "临江门窗经营部",
        orderNo: "SO-2026-0298",
        productLine: "gate",
        category: "2-1",
        description: "来函要求更换拉手。",
      },
    },
  },
  step: {
    accept: {},
    "reply-plan": { plan: "更换左扇门板，3 月 16 日发货，运费由我方承担。" },
    "set-liability": { liability: "logistics", liabilityReason: "外箱破口与门板凹陷位置一致。" },
  },
  ...surveyBodies,
  ...registerBodies,
  putObject: {
    "a delivered project": {
      schedule: "project-visit",
      also: [],
      title: "临江市政务平台",
      contact: { name: "陈一鸣", phone: "13900000000" },
      events: { delivered: "2025-10-31" },
      facts: {},
    },
  },
  retireObject: { sold: { for: "sold", note: "项目已转让，2026 年 3 月起由买方自行维护。" } },
  relistObject: { "a mistake": { note: "登记有误，合同仍在执行。" } },
  draftYearPlan: {
    "two projects": {
      visits: [
        { object: "P-2024-07", from: "2026-03-01", to: "2026-03-31" },
        { object: "P-2025-02", from: "2026-09-01", to: "2026-09-30" },
      ],
    },
  },
  returnYearPlan: { "one is missing": { reason: "请补充三季度的回访。" } },
  visitDone: {
    "a call": {
      channel: "phone",
      whom: "陈一鸣",
      answers: { visitedProject: "临江市政务平台", visitedOn: "2026-09-15", opinion: "运行正常。" },
    },
  },
  visitUnreachable: { "nobody answered": { channel: "phone", note: "两次无人接听。" } },
  visitRebooked: { "another day": { apology: "原约时间未能上门，致歉。", next: "2026-09-20T10:00:00+08:00" } },
  visitSigned: { "on paper": { name: "陈一鸣", method: "paper" } },
  ...lookBodies,
  ...inspectionBodies,
  giveKpi: { "households of the year": { denominator: 1000, note: "register of the estate, 2026-01-01" } },
  note: { note: { text: "已电话确认收货地址。" } },
  giveVerdict: { approve: { approval: "over-height", verdict: "approve", remark: "方案可行。" } },
  makePromise: { "within one's authority": { amount: "800.00", said: "已告知客户最多折让800元。" } },
  bookCost: {
    "borne as the regulation says": { cost: "repair-and-parts", kind: "零件", amount: "1200.00" },
    "with a fact of its own": { cost: "branch-staff", kind: "差旅", amount: "800.00", facts: { staffOf: "branch" } },
  },
  judgeLiability: {
    "all at once": {
      answers: { ownQuality: "yes" },
      class: "own-quality",
      shares: [
        { department: "制造部门", percent: 70 },
        { department: "质量管理部", percent: 30 },
      ],
    },
  },
  recordEvent: {
    now: { event: "partReplaced" },
    afterwards: { event: "partReplaced", at: "2026-03-10T14:20:00+08:00", reason: "现场无网络，返回后补记。" },
  },
  assign: {
    "to whoever stands in for the leader": {
      route: "hand-over",
      absent: true,
      person: { name: "孙经理" },
      note: "客户网站打不开，首位接待人已登记。",
    },
  },
  takeOver: { acknowledge: {} },
  giveBack: { "not ours": { reason: "属于服务器托管方的问题，请转业务部。" } },
  recordNeed: { "the client's authorisation": { text: "客户王工 3 月 10 日 14:05 电话授权远程登录。" } },
  decideDuplicate: { "one matter": { same: true } },
  giveOpinion: {
    "the first department": { route: "arbitration", text: "应由技术服务部更换设备。" },
    "another that disagrees": { route: "arbitration", text: "设备完好，属业务部承诺的范围。", agrees: false },
  },
  requestExtension: {
    "until the end of a day": { clock: "plan", newDue: "2026-03-20", reason: "等待物流公司的破损证明。" },
  },
  decideExtension: {
    approve: { approve: true },
    refuse: { approve: false, remark: "破损证明不影响先行答复方案。" },
  },
  recordException: {
    "over a festival": {
      clock: "arrival",
      reason: "FESTIVAL",
      promised: "2026-02-24T12:00:00+08:00",
      remark: "春节期间班车停运。",
    },
  },
  planAction: {
    "of a founded complaint": {
      corrective: "founded-complaint",
      cause: "交接班时没有核对客户登记。",
      measure: "补登记并向客户致歉。",
      prevention: "交接班增加核对项，班长签字。",
      ownerRole: "departmentHead",
      owner: "周敏",
      due: "2026-11-20",
    },
  },
  finishAction: { done: { result: "新交接表已启用，全组已培训。" } },
  verifyAction: {
    "it worked": { effective: true, finding: "两周内抽查二十次交接，无遗漏。" },
    "back again": { effective: false, finding: "夜班仍未使用新交接表。" },
  },
  proposeSanction: {
    proposal: { sanction: "violation", kind: "批评", subject: "夜班值班员", basis: "调查属实，见处理记录。" },
  },
  decideSanction: {
    approve: { approve: true },
    refuse: { approve: false, remark: "首次发生，以培训为主。" },
  },
  ...signingBodies,
  hold: { "a suit": { reason: "法院立案通知书，案件审理期间保全。" } },
  releaseHold: { "the suit is over": { reason: "判决已生效。" } },
  disclose: {
    "to the police": {
      authority: "临江市公安局",
      legalBasis: "《中华人民共和国刑事诉讼法》第五十四条",
      document: "临公调证字〔2026〕118号",
      fields: ["contact"],
    },
  },
  erasePerson: {
    "asked for by somebody who called": { phone: "+86 571 5550 0100", reason: "客户来电申请删除个人信息。" },
  },
  liftAddress: { "a mailbox that was full": { reason: "客户来电：邮箱已恢复。" } },
  liftCaseAddress: { "corrected by its owner": { reason: "客户确认邮箱可以收信。" } },
  erase: { "asked for by the customer": { reason: "客户书面申请删除个人信息。" } },
  decideException: {
    approve: { approve: true },
    refuse: { approve: false, remark: "邻近服务点可以派人。" },
  },
  addClaimPaper: {
    "a signed copy": { document: "incident-statement", copy: 2, signedBy: ["employer", "helper"] },
    "from a hospital": { document: "medical-papers", grade: 2 },
  },
  assessClaim: {
    "insured, a third damaged": { of: "insured", percent: 35 },
    "a lost profit": { of: "indirect-loss", claimed: "3000.00" },
  },
  decideReturn: { "all of it": { quantity: 112, remark: "客户另行书面说明，照实入帐。" } },
};

/** What a complaint with two mistakes is told. */
export const refusedComplaint: Problem = {
  type: "https://aftercare.invalid/problems/bad-fields",
  title: "some fields are wrong; each says why",
  status: 400,
  code: "bad-fields",
  fields: [
    { path: "/contact/email", code: "required", says: "E-mail: is required" },
    { path: "/category", code: "not-for-this", rule: "DFA-20", says: "gates only" },
  ],
};
