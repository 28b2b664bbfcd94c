/**
 * One invented thing that happens to a company under a regulation. All clocks of the policy are asked as if each began at
 * that moment, all its schedules over the days until `until`, and its KPIs with the figures given.
 */
export type Happening = {
  readonly policy: string;
  readonly why: string;
  /** The wall clock of the office. */
  readonly at: string;
  /** The last day of the stretch over which the schedules are asked; none are asked without it. */
  readonly until?: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly events?: Readonly<Record<string, string>>;
  /** Numerator and denominator of a KPI. */
  readonly figures?: Readonly<Record<string, readonly [number, number]>>;
  /** Only these clocks and schedules; all of them where it is left out. */
  readonly only?: readonly string[];
};
