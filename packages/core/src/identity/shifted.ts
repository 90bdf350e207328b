import { primal, type Value } from '../algebra.ts';
import { broadcastIndex, type NdArray } from '../array.ts';
import { kept, largestAlong } from '../define/axes.ts';
import { hadamard } from './hadamard.ts';
import { sub } from './sub.ts';
import { sumTo } from './sumTo.ts';

/** X less its largest entry m along axes, so that no exponential overflows. */
export interface Shifted {
  /** X - m: zero, and constant, at the place of m. */
  readonly rest: NdArray;
  /** m. */
  readonly top: NdArray;
  /** 0 at the place of m, 1 elsewhere: Σ exp(X - m) = 1 + Σ others∘exp(X - m). */
  readonly others: NdArray;
}

/**
 * X less its largest entry along axes.
 *
 * Derivatives go through that entry: were it a constant, they would have to be what is left of 1 - p where p, its softmax, is
 * nearly 1. Where `tiny` exponentials may be any, entries whose difference overflows are replaced by a constant: their
 * exponentials are 0, and so are the derivatives of those.
 */
export function shifted(X: Value, axes: readonly number[], tiny = true): Shifted {
  const { shape, data } = primal(X) as NdArray;
  const largest = largestAlong({ shape, data }, axes);
  const to = broadcastIndex(largest.shape, shape);
  const like = (entry: (x: number, i: number) => number): NdArray => ({ shape, data: data.map(entry) });
  const found = new Set<number>();
  const others = like((x, i) => {
    if (x !== largest.data[to[i]] || found.has(to[i])) return 1;
    found.add(to[i]);
    return 0;
  });
  const top = sumTo(
    hadamard(
      like((_, i) => 1 - others.data[i]),
      X,
    ),
    kept(shape, axes),
  );
  const far = like((x, i) => (tiny && !Number.isFinite(x - largest.data[to[i]]) ? Number.MAX_VALUE : 0));
  const near = like((_, i) => (far.data[i] ? 0 : others.data[i]));
  return { rest: sub(sub(hadamard(near, X), hadamard(near, top)), far), top, others };
}
