import type { NdArray } from '../../array.ts';
import type { Sylvester } from './sylvester.ts';

/** The pair A, B factored for X - A·X·B = C and for its adjoint. */
export interface SteinFactor {
  readonly of: readonly [A: NdArray, B: NdArray];
  stein(C: NdArray): NdArray;
  steinT(C: NdArray): NdArray;
}

/** The equation of a pair, in the words of the algebra. */
export const steinFactor = (A: NdArray, B: NdArray, { solve, solveT }: Sylvester): SteinFactor => ({
  of: [A, B],
  stein: solve,
  steinT: solveT,
});
