import {
  adjugate,
  cholesky,
  det,
  inv,
  logdet,
  matmul,
  matrixPower,
  type NdArray,
  quadraticForm,
  reshape,
  slogdet,
  solve,
  solveTriangular,
  sym,
  trace,
  transpose,
} from '@matgrad/core';

/** Static parameters of a case. */
export type Params = { readonly k?: number | undefined };

/** A matgrad expression: plain and traced arrays alike. */
export type Expression = (inputs: readonly NdArray[], params: Params) => NdArray | readonly NdArray[];

const one =
  (f: (A: NdArray) => NdArray | readonly NdArray[]): Expression =>
  ([A]) =>
    f(A as NdArray);
const two =
  (f: (A: NdArray, B: NdArray) => NdArray): Expression =>
  ([A, B]) =>
    f(A as NdArray, B as NdArray);

const vector = (x: NdArray): NdArray => reshape(x, [x.shape[0] as number]);

/**
 * Which matgrad expression stands for which operation of the case files. Operations that are not here are left out.
 * Arguments are matrices: a vector comes as n×1.
 */
export const expressions: Readonly<Record<string, Expression>> = {
  adjugate: one(adjugate),
  cholesky: one(cholesky),
  det: one(det),
  inv: one(inv),
  inv_quad: two((A, x) => trace(matmul(transpose(x), solve(sym(A), x)))),
  logdet: one(logdet),
  matpow: ([A], { k = 1 }) => matrixPower(A as NdArray, k),
  quadform: two((A, x) => quadraticForm(vector(x), A)),
  slogdet: one(slogdet),
  solve: two(solve),
  solve_tri: two(solveTriangular),
  trace_inv_prod: two((A, B) => trace(solve(A, B))),
  trace_pow: ([A], { k = 1 }) => trace(matrixPower(A as NdArray, k)),
  trace_prod: two((A, B) => trace(matmul(A, B))),
};
