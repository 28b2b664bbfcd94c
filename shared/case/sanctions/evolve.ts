import type { Evolve } from "../evolve.ts";

export const sanctionProposed: Evolve<"sanctionProposed"> = (_policy, current, event) => {
  const { sanction: id, rule, kind, subject, basis, at, by } = event;
  const proposed = by.kind === "staff" ? { at, by: by.sub, name: by.name } : { at, by: by.kind, name: by.kind };
  return { ...current, sanctions: [...current.sanctions, { id, rule, kind, subject, basis, proposed }] };
};

export const sanctionDecided: Evolve<"sanctionDecided"> = (_policy, current, event) => {
  const { approved, remark, at, by } = event;
  const decided = { at, name: by.kind === "staff" ? by.name : by.kind, approved, remark };
  return {
    ...current,
    sanctions: current.sanctions.map((one) => (one.id === event.sanction ? { ...one, decided } : one)),
  };
};
