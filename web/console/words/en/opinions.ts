import type { opinionsWords as zh } from "../zh-cn/opinions.ts";

export const opinionsWords: typeof zh = {
  opinions: {
    title: "Opinions",
    none: "Nobody was dissatisfied or wrote anything yet",
    choose: "Choose",
    chooseOf: (name) => `Choose what ${name} said`,
    who: "Customer",
    said: "What was said",
    state: "How far it is",
    changed: "answered anew since",
    case: "Case",
    department: "Responsible department",
    collate: (n) => `Make ${n === 1 ? "a case" : "cases"} of ${n}`,
    hint: "Each becomes a case of its own, once.",
    most: (n) => `At most ${n} at once.`,
    made: (n) => (n === 1 ? "1 case was made" : `${n} cases were made`),
  },
};
