import type { digestsWords as zh } from "../zh-cn/digests.ts";

export const digestsWords: typeof zh = {
  digests: {
    title: "Digests",
    lead: "The mails that tell your roles how things stand: what one would say now, and what they have said. Nothing is sent from here.",
    now: "The digest as it would be now",
    nothing: "There is nothing to tell: nothing overdue, due or changed, or your roles get no digest.",
    past: "Digests of this month",
    none: "No digest of this month was for your roles.",
    day: "Day",
    to: "To",
    standing: "State",
    overdue: "Overdue",
    due: "Due soon",
    show: "Show",
    frame: "The mail of a digest",
    at: (day) => `The digest of ${day}`,
    is: { sending: "being sent", sent: "sent", empty: "nothing to tell, not sent", notSent: "could not be sent" },
  },
};
