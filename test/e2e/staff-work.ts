import { must } from "../stack/call.ts";
import type { TestStack } from "../stack/stack.ts";

/** What staff do with a case, over the HTTP interface. */
export const staffWork = (stack: TestStack, caseId: string) => {
  const known = { caseId };
  const clerk = stack.as("clerk");
  const director = stack.as("director");
  return {
    accept: () => clerk.step(known, "accept"),
    note: async (text: string) => must(await clerk.note(known, text), 200),
    setLiability: (_: string, liabilityReason: string) =>
      clerk.step(known, "set-liability", { liability: "logistics", liabilityReason }),
    askExtension: async (_: string, newDue: string, reason: string) =>
      must(await clerk.askExtension(known, { clock: "plan", newDue, reason }), 200),
    approve: async (remark: string) => {
      const [{ id = "" } = {}] = (await director.see(known)).extensions;
      return must(await director.decide(known, id, { approve: true, remark }), 200);
    },
    replyPlan: (plan: string) => clerk.step(known, "reply-plan", { plan }),
    markExecuted: (result: string) => clerk.step(known, "mark-executed", { result }),
    close: (closingNote: string) => clerk.step(known, "close", { closingNote }),
  };
};
