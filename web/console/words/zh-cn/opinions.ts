/** What customers said in a survey, and the cases that are made of it. */
export const opinionsWords = {
  opinions: {
    title: "意见",
    none: "还没有不满意的评分或意见",
    choose: "选择",
    chooseOf: (name: string) => `选择 ${name} 的意见`,
    who: "客户",
    said: "意见",
    state: "进展",
    changed: "客户后来改了回答",
    case: "案件",
    department: "责任部门",
    collate: (n: number) => `汇总 ${n} 条为案件`,
    hint: "每条意见成为一个案件，只成为一次。",
    most: (n: number) => `一次最多 ${n} 条。`,
    made: (n: number) => `已建立 ${n} 个案件`,
  },
};
