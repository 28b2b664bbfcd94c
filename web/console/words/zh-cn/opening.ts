/** What is said before anybody has signed in: nothing else is fetched until then. */
export const openingWords = {
  console: "售后工作台",
  loading: "正在载入…",
  again: "重试",
  signIn: {
    ended: "登录已失效，请重新登录。已填写的内容会保留。",
    again: "重新登录",
    failed: "登录未完成，请重试。",
  },
  failed: {
    unreachable: "网络不通，请检查后重试；重复提交不会办理两次。",
    "not-a-member": "您不属于此单位。",
    other: (status: number) => `系统未能办理（${status}），请稍后重试。`,
    settings: "无法读取登录设置，请稍后重试或联系管理员。",
  },
};
