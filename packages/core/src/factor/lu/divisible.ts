import type { NdArray } from '../../array.ts';
import type { LU } from './lu.ts';

/** The factorisation of A for derivatives that divide by it. */
export interface Divisible {
  readonly A: NdArray;
  solve(B: NdArray): NdArray;
  solveT(B: NdArray): NdArray;
}

/**
 * An LU that divides by well conditioned matrices only: values such as det exist at every matrix, and where A is singular
 * to working precision their derivatives would be noise of any size without a word.
 */
export function divisible(f: LU, op: string): Divisible {
  const checked = () => {
    f.requireWellConditioned(op);
    return f;
  };
  return { A: f.A, solve: (B) => checked().solve(B), solveT: (B) => checked().solveT(B) };
}
