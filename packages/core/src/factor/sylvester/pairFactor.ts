import type { NdArray } from '../../array.ts';
import { sylvester } from './sylvester.ts';

/** The pair A, B factored for A·X + X·B = C and for its adjoint. */
export interface PairFactor {
  readonly of: readonly [A: NdArray, B: NdArray];
  sylvester(C: NdArray): NdArray;
  sylvesterT(C: NdArray): NdArray;
}

/** Factors a pair of stacks once for both equations; `op` names the caller in errors. */
export function pairFactor(A: NdArray, B: NdArray, op: string): PairFactor {
  const equation = sylvester(A, B, op);
  return { of: [A, B], sylvester: equation.solve, sylvesterT: equation.solveT };
}

/** The same, factored when first asked for. */
export function lazyPair(A: NdArray, B: NdArray, op: string): PairFactor {
  let made: PairFactor | undefined;
  const factor = () => {
    made ??= pairFactor(A, B, op);
    return made;
  };
  return {
    of: [A, B],
    sylvester: (C) => factor().sylvester(C),
    sylvesterT: (C) => factor().sylvesterT(C),
  };
}
