import { DegenerateError } from '../../errors.ts';
import { type Differences, grouped, smooth, valued } from './differences.ts';
import { rankOf, resolution } from './rank.ts';
import type { SingularChoice } from './singularFactor.ts';
import { identity, reciprocal, type TableOf } from './tables.ts';

/** Group 0 holds the `top` largest singular values, group 1 their negatives, group 2 all else. */
function topGroups(k: number, N: number, top: number): Int32Array {
  return new Int32Array(N)
    .fill(2)
    .fill(0, 0, top)
    .fill(1, k, k + top);
}

/** Differences of the odd function that is `above` on the top singular values, `below` on their negatives, 0 elsewhere. */
function oddOn(choice: SingularChoice, top: number, above: TableOf, below: TableOf): Differences {
  return grouped(choice.values, topGroups(choice.k, choice.values.length, top), [above, below, null]);
}

const plus = valued(1);
const minus = valued(-1);

/** U·Vᵀ, of full rank only. */
export const signOfAll = (choice: SingularChoice, op: string): Differences => {
  const { m, n, k, s } = choice;
  if (k > 0 && s[k - 1] <= resolution(m, n, s[0])) {
    throw new DegenerateError(op, s[k - 1], [k - 1], 'The polar factor is unique at full rank only.');
  }
  return oddOn(choice, k, plus, minus);
};

/** The part of the r largest singular values. */
export const leading = (choice: SingularChoice, op: string, r: number): Differences => {
  const { m, n, k, s, values } = choice;
  // The matrix itself, where a value of 0 is on both sides.
  if (r >= k) return smooth(values, identity);
  const gap = r > 0 ? s[r - 1] - s[r] : 1 / 0;
  if (gap <= resolution(m, n, s[0])) {
    throw new DegenerateError(op, gap, [r - 1, r], 'Cut where neighbouring singular values differ.');
  }
  return oddOn(choice, r, identity, identity);
};

/** 1/σ of the singular values above rtol·σ₁. */
export const reciprocals = (choice: SingularChoice, rtol: number | undefined): Differences =>
  oddOn(choice, rankOf(choice.s, choice.m, choice.n, rtol), reciprocal, reciprocal);

/** U·Vᵀ of the singular values above rtol·σ₁. */
export const signsOf = (choice: SingularChoice, rtol: number | undefined): Differences =>
  oddOn(choice, rankOf(choice.s, choice.m, choice.n, rtol), plus, minus);

/**
 * The gradient of the sum of the `count` largest singular values: where those that the cut goes through tie, shared equally among
 * them; where it goes through zeros, the part of least norm. At such kinks there is no further derivative.
 */
export const signOfLargest = (choice: SingularChoice, op: string, count: number): Differences => {
  const { m, n, k, s } = choice;
  const tol = resolution(m, n, s[0] ?? 0);
  const top = Math.min(count, k);
  const cut = s[top - 1] ?? 0;
  const positive = cut > tol;
  const above = s.findLastIndex((value) => value > (positive ? cut + tol : tol)) + 1;
  const end = positive ? s.findLastIndex((value) => value >= cut - tol) + 1 : above;
  if (top === 0 || (positive && end === top)) return oddOn(choice, top, plus, minus);
  const cluster = positive ? Array.from({ length: end - above }, (_, i) => above + i) : [above];
  return ([i, ...others]) => {
    if (others.length > 0)
      throw new DegenerateError(
        op,
        cut - s[end - 1],
        cluster,
        'The norm has a kink here: no second derivative.',
      );
    // σ and -σ; what else there is are zeros.
    const [sign, at] = i < k ? [1, i] : [-1, i < 2 * k ? i - k : k];
    return at < above ? sign : at < end ? (sign * (top - above)) / (end - above) : 0;
  };
};
