export const registersWords = {
  registers: {
    title: "台账",
    choose: "台账",
    month: "月份",
    subject: "按对象查找（不限月份）",
    find: "查找",
    write: "登记",
    number: "编号",
    day: "日期",
    says: "内容",
    stands: "状态",
    acts: "办理",
    history: "历史",
    waits: (title: string) => `待办理：${title}`,
    corrected: (times: number) => `已更正${times}次`,
    none: "没有登记。",
    noRegister: "公司采用的制度中没有您可查看的台账。",
    more: "显示更多",
    waiting: "待您办理",
    quota: (title: string, count: number, least: number | undefined, most: number | undefined) =>
      `${title}：共${count}次${least === undefined ? "" : `，至少${least}`}${most === undefined ? "" : `，至多${most}`}`,
  },
};
