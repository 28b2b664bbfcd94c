import { test } from "vitest";
import { isFound, type Row } from "./sections.ts";

test.each<Row>([
  {
    why: "two answers of the same worth",
    change: (p) => {
      p.surveys[0].scale[1].value = 1;
    },
    code: "duplicate-value",
    path: "surveys[0].scale",
    says: /two answers worth 1/,
  },
  {
    why: "a scale on which everybody is satisfied",
    change: (p) => {
      p.surveys[0].scale[0].satisfied = true;
    },
    code: "scale-one-sided",
    path: "surveys[0].scale",
    says: /satisfied/,
  },
  {
    why: "OSS-12 an average that nobody reaches",
    change: (p) => {
      p.surveys[0].commendation.from = 3;
    },
    code: "out-of-scale",
    path: "surveys[0].commendation.from",
    says: /from 1 to 2/,
  },
  {
    why: "OSS-12 a commendation to nobody known",
    change: (p) => {
      p.surveys[0].commendation.to = "boss";
    },
    code: "unknown-role",
    path: "surveys[0].commendation.to",
    says: /boss/,
  },
  {
    why: "IPP-11 opinions that become cases by an event that nobody declares",
    change: (p) => {
      p.surveys[0].opinions = { rules: ["DFA-03"], collated: "gathered" };
    },
    code: "unknown-event",
    path: "surveys[0].opinions.collated",
    says: /gathered/,
  },
  {
    why: "IPP-11 opinions of which a case knows what the regulation does not",
    change: (p) => {
      p.surveys[0].opinions = { rules: ["DFA-03"], collated: "received", facts: { mood: "bad" } };
    },
    code: "unknown-fact",
    path: "surveys[0].opinions.facts",
    says: /mood/,
  },
  {
    why: "IPP-11 opinions whose cases no move of the workflow leads on",
    change: (p) => {
      p.surveys[0].opinions = { rules: ["DFA-03"], collated: "received" };
    },
    code: "opinion-goes-nowhere",
    path: "surveys[0].opinions.collated",
    says: /leads on from "received"/,
  },
  {
    why: "IPP-11 comments whose cases have no field for them",
    change: (p) => {
      p.surveys[0].opinions = { rules: ["DFA-03"], collated: "received" };
    },
    code: "no-place-for-words",
    path: "surveys[0].opinions",
    says: /no long text/,
  },
  {
    why: "IPP-11 opinions of a regulation that takes nothing in",
    change: (p) => {
      p.surveys[0].opinions = { rules: ["DFA-03"], collated: "received" };
      delete p.intake;
    },
    code: "opinions-without-intake",
    path: "surveys[0].opinions",
    says: /takes none in/,
  },
  {
    why: "a survey that nobody sends",
    change: (p) => {
      p.surveys.push({ ...p.surveys[0], id: "forgotten" });
    },
    code: "survey-never-sent",
    path: "surveys[1]",
    says: /"forgotten"; nobody is asked/,
  },
  {
    why: "a survey after what does not happen",
    change: (p) => {
      p.surveys[0].after = "served";
      p.surveys[0].asks = { answerWithin: "3 weeks" };
    },
    code: "unknown-event",
    path: "surveys[0].after",
    says: /served/,
  },
  {
    why: "BUS-19 a survey after an event that gives nobody time",
    change: (p) => {
      p.surveys[0].after = "answered";
    },
    code: "asks-without-event",
    path: "surveys[0]",
    says: /does not say how long/,
  },
  {
    why: "days of each customer where a plan asks",
    change: (p) => {
      p.surveys[0].asks = { answerWithin: "3 weeks" };
    },
    code: "asks-without-event",
    path: "surveys[0]",
    says: /no event \(after\) sends it/,
  },
  {
    why: "an answer within hours",
    change: (p) => {
      Object.assign(p.surveys[0], { after: "answered", asks: { answerWithin: "48 hours" } });
    },
    code: "not-in-days",
    path: "surveys[0].asks",
    says: /days or weeks/,
  },
  {
    why: "a reminder as it ends",
    change: (p) => {
      Object.assign(p.surveys[0], { after: "answered", asks: { answerWithin: "1 week", remindAfter: ["7 days"] } });
    },
    code: "asks-out-of-order",
    path: "surveys[0].asks",
    says: /before its last day/,
  },
  {
    why: "a season to answer",
    change: (p) => {
      Object.assign(p.surveys[0], { after: "answered", asks: { answerWithin: "9 weeks" } });
    },
    code: "asks-out-of-order",
    path: "surveys[0].asks",
    says: /at most 60 days/,
  },
  {
    why: "a survey for an unknown KPI",
    change: (p) => {
      p.surveys[0].kpis = ["joy"];
    },
    code: "unknown-kpi",
    path: "surveys[0].kpis[0]",
    says: /joy.*rate/,
  },
  {
    why: "a survey by strangers",
    change: (p) => {
      p.surveys[0].by = ["boss"];
    },
    code: "unknown-role",
    path: "surveys[0].by[0]",
    says: /boss/,
  },
  {
    why: "PRV-01 a plan that strangers approve",
    change: (p) => {
      p.surveys[0].approvedBy = ["boss"];
    },
    code: "unknown-role",
    path: "surveys[0].approvedBy[0]",
    says: /boss/,
  },
  {
    why: "a survey on an unknown form",
    change: (p) => {
      p.surveys[0].form = "paper";
    },
    code: "unknown-form",
    path: "surveys[0].form",
    says: /paper/,
  },
  {
    why: "a dimension twice",
    change: (p) => {
      p.surveys[0].dimensions = [
        { id: "speed", title: p.title },
        { id: "speed", title: p.title },
      ];
    },
    code: "duplicate-id",
    path: "surveys[0].dimensions[1]",
    says: /speed/,
  },
])("$why", isFound);
