import { expect } from "vitest";
import type { Deadline, TrackingView } from "../../shared/api/views.ts";

/** 24:00 of an office day as the interface spells it: 00:00 of the next. */
export const endOf = (date: string): string =>
  `${new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 19)}+08:00`;

/** A clock of a case; the test fails when it does not run there. */
export const clockOf = ({ deadlines }: Pick<TrackingView, "deadlines">, id: string): Deadline =>
  deadlines.find(({ clock }) => clock === id) ?? expect.unreachable(`no clock ${id}`);

/** The hour on the office's wall: `2026-10-09 09:00`. */
export const officeTime = (iso: string): string =>
  new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");

/** So many hours after a moment, to the millisecond, as the interface spells it. */
export const hoursAfter = (iso: string, hours: number): string => {
  const wall = new Date(Date.parse(iso) + (hours + 8) * 3_600_000).toISOString();
  return `${wall.endsWith(".000Z") ? wall.slice(0, 19) : wall.slice(0, 23).replace(/0+$/, "")}+08:00`;
};
