import type { Actor } from "../case/actor.ts";
import type { Instant } from "../kernel/instant.ts";
import { never } from "../kernel/result.ts";
import type { CampaignEvent } from "./event.ts";
import type { CampaignPlan } from "./plan.ts";

/** Where a campaign stands (调查: 3.3). What it has sent and reminded of its plan says the clock. */
export type CampaignState = "DRAFT" | "APPROVED" | "CANCELLED" | "CLOSED" | "ANALYSED" | "REPORTED";

/** A campaign as its events tell it. */
export type Campaign = {
  readonly state: CampaignState;
  readonly plan: CampaignPlan;
  readonly plannedBy: Actor;
  /** Held up in the middle; what was sent is sent, and answers still count. */
  readonly paused: boolean;
  readonly approvedAt?: Instant;
  /** Since when everybody of the audience is invited. */
  readonly invitedAt?: Instant;
  readonly closedAt?: Instant;
  /** Why it was sent back, held up or given up, the last time that somebody said. */
  readonly reason?: string;
};

const evolve = (current: Campaign, event: CampaignEvent): Campaign => {
  switch (event.type) {
    case "planned":
    case "commended":
      return current;
    case "replanned":
      return { ...current, plan: event.plan, plannedBy: event.by };
    case "approved":
      return { ...current, state: "APPROVED", approvedAt: event.at };
    case "returned":
      return { ...current, reason: event.reason };
    case "paused":
      return { ...current, paused: true, reason: event.reason };
    case "resumed":
      return { ...current, paused: false };
    case "cancelled":
      return { ...current, state: "CANCELLED", reason: event.reason };
    case "invited":
      return { ...current, invitedAt: event.at };
    case "closed":
      return { ...current, state: "CLOSED", closedAt: event.at };
    case "analysed":
      return { ...current, state: "ANALYSED" };
    case "reported":
      return { ...current, state: "REPORTED" };
    default:
      return never(event);
  }
};

/** @throws when the first event is not its plan. */
export const campaignOf = ([first, ...rest]: readonly CampaignEvent[]): Campaign => {
  if (first?.type !== "planned") throw new Error("a campaign begins with its plan");
  const begun: Campaign = { state: "DRAFT", plan: first.plan, plannedBy: first.by, paused: false };
  return rest.reduce(evolve, begun);
};

/** Whether mails of it may leave now. */
export const isSending = ({ state, paused }: Pick<Campaign, "state" | "paused">): boolean =>
  state === "APPROVED" && !paused;
