/** Bodies for inspections, their findings, and what inspections have in common. */
export const inspectionBodies = {
  fileInspection: {
    "two people at a regulating station": {
      schedule: "station-inspection",
      doneAt: "2026-09-21T10:00:00+08:00",
      subject: "3号调压站",
      department: "管网运行部",
      people: [
        { name: "赵启", inCharge: true },
        { name: "钱文", inCharge: false },
      ],
      lines: [
        { of: { checklist: "station-inspection", item: "inlet-pressure" }, result: "ok" },
        { of: { checklist: "station-inspection", item: "leak-test" }, result: "remark", note: "出口法兰检出微漏。" },
      ],
    },
  },
  inspectionPhotos: {
    "of the second line": { photos: [{ line: 2, type: "image/jpeg", size: 482113, key: "6f1d2c5e-photo-1" }] },
  },
  signFinding: { "by the head": { remark: "情况属实。" } },
  assignFinding: { "by a day": { rectifier: { name: "孙立", email: "sun.li@example.com" }, dueOn: "2026-09-25" } },
  rectifyFinding: { "what was done": { measure: "更换法兰垫片，复检无泄漏。" } },
  verifyFinding: { "it worked": { verdict: "passed", result: "现场复测合格。" } },
  approveBeyond: { "a safety plan": { verdict: "passed", plan: "增设斜撑和检修通道，结构计算书见附件。" } },
  planCommonAction: {
    "a training": {
      cause: "新员工未受岗位培训",
      measure: "各部门开展礼仪培训",
      prevention: "培训列入入职流程",
      owner: { role: "department", person: "周宁" },
      due: "2026-10-31",
    },
  },
  commonActionDone: { "carried out": { result: "已培训42人。" } },
  commonActionVerified: { "it works": { verdict: "passed", result: "十月抽查未再发现。" } },
};
