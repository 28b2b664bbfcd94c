/** What is claimed, and what comes back. */
export const claimsWords = {
  claim: {
    title: "索赔",
    filed: "提出时间",
    until: "索赔期限",
    head: "赔偿项目",
    pays: "核定（元）",
    refused: "不予赔偿（元）",
    sum: "核定合计",
    agreed: "商定金额",
    payee: "收款人",
    rungs: "争议解决",
    reason: "不予受理的理由",
    instead: "按市价估价",
  },
  returned: {
    title: "退货",
    missing: "退回前须明确",
    approved: "核定量",
    counted: "实退量",
    difference: "差异",
    bookable: "可入帐",
    booked: "已入帐",
    outcome: "处理结果",
    proof: "退货证明",
    freight: "运费承担",
  },
};
