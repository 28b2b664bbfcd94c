/** The list of whom surveys may ask, and how it is renewed. */
export const customersWords = {
  customers: {
    title: "客户名单",
    lead: "调查可以联系的客户",
    none: "名单里还没有客户",
    name: "姓名",
    email: "电子邮箱",
    phone: "电话",
    language: "语言",
    groups: "分组",
    languages: { "zh-CN": "中文", en: "英文" } as Readonly<Record<string, string>>,
    templateHint: "姓名必填，邮箱和电话至少填一项；其他列（如部门、类别）都是分组，最多 10 列。",
    import: "2. 选择文件，检查后导入",
    fileField: "填好的名单（xlsx 或 CSV，行数不限）",
    hint: "全部无误才会导入。同一客户再次导入会更新，不会重复。",
    unread: "无法读取此文件，请选择 xlsx 或 CSV 文件。",
    checking: (n: number) => `正在检查，已检查 ${n} 批`,
    bad: (faults: number, rows: number) =>
      `${rows} 行有误，共 ${faults} 处。请在文件中改正后重新选择；尚未导入任何客户。`,
    empty: "文件里没有客户，请填写后重新选择。",
    good: (n: number) => `${n} 位客户均无误，可以导入。`,
    takeAll: (n: number) => `导入 ${n} 位客户`,
    begun: (n: number, all: number) => `此文件上次导入到第 ${n} 批，共 ${all} 批，可以继续。`,
    goOn: "继续导入",
    taken: (n: number) => `已导入 ${n} 位客户`,
  },
};
