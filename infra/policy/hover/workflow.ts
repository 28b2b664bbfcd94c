import { ENGINE_EVENTS } from "../../../shared/policy/lint-workflow.ts";
import type { Hovers } from "./hover.ts";

/** What may be done to a case, who may move a deadline, and who gets which letter. */
export const WORKFLOW: Hovers = {
  workflow:
    "The states of a case and the steps between them. Absent: the regulation says nothing of how a case goes on.",
  "workflow.initial": "The state of a case that has just been received.",
  "workflow.states": "All states. Each must be reached by some step, and left by one unless it is final.",
  "workflow.states[].id": { says: "The state in capitals.", examples: ["PLAN_REPLIED"] },
  "workflow.states[].title": "What staff read.",
  "workflow.states[].customer": "What the customer is told instead.",
  "workflow.states[].final": "True: nothing runs and nothing is owed any more.",
  "workflow.steps": "What staff can do to a case.",
  "workflow.steps[].title": "What the button says.",
  "workflow.steps[].done": "What a timeline says afterwards, e.g. Plan replied; without it, the title.",
  "workflow.steps[].from": "The states in which it can be done.",
  "workflow.steps[].to": "The state it leads to. Absent: the case stays where it is.",
  "workflow.steps[].by": "The roles that may do it.",
  "workflow.steps[].event": "What has then happened, in camelCase: clocks start and stop on it, letters go out on it.",
  "workflow.steps[].fields": "What is asked of whoever does it.",
  "workflow.steps[].sets": "Fields of this step that correct or complete the facts of the case.",
  "workflow.steps[].customerSees":
    "Fields of this step that the customer may read, with title and date; an empty list shows the title and date alone. Absent: internal.",
  "workflow.steps[].successor": "True: the case ends with it and a new one takes its place, linked to it (CCF-27).",
  "workflow.moves": "Where an event leads that no step brings about: a signature, a visit, a word of the customer.",
  "workflow.moves[].on": "The event: of a sign-off, of a visit, or one of `events`.",
  "workflow.moves[].from": "The states in which it leads anywhere.",
  "workflow.moves[].to": "The state it leads to.",
  "workflow.reopening": "How a closed case is taken up again. Absent: it is not.",
  "workflow.reopening.from": "The final states from which it is.",
  "workflow.reopening.to": "The state in which it goes on.",
  "workflow.reopening.by": "The roles that may do it.",

  extensions: "Who may move a clock's due time. Without an entry a clock cannot be extended.",
  "extensions[].clock": "The clock that may be extended; never one that says how long something is kept.",
  "extensions[].requestedBy": "The roles that may ask for it.",
  "extensions[].approver": "The role that grants or refuses it.",
  "extensions[].reason": "A reason must be given; no regulation so far grants an extension without one.",
  "extensions[].maxDays": "The most that one extension may add, in calendar days. Absent: no limit.",

  exceptions:
    "A clock that may be excused for a reason the regulation names, recorded before its due and approved. It then leaves the KPI (A-17).",
  "exceptions[].clock": "The clock that may be excused.",
  "exceptions[].reasons": "The reasons that the regulation accepts, and no others.",
  "exceptions[].reasons[].value": { says: "The reason in capitals, as it is stored.", examples: ["NO_TICKET"] },
  "exceptions[].approver": "The role that accepts the excuse.",
  "exceptions[].promise": "The clock of a promise (`until`) that runs instead from then on.",

  notifications: "Which letter goes to whom when something happens.",
  "notifications[].on": {
    says: "`received`, the event of a step, one of `events`, or one of the engine: a clock reminds or runs out, photos are missing or refused, an extension or exception is asked for or decided, a mail came in.",
    examples: ["received", ...ENGINE_EVENTS],
  },
  "notifications[].clocks": "Only for these clocks, where the event is a clock's. Absent: for all.",
  "notifications[].to": "Roles, or `reporter` for whoever filed.",
  "notifications[].template": {
    says: "Which letter is sent.",
    values: {
      acknowledgement: "The case has come in, with its number and what follows.",
      "evidence-missing": "Photos are missing, and of which damages.",
      "photo-refused": "A photo could not be taken in, and why.",
      reminder: "To staff alone: a deadline is near.",
      breach: "To staff alone: a deadline has passed.",
      "extension-request": "To staff alone: more time is asked for and somebody must decide.",
      "extension-decision": "More time was granted or refused.",
      "exception-request": "To staff alone: what excuses a deadline was recorded and somebody must decide.",
      "exception-decision":
        "A deadline was excused and something else promised, or not; whoever filed hears of a yes alone.",
      "plan-reply": "What is going to be done about the case.",
      progress: "A step was taken.",
      closed: "The case is closed.",
      "customer-mail":
        "To staff alone: somebody wrote about the case, and what; its desk gets it where no notification hears of `mailReceived`.",
      copy: "A copy of a form, to be acknowledged. The copies of `forms` send it by themselves.",
    },
  },
};
