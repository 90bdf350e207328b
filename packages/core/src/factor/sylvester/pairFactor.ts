import type { NdArray } from '../../array.ts';
import { lazily } from './lazily.ts';
import { type Sylvester, sylvester } from './sylvester.ts';

/** The pair A, B factored for A·X + X·B = C and for its adjoint. */
export interface PairFactor {
  readonly of: readonly [A: NdArray, B: NdArray];
  sylvester(C: NdArray): NdArray;
  sylvesterT(C: NdArray): NdArray;
}

const pair = (
  A: NdArray,
  B: NdArray,
  { solve, solveT }: Pick<Sylvester, 'solve' | 'solveT'>,
): PairFactor => ({
  of: [A, B],
  sylvester: solve,
  sylvesterT: solveT,
});

/** Factors a pair of stacks once for both equations; `op` names the caller in errors. */
export const pairFactor = (A: NdArray, B: NdArray, op: string): PairFactor => pair(A, B, sylvester(A, B, op));

/** The same, factored when first asked for. */
export const lazyPair = (A: NdArray, B: NdArray, op: string): PairFactor =>
  pair(
    A,
    B,
    lazily(() => sylvester(A, B, op)),
  );
