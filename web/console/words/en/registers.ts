import type { registersWords as zh } from "../zh-cn/registers.ts";

export const registersWords: typeof zh = {
  registers: {
    title: "Registers",
    choose: "Register",
    month: "Month",
    subject: "About (any month)",
    find: "Find",
    write: "New entry",
    number: "Number",
    day: "Day",
    says: "What it says",
    stands: "State",
    acts: "To do",
    history: "History",
    waits: (title) => `Waits for: ${title}`,
    corrected: (times) => `corrected ${times === 1 ? "once" : `${times} times`}`,
    none: "No entries.",
    noRegister: "None of the company's regulations keeps a register that your roles may read.",
    more: "Show more",
    waiting: "Waiting for you",
    quota: (title, count, least, most) =>
      `${title}: ${count}${least === undefined ? "" : ` of at least ${least}`}${most === undefined ? "" : ` of at most ${most}`}`,
  },
};
