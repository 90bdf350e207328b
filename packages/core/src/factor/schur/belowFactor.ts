import { type NdArray, stackOf } from '../../array.ts';
import { DegenerateError, DomainError } from '../../errors.ts';
import { frobenius } from '../sylvester/separation.ts';
import { member, overStacks } from './members.ts';

/** The pair T, -T factored for what keeps the places of T: the X below the diagonal with T·X - X·T = C where T is zero. */
export interface BelowFactor {
  readonly of: readonly [NdArray, NdArray];
  sylvester(C: NdArray): NdArray;
  sylvesterT(C: NdArray): NdArray;
}

/** Throws unless all eigenvalues are real and rounding leaves them apart. */
function requireDistinct(op: string, n: number, T: Float64Array): void {
  const slack = 8 * n * 2 ** -52 * frobenius(T);
  for (let i = 0; i < n; i++) {
    if (i > 0 && T[i * (n + 1) - 1] !== 0) {
      throw new DomainError(
        op,
        'expected real eigenvalues for derivatives, got a complex pair',
        'The basis of its block is a convention only: eig and functions of the matrix have derivatives.',
      );
    }
    for (let j = 0; j < i; j++) {
      const gap = Math.abs(T[i * (n + 1)] - T[j * (n + 1)]);
      if (!(gap > slack))
        throw new DegenerateError(op, gap, [j, i], 'Functions of the matrix have derivatives there.');
    }
  }
}

/** X row by row from below, each from the left: (t_ii - t_jj)·x_ij = c_ij - Σ_{k>i} t_ik·x_kj + Σ_{k<j} x_ik·t_kj. */
function solve(n: number, T: Float64Array, C: Float64Array, X: Float64Array): void {
  for (let i = n - 1; i > 0; i--) {
    for (let j = 0; j < i; j++) {
      let sum = C[i * n + j];
      for (let k = i + 1; k < n; k++) sum -= T[i * n + k] * X[k * n + j];
      for (let k = 0; k < j; k++) sum += X[i * n + k] * T[k * n + j];
      X[i * n + j] = sum / (T[i * (n + 1)] - T[j * (n + 1)]);
    }
  }
}

/** The adjoint, in the opposite order: (t_ii - t_jj)·z_ij = c_ij - Σ_{j<k<i} t_ki·z_kj + Σ_{j<k<i} z_ik·t_jk. */
function solveT(n: number, T: Float64Array, C: Float64Array, Z: Float64Array): void {
  for (let i = 1; i < n; i++) {
    for (let j = i - 1; j >= 0; j--) {
      let sum = C[i * n + j];
      for (let k = j + 1; k < i; k++) sum += Z[i * n + k] * T[j * n + k] - T[k * n + i] * Z[k * n + j];
      Z[i * n + j] = sum / (T[i * (n + 1)] - T[j * (n + 1)]);
    }
  }
}

type Solve = (n: number, T: Float64Array, C: Float64Array, X: Float64Array) => void;

/** The pair T, -T with what solves and what checks each member; nothing is checked before a derivative asks. */
export function belowPair(
  T: NdArray,
  require: (n: number, T: Float64Array) => void,
  solve: Solve,
  solveT: Solve,
): BelowFactor {
  const n = T.shape[T.shape.length - 1];
  const each = (run: Solve) => (C: NdArray) =>
    overStacks([stackOf(T), stackOf(C)], n, n, ([m, k], out) => {
      require(n, member(T, m));
      run(n, member(T, m), member(C, k), out);
    });
  return {
    of: [T, { shape: T.shape, data: T.data.map((x) => -x) }],
    sylvester: each(solve),
    sylvesterT: each(solveT),
  };
}

/** What derivatives of Schur forms with the triangular factors T divide by. */
export const belowFactor = (T: NdArray, op: string): BelowFactor =>
  belowPair(T, (n, one) => requireDistinct(op, n, one), solve, solveT);
