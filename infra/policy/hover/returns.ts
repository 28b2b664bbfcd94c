import type { Hovers } from "./hover.ts";

/** Goods that come back. */
export const RETURNS: Hovers = {
  returns: "Goods that come back (退货): who agrees, who counts, what is booked.",
  "returns.agreedBy": "Who must agree that they come back.",
  "returns.when": "Cases of which goods are asked to come back from the start.",
  "returns.needs": "What must be known before goods may come back (AS-47, AS-55).",
  "returns.needs[].fact": "The fact that must be known.",
  "returns.slips": "The forms of the count, from `forms`, each with its copies.",
  "returns.tolerance":
    "Booked as counted when less, or when more within the tolerance; otherwise held (CCF-43, CCF-44).",
  "returns.tolerance.percent": "The tolerance in per cent; null where the regulation leaves the figure open.",
  "returns.tolerance.fact": "The fact that holds the tolerance which the customer noted with the order (CCF-44).",
  "returns.appraisedBy": "Who examines what came back: all of them.",
  "returns.outcomes": "What may become of it.",
  "returns.outcomes[].value": "The outcome's short name: lower-case words joined by hyphens.",
  "returns.outcomes[].step": "The step that carries it out; closed to every other outcome.",
  "returns.proofs": "What must be shown for it: any one of them.",
  "returns.freight": "The cost rule by which its freight is charged.",
  "returns.moves": "The steps by which goods come back; the engine holds each to the rules of what it makes.",
  "returns.moves[].step": "The step, from `workflow`.",
  "returns.moves[].makes": {
    says: "What the return then is.",
    values: {
      agreed: "It is agreed to.",
      shipped: "The goods are on their way, with their slip or list.",
      counted: "They are counted.",
      appraised: "They are appraised.",
      booked: "They are booked as counted or decided.",
      done: "Nothing is left to be done.",
    },
  },
  "returns.moves[].quantity":
    "The field with the quantity; without an answer to it the step makes nothing of the return.",
  "returns.moves[].outcome": "The field that names the outcome.",
  "returns.moves[].proof": "The field that names the proof.",
};
