/** Bodies for signatures, visits, copies and corrections. */
export const signingBodies = {
  sign: {
    "the user, on the spot": {
      signoff: "user-signature",
      by: "user",
      name: "高远",
      method: "drawn",
      signedAt: "2026-11-02T14:35:00+08:00",
    },
  },
  confirm: { "by typing the name": { signoff: "solution-confirmed", name: "林晓", method: "typed" } },
  object: { "with a reason": { signoff: "solution-confirmed", reason: "希望更换而不是维修。" } },
  visit: {
    done: {
      visit: "complaint-visit",
      outcome: "done",
      channel: "site",
      whom: "林晓",
      opinion: "问题已解决。",
      satisfied: true,
    },
    rebooked: {
      visit: "home-visit",
      outcome: "rebooked",
      channel: "home",
      apology: "前一户抢修延误，深表歉意。",
      next: "2026-07-08T10:00:00+08:00",
    },
  },
  acknowledge: { "one's own copy": {} },
  heldCopy: { "the copy of the token": {} },
  circulate: {
    "a new version": {
      words: "检测报告 TR-118 第3版生效，旧版作废。",
      to: [{ name: "林晓", email: "lin@customer.example" }],
    },
  },
  supersede: { "the same again": {}, "with another demand": { demand: "return", returnQuantity: 40 } },
  reopen: { "it came back": { reason: "住户反映噪音再次出现。" } },
  correct: {
    "a wrong figure": { place: 2, field: "distanceKm", value: 120, reason: "按实际路线重新测量。" },
  },
} as const;
