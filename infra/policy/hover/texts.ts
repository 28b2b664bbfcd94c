import { CLAIMS } from "./claims.ts";
import { CLOCKS } from "./clocks.ts";
import { DIGESTS } from "./digests.ts";
import { DUTIES } from "./duties.ts";
import { EVERYWHERE } from "./everywhere.ts";
import { FOLLOW_UP } from "./follow-up.ts";
import { HEAD } from "./head.ts";
import type { Hovers } from "./hover.ts";
import { INTAKE } from "./intake.ts";
import { KPIS } from "./kpis.ts";
import { LIABILITY } from "./liability.ts";
import { MONEY } from "./money.ts";
import { RECORDS } from "./records.ts";
import { REGISTERS } from "./registers.ts";
import { RETURNS } from "./returns.ts";
import { SCHEDULES } from "./schedules.ts";
import { WORKFLOW } from "./workflow.ts";

/** One list for each group of sections; no key is in two of them. */
export const GROUPS: readonly Hovers[] = [
  EVERYWHERE,
  HEAD,
  INTAKE,
  WORKFLOW,
  CLOCKS,
  SCHEDULES,
  DUTIES,
  FOLLOW_UP,
  LIABILITY,
  MONEY,
  CLAIMS,
  RETURNS,
  RECORDS,
  REGISTERS,
  KPIS,
  DIGESTS,
];

export const TEXTS: Hovers = Object.fromEntries(GROUPS.flatMap((group) => Object.entries(group)));
