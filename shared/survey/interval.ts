/** A range that holds the true figure in 95 of 100 samples; both ends as shares or scores, not per cent. */
export type Interval = { readonly from: number; readonly to: number };

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The confidence interval of a share by Wilson's score, which stays inside 0 … 1 and is honest for few answers;
 * undefined where nobody was counted.
 * @throws RangeError when more were found than counted.
 */
export const shareInterval = (found: number, counted: number): Interval | undefined => {
  if (found < 0 || found > counted) throw new RangeError(`${found} of ${counted}`);
  if (counted === 0) return undefined;
  const share = found / counted;
  const z2 = (Z * Z) / counted;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Z * Math.sqrt((share * (1 - share)) / counted + z2 / (4 * counted))) / (1 + z2);
  return { from: found === 0 ? 0 : middle - half, to: found === counted ? 1 : middle + half };
};

/** How often each score was given. */
export type Histogram = Readonly<Record<string, number>>;

const scoresOf = (histogram: Histogram): readonly (readonly [score: number, times: number])[] =>
  Object.entries(histogram).map(([score, times]) => [Number(score), times]);

export const countOf = (histogram: Histogram): number => scoresOf(histogram).reduce((sum, [, times]) => sum + times, 0);

/** The mean of all scores; undefined where there are none. Sums of whole numbers, so the order of answers is nothing. */
export const meanOf = (histogram: Histogram): number | undefined => {
  const count = countOf(histogram);
  if (count === 0) return undefined;
  return scoresOf(histogram).reduce((sum, [score, times]) => sum + score * times, 0) / count;
};

/**
 * The confidence interval of the mean of many answers, as far as the scale goes; undefined for fewer than two, of which no
 * spread is known.
 */
export const meanInterval = (histogram: Histogram, scale: readonly number[]): Interval | undefined => {
  const count = countOf(histogram);
  const mean = meanOf(histogram);
  if (mean === undefined || count < 2) return undefined;
  const squares = scoresOf(histogram).reduce((sum, [score, times]) => sum + times * (score - mean) ** 2, 0);
  const half = Z * Math.sqrt(squares / (count - 1) / count);
  return { from: Math.max(mean - half, Math.min(...scale)), to: Math.min(mean + half, Math.max(...scale)) };
};
