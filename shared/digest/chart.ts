import type { KpiLine, Point } from "./digest.ts";

/**
 * A picture of few colours, a byte a point. It holds no words: no fonts have to be where it is drawn, and its figures
 * stand in the words that replace it and in the table beside it.
 */
export type Chart = {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and how solid; the first is the ground, which is not there at all, so that it fits a dark screen. */
  readonly palette: readonly (readonly [number, number, number, number])[];
  readonly points: Uint8Array;
};

/** Told apart by those who see no red, and on white as on black. */
const PALETTE: Chart["palette"] = [
  [255, 255, 255, 0],
  [29, 122, 189, 255],
  [208, 73, 45, 255],
  [135, 147, 163, 255],
  [120, 132, 148, 255],
];
const GROUND = 0;
const AIM = 4;
const COLOUR: Readonly<Record<Point["standing"], number>> = {
  met: 1,
  "no-target": 1,
  missed: 2,
  "not-reached": 2,
  "no-data": 3,
};

const SIZE = { width: 480, height: 120 } as const;
const GAP = 0.35;

/** The columns of a figure's periods, the oldest first, under the dashed line of its target. */
export const trendChart = ({ trend, aim }: KpiLine): Chart => {
  const { width, height } = SIZE;
  const points = new Uint8Array(width * height).fill(GROUND);
  const most = Math.max(1e-9, aim ?? 0, ...trend.map(({ value = 0 }) => value)) * 1.1;
  const fill = (left: number, top: number, right: number, bottom: number, colour: number): void => {
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1)
      points.fill(colour, y * width + left, y * width + right);
  };
  const step = width / trend.length;
  for (const [at, { value, standing }] of trend.entries()) {
    const left = Math.round(at * step + (step * GAP) / 2);
    const right = Math.round((at + 1) * step - (step * GAP) / 2);
    const tall = value === undefined ? 0 : Math.round((Math.max(0, value) / most) * (height - 2));
    fill(left, height - 2 - tall, right, height - 2, COLOUR[standing]);
  }
  fill(0, height - 2, width, height, COLOUR["no-data"]);
  if (aim !== undefined) {
    const y = height - 2 - Math.round((aim / most) * (height - 2));
    for (let x = 0; x < width; x += 14) fill(x, y - 1, Math.min(width, x + 8), y + 1, AIM);
  }
  return { width, height, palette: PALETTE, points };
};
