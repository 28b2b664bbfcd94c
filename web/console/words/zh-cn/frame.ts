/** The head of every screen. */
export const frameWords = {
  skip: "跳到正文",
  otherLanguage: "English",
  signOut: "退出登录",
  organisation: "单位",
  refresh: "刷新",
  home: "案件列表",
  noOrg: "您的账号尚无任何单位的岗位，请联系管理员。",
  places: {
    title: "工作台页面",
    list: "案件",
    register: "登记追踪表",
    inspections: "检查",
    visits: "定期工作",
    surveys: "调查",
    letters: "信函样式",
    import: "导入",
  },
};
