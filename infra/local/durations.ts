const UNITS: Readonly<Record<string, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

/**
 * "90 minutes", "3 days", "1 week" in milliseconds; a day is 24 hours here, whatever the calendar says.
 * Undefined when the text is no duration.
 */
export function durationMs(text: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+?)s?\s*$/i.exec(text);
  const unit = UNITS[match?.[2]?.toLowerCase() ?? ""];
  return match && unit !== undefined ? Math.round(Number(match[1]) * unit) : undefined;
}
