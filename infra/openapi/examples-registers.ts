/** Bodies for the entries of registers. */
export const registerBodies = {
  writeEntry: {
    "a goods pass": {
      answers: {
        goodsDirection: "out",
        goodsHazard: "none",
        unitName: "临江电子有限公司",
        bearer: "周建",
        carriedAt: "2026-11-10T09:30:00+08:00",
        goods: "电源模块",
        quantity: "20 箱",
        sealedBy: "seal",
      },
    },
    "a swap of shifts": {
      answers: {
        swapper: "林静",
        partner: "周敏",
        swappedDay: "2026-11-11",
        returnedDay: "2026-11-18",
        swapReason: "家中有事",
      },
    },
  },
  correctEntry: {
    "another quantity": {
      answers: {
        goodsDirection: "out",
        goodsHazard: "none",
        unitName: "临江电子有限公司",
        bearer: "周建",
        carriedAt: "2026-11-10T09:30:00+08:00",
        goods: "电源模块",
        quantity: "18 箱",
        sealedBy: "seal",
      },
      reason: "清点后数量有误",
    },
  },
  takeEntryStep: {
    "the stamp": { answers: {} },
    "a settlement": { answers: { settledOn: "2026-11-20", voucher: "J-1107" }, remark: "已汇至寄件人账户" },
  },
  declineEntryStep: { "not now": { reason: "当班人手不足" } },
  voidEntry: { "twice entered": { reason: "重复登记" } },
  holdEntry: { "a suit": { reason: "诉讼保全" } },
  releaseEntry: { over: { reason: "案件已结" } },
};
