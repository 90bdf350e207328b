import { DegenerateError } from '../../errors.ts';
import { type Differences, grouped, valued } from './differences.ts';
import { rankOf, resolution } from './rank.ts';
import type { SingularChoice } from './singularFactor.ts';
import { identity, reciprocal, type TableOf } from './tables.ts';

/** Group 0 holds the `top` largest singular values, group 1 their negatives, group 2 all else. */
function topGroups(k: number, N: number, top: number): Int32Array {
  return Int32Array.from({ length: N }, (_, i) => (i < top ? 0 : i >= k && i < k + top ? 1 : 2));
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
  const { m, n, k, s } = choice;
  const gap = r > 0 && r < k ? s[r - 1] - s[r] : Number.POSITIVE_INFINITY;
  if (gap <= resolution(m, n, s[0])) {
    throw new DegenerateError(op, gap, [r - 1, r], 'Cut where neighbouring singular values differ.');
  }
  return oddOn(choice, Math.min(r, k), identity, identity);
};

/** 1/σ of the singular values above rtol·σ₁. */
export const reciprocals = (choice: SingularChoice, rtol: number | undefined): Differences =>
  oddOn(choice, rankOf(choice.s, choice.m, choice.n, rtol), reciprocal, reciprocal);

/** The gradient of the sum of singular values: U·Vᵀ, at lower rank its part of least norm and no further derivative. */
export const signOfNonzero = (choice: SingularChoice, op: string): Differences => {
  const { m, n, k, s } = choice;
  const rank = rankOf(s, m, n);
  return onceWhere(rank < k, oddOn(choice, rank, plus, minus), op, s[k - 1] ?? 0, [rank]);
};

/** The gradient of the largest singular value: shared equally among ties, where there is no further derivative. */
export const signOfLargest = (choice: SingularChoice, op: string): Differences => {
  const { m, n, s } = choice;
  const ties = s[0] > 0 ? s.findLastIndex((value) => s[0] - value <= resolution(m, n, s[0])) + 1 : 0;
  const share = 1 / ties;
  const f = oddOn(choice, ties, valued(share), valued(-share));
  return onceWhere(
    ties !== 1,
    f,
    op,
    0,
    Array.from({ length: ties }, (_, i) => i),
  );
};

/** f itself, and no derivative of it where there is none. */
function onceWhere(
  kink: boolean,
  f: Differences,
  op: string,
  gap: number,
  cluster: readonly number[],
): Differences {
  if (!kink) return f;
  return (indices) => {
    if (indices.length > 1)
      throw new DegenerateError(op, gap, cluster, 'The norm has a kink here: no second derivative.');
    return f(indices);
  };
}
