import type { Calendar } from "../../shared/calendar/calendar.ts";
import type { Policy } from "../../shared/policy/policy.ts";
import type { Stage } from "../functions/life/walk.ts";
import type { Letters } from "../stack/letters.ts";
import type { Chance } from "./chance.ts";
import type { Diary } from "./diary.ts";
import type { Slot } from "./slots.ts";

/** A company at work: its regulation, its people, its own chance, and what is put down to be done. */
export type Company = {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly house: Stage;
  readonly letters: Letters;
  readonly chance: Chance;
  readonly slots: readonly Slot[];
  readonly diary: Diary;
  /** How often somebody was refused, by what they wanted and the code of the refusal. */
  readonly refused: Map<string, number>;
};
