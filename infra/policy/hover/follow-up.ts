import type { Hovers } from "./hover.ts";

/** Visits and surveys after a case, who takes a matter on, what nobody may do, and documents outside the regulation. */
export const FOLLOW_UP: Hovers = {
  visits: "Visits and calls that an event of a case causes (回访). Those by calendar are schedules.",
  "visits[].after": "The event after which it is owed.",
  "visits[].within": "The clock until which it is done. Absent: the regulation gives no figure.",
  "visits[].contacts": "At least so many contacts (CHN-09); one unless told otherwise.",
  "visits[].signature": "Whether whoever was visited signs.",
  "visits[].event":
    "What has happened once it is done as often as it must be. A step with this event reports it as well.",
  "visits[].rebooked":
    "What has happened when another time is promised; the promise of `within` starts anew on it (GAS-29).",
  "visits[].blocks": "Steps or schedules that stay closed until it is done.",

  surveys: "Surveys: whom they ask, how, on what, and what is done with the answers. A schedule or `after` sends them.",
  "surveys[].audience": "Whom it asks, in words.",
  "surveys[].after": "Sent after each such event instead of by calendar (BUS-19).",
  "surveys[].asks": "Of a survey with `after`: the days that each customer has, counted from their first mail.",
  "surveys[].asks.answerWithin": "For so long an answer counts: days or weeks.",
  "surveys[].asks.remindAfter": "Those who have not answered are reminded after so long, at most twice.",
  "surveys[].dimensions": "What it asks about, one question each.",
  "surveys[].dimensions[].title": "The question, in Chinese and in English.",
  "surveys[].scale": "The answers that may be given, the same for every question.",
  "surveys[].scale[].value": "What the answer counts in an average.",
  "surveys[].scale[].satisfied": "Whether whoever answers so counts as satisfied.",
  "surveys[].comments": "Whether free text may be given too; it may, unless this is false.",
  "surveys[].kpis": "The KPIs of this policy that it feeds, its return rate among them.",
  "surveys[].analysis": "What is worked out from the answers, one line each.",
  "surveys[].approvedBy":
    "Who approves the plan of a campaign before anything of it leaves, and never a plan of their own. Without it, those who make it begin it.",
  "surveys[].commendation": "An average from here on earns a commendation (OSS-12).",
  "surveys[].commendation.from": "The least average that does; it is included (K-8).",
  "surveys[].commendation.to": "Who is told of it.",
  "surveys[].opinions":
    "What makes each low answer or comment a case of this regulation, once those who run the survey collate it (IPP-11). Without it answers are counted, and nothing more.",
  "surveys[].opinions.collated":
    "What has happened to such a case as it is collated. Clocks start on it, and a move of the workflow leads on from it.",
  "surveys[].opinions.facts":
    "What the case knows from the beginning, beside the customer's words and what the list of customers says.",
  "surveys[].opinions.facts.*": "The fact's value.",
  "surveys[].opinions.delivered": "The event by which it counts as received by the responsible department.",
  "surveys[].opinions.measured": "The event by which its measures count as given in writing (IPP-12).",
  "surveys[].opinions.rectified": "The event by which it counts as rectified.",
  "surveys[].opinions.visited": "The event by which its customer counts as visited (IPP-13).",

  routing: "Who takes a matter on, passes it on, stands in, or decides between departments.",
  "routing[].kind": {
    says: "What happens to the matter.",
    values: {
      "first-contact": "Whoever is asked first sees to it (首问负责).",
      assign: "It is given to somebody.",
      transfer: "It is passed on.",
      substitute: "Somebody stands in for whoever is away (代理).",
      escalate: "It is raised to somebody higher (上报).",
      consult: "Several look at it together (会商).",
      arbitrate: "Somebody decides between departments (裁决).",
      level: "A level of service, open after the ones before it failed.",
      notify: "Somebody is told.",
      dispatch: "Somebody is sent out (派工).",
      lead: "Somebody leads where several take part (牵头).",
    },
  },
  "routing[].by": "Who does it: roles, parties, or `reporter` for whoever filed.",
  "routing[].to": "To whom: roles, parties, or `reporter`.",
  "routing[].anyEmployee":
    "Of a first contact: any employee may be one, and acts in the role of `by` for that case (ITS-11, MCH-16, PRV-19).",
  "routing[].within": "The clock in which it happens, binding or advisory.",
  "routing[].after": "Routes that must have failed before this one opens (ITS-27, ITS-28).",
  "routing[].failed": "The event that says that this level was tried in vain.",
  "routing[].needs": "What must be there before: the customer's authorisation, a written note.",
  "routing[].needs[].zh-CN": "What it is, in Chinese.",
  "routing[].needs[].en": "What it is, in English.",
  "routing[].needs[].on": "The event with which it is there. Absent: somebody records it.",
  "routing[].step":
    "The step that goes with it and is never taken alone; of an arbitration, once departments disagree.",
  "routing[].taken": "The step that goes with taking over what was given.",
  "routing[].returned": "The step that goes with giving it back.",

  prohibitions: "What nobody may do.",
  "prohibitions[].forbids": "What is forbidden, in words.",
  "prohibitions[].effect": "How it shows: the software refuses it, or it can be complained of.",
  "prohibitions[].effect<refuses>": { title: "The software refuses it", says: "The software does not let it happen." },
  "prohibitions[].effect<refuses>.refuses": "What the software does not let happen, in words.",
  "prohibitions[].effect<category>": {
    title: "It can be complained of",
    says: "Taken as a complaint of that category.",
  },
  "prohibitions[].effect<category>.category": "The category of this policy, by its code.",

  documents: "Documents outside this regulation that it leans on.",
  "documents[].use": "What the regulation uses it for.",
  "documents[].known": "Whether the document itself is at hand; it is not, unless this is true.",
};
