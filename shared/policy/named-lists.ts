/** The sections that are lists of things with an id, and what one of those is called. */
export const NAMED_LISTS = {
  schedules: "schedule",
  routing: "route",
  corrective: "corrective action",
  sanctions: "sanction",
  authority: "authority table",
  approvals: "approval",
  costs: "cost rule",
  quotas: "quota",
  signoffs: "sign-off",
  visits: "visit",
  surveys: "survey",
  checklists: "checklist",
  forms: "form",
  privacy: "privacy rule",
  prohibitions: "prohibition",
  documents: "document",
} as const;
