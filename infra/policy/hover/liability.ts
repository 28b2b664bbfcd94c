import type { Hovers } from "./hover.ts";

/** Who is found liable, what must be improved, and what may follow for people. */
export const LIABILITY: Hovers = {
  liability: "The questions that must be answered before liability is set, who sets it, and what it may be.",
  "liability.decidedBy": "The roles that decide; where there are several, all must sign (A-60).",
  "liability.fact": "The fact that holds the class once it is decided; a choice of exactly the classes.",
  "liability.triageBlocks": "Steps that stay closed while a triage question is open (AS-55).",
  "liability.questions":
    "Triage, in order. A question is answered by the fact of the same name, or when liability is judged.",
  "liability.questions[].id": "The question's name in camelCase; conditions may ask for its answer like for a fact.",
  "liability.questions[].title": "The question itself.",
  "liability.questions[].answers": "The answers that may be given.",
  "liability.questions[].answers[].value": "The answer as conditions name it.",
  "liability.classes": "What liability may be.",
  "liability.classes[].value": "The class as conditions name it.",
  "liability.classes[].when": "The class may be chosen only while these facts and answers hold.",
  "liability.classes[].tracked":
    "False where the regulation does not follow improvement up (CCF-23: human negligence).",
  "liability.shares": "The departments' shares of one case (CCF-28). Absent: liability is not shared.",
  "liability.shares.total": "The shares add up to 100 per cent.",

  corrective: "Corrective and preventive action: what makes it mandatory, who takes it, who verifies it.",
  "corrective[].trigger": "What makes it mandatory. `on` says which of the closed set.",
  "corrective[].trigger<finding>": { title: "A finding", says: "An inspection found something." },
  "corrective[].trigger<finding>.of":
    "The inspections whose findings are meant. Absent: all that no other action names.",
  "corrective[].trigger<finding>.found":
    "The event that has happened when such a finding is recorded; its clocks run from it.",
  "corrective[].trigger<case>": { title: "A case", says: "A case was handled; with `when`, only one of such facts." },
  "corrective[].trigger<repetition>": {
    title: "A repetition",
    says: "The same thing came up so many times in a period, or in so many departments (A-68).",
  },
  "corrective[].trigger<repetition>.times": "How many times make it mandatory.",
  "corrective[].trigger<repetition>.per": {
    says: "The calendar period in which they are counted.",
    values: { month: "A calendar month.", quarter: "A calendar quarter.", year: "A calendar year." },
  },
  "corrective[].trigger<repetition>.of": {
    says: "What must be the same.",
    values: { code: "The category or code of the problem.", person: "The person concerned." },
  },
  "corrective[].trigger<repetition>.departments": "Or: the same in so many departments, however often.",
  "corrective[].trigger<repetition>.subject":
    "The fact that names the person or the code, by which cases are counted across cases. Absent: no cases are counted.",
  "corrective[].trigger<repetition>.counts":
    "Which cases count, e.g. founded ones. One that ceases to be so leaves the count.",
  "corrective[].trigger<repetition>.examples[].cases": "Cases in the order in which they are judged.",
  "corrective[].trigger<repetition>.examples[].cases[].at":
    "When the case was received: its period is the one that counts.",
  "corrective[].trigger<repetition>.examples[].opens":
    "The case that opens the action, counted from 1; null when none does.",
  "corrective[].trigger<survey>": { title: "A survey", says: "A survey brought an opinion that asks for it." },
  "corrective[].what": {
    says: "What must be taken; both unless told otherwise.",
    values: {
      corrective: "Action so that this one is put right (纠正措施).",
      preventive: "Action so that it does not come about elsewhere (预防措施).",
      both: "Corrective and preventive action.",
      training: "A training.",
    },
  },
  "corrective[].by": "Who takes it: roles or parties.",
  "corrective[].verifiedBy": "Who verifies that it worked.",
  "corrective[].doneOn":
    "The event by which it is done, where the workflow has a step for it; nothing need be planned besides.",
  "corrective[].blocks": "Steps that stay closed without it, and reports that cannot be submitted (AS-35).",
  "corrective[].procedure": "The procedure it follows, by its name.",

  sanctions:
    "What may follow for people: proposed and approved by persons, never automatic, hidden from whoever filed (A-69).",
  "sanctions[].when": "A sanction may be proposed only in cases of which this holds.",
  "sanctions[].kinds": "What may follow, one line each.",
  "sanctions[].proposedBy": "Who may propose it: roles or parties.",
  "sanctions[].approvedBy": "Who must approve it.",
};
