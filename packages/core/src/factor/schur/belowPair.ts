import { type NdArray, stackOf } from '../../array.ts';
import { member, overStacks } from './members.ts';

/**
 * The pair T, -T factored for the forms A = Q·T·Qᵀ that keep to a pattern, Q·K with a skew K being the derivative of Q: with P the
 * part of a matrix that is zero in every such form, `sylvester` gives the K with P(T·K - K·T) = P(C), its adjoint a matrix in the
 * range of P.
 */
export interface BelowFactor {
  readonly of: readonly [NdArray, NdArray];
  sylvester(C: NdArray): NdArray;
  sylvesterT(C: NdArray): NdArray;
  /** X without P(X). */
  even(X: NdArray): NdArray;
}

type Solve = (n: number, T: Float64Array, C: Float64Array, X: Float64Array) => void;

/** How a pattern is kept, one n×n member at a time. */
export interface Pattern {
  /** Throws where K is not determined. */
  require(n: number, T: Float64Array): void;
  /** Of X, what is below the diagonal counts, K = X - Xᵀ of that. */
  readonly solve: Solve;
  /** Of a skew C. */
  readonly solveT: Solve;
  /** X := X without P(X). */
  keep(n: number, T: Float64Array, X: Float64Array): void;
}

/** X := X - Xᵀ of the strictly lower triangle of X. */
function completeSkew(n: number, X: Float64Array): void {
  for (let i = 0; i < n; i++) {
    X[i * (n + 1)] = 0;
    for (let j = 0; j < i; j++) X[j * n + i] = 0 - X[i * n + j];
  }
}

/** C - Cᵀ. */
const skewOf = (n: number, C: Float64Array): Float64Array =>
  C.map((x, p) => x - C[(p % n) * n + Math.floor(p / n)]);

/** The pair T, -T with what solves and what checks each member; nothing is checked before a derivative asks. */
export function belowPair(T: NdArray, { require, solve, solveT, keep }: Pattern): BelowFactor {
  const n = T.shape[T.shape.length - 1];
  const each =
    (run: (T: Float64Array, C: Float64Array, out: Float64Array) => void) =>
    (C: NdArray): NdArray =>
      overStacks([stackOf(T), stackOf(C)], n, n, ([m, k], out) => run(member(T, m), member(C, k), out));
  return {
    of: [T, { shape: T.shape, data: T.data.map((x) => -x) }],
    sylvester: each((one, C, K) => {
      require(n, one);
      solve(n, one, C, K);
      completeSkew(n, K);
    }),
    sylvesterT: each((one, C, Z) => {
      require(n, one);
      solveT(n, one, skewOf(n, C), Z);
    }),
    even: each((one, C, X) => {
      X.set(C);
      keep(n, one, X);
    }),
  };
}
