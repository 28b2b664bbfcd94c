import type { Person } from "../local/oidc-tokens.ts";

/** Who may sign in on this machine: one person for each role of the demo company, one who looks after its letters, one who looks after people's data, and a stranger from another one. */
export const PEOPLE: readonly Person[] = [
  { sub: "clerk", name: "After-sales clerk 售后专员", groups: ["demo-doors:afterSales"] },
  { sub: "manager", name: "Head of after-sales 售后经理", groups: ["demo-doors:afterSalesManager"] },
  { sub: "director", name: "Operations director 运营总监", groups: ["demo-doors:operationsDirector"] },
  { sub: "quality", name: "Quality reader 质量部", groups: ["demo-doors:quality"] },
  {
    sub: "letters",
    name: "Keeper of the letters 信函样式管理员",
    groups: ["demo-doors:letterKeeper", "demo-doors:quality"],
  },
  {
    sub: "privacyOfficer",
    name: "Privacy officer 信息保密负责人",
    groups: ["demo-doors:privacyOfficer", "demo-doors:quality"],
  },
  { sub: "stranger", name: "Another company's clerk 外单位", groups: ["other-company:afterSales"] },
];
