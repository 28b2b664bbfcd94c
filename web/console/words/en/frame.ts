import type { frameWords as zh } from "../zh-cn/frame.ts";

export const frameWords: typeof zh = {
  skip: "Skip to content",
  otherLanguage: "中文",
  signOut: "Sign out",
  organisation: "Organisation",
  refresh: "Refresh",
  home: "All cases",
  noOrg: "Your account has no role in any organisation yet. Please ask your administrator.",
  places: {
    title: "Places of the console",
    list: "Cases",
    register: "Register",
    inspections: "Inspections",
    visits: "Duties",
    surveys: "Surveys",
    letters: "Letters",
    import: "Import",
  },
};
