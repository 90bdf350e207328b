import {
  adjugate,
  cholesky,
  det,
  eigvalsh,
  expm,
  inv,
  logdet,
  logVolume,
  lstsq,
  matmul,
  matrixPower,
  type NdArray,
  norm,
  nuclearNorm,
  pinv,
  polarFactor,
  qr,
  quadraticForm,
  reshape,
  scale,
  slogdet,
  solve,
  solveTriangular,
  spectralNorm,
  svdvals,
  sym,
  symmetricFunction,
  trace,
  transpose,
} from '@matgrad/core';
import { sylvester } from '@matgrad/core/equations';
import { logm, spectralProjector, sqrtm, truncatedSvd } from '@matgrad/core/spectra';

/** Static parameters of a case. */
export type Params = { readonly k?: number | undefined; readonly sym?: boolean | undefined };

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
  eigh_projector: ([A], { k = 1 }) => spectralProjector(A as NdArray, k),
  eigvalsh: one(eigvalsh),
  expm: ([A], { sym }) => (sym ? symmetricFunction(A as NdArray, 'exp') : expm(A as NdArray)),
  inv: one(inv),
  inv_quad: two((A, x) => trace(matmul(transpose(x), solve(sym(A), x)))),
  logdet: one(logdet),
  logdet_gram: one((A) => scale(2, logVolume(A))),
  logm: ([A], { sym }) => (sym ? symmetricFunction(A as NdArray, 'log') : logm(A as NdArray)),
  lstsq: two(lstsq),
  matpow: ([A], { k = 1 }) => matrixPower(A as NdArray, k),
  norm_fro: one(norm),
  norm_nuc: one(nuclearNorm),
  norm_spec: one(spectralNorm),
  pinv: one((A) => pinv(A)),
  qr: one(qr),
  quadform: two((A, x) => quadraticForm(vector(x), A)),
  slogdet: one(slogdet),
  solve: two(solve),
  solve_tri: two(solveTriangular),
  sqrtm: ([A], { sym }) => (sym ? symmetricFunction(A as NdArray, 'sqrt') : sqrtm(A as NdArray)),
  svd_polar: one(polarFactor),
  svd_trunc: ([A], { k = 1 }) => truncatedSvd(A as NdArray, k),
  svdvals: one(svdvals),
  sylvester: ([A, B, C]) => sylvester(A as NdArray, B as NdArray, C as NdArray),
  trace_inv_prod: two((A, B) => trace(solve(A, B))),
  trace_pow: ([A], { k = 1 }) => trace(matrixPower(A as NdArray, k)),
  trace_prod: two((A, B) => trace(matmul(A, B))),
};
