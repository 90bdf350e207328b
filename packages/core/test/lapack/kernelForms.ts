import type { NdArray } from '../../src/index.ts';
import * as kernel from '../../src/kernel.ts';
import type { Factorisation } from './factorisations.ts';
import { definite, general, squares, symmetric } from './kinds.ts';
import { residual } from './ratios.ts';

const floats = (size: number) => new Float64Array(size);

/** What is left of A when a kernel has factored it and another has multiplied the factors. */
const left =
  (back: (m: number, n: number, A: Float64Array, Y: Float64Array) => void): Factorisation['ratios'] =>
  (A: NdArray) => {
    const [m, n] = A.shape as [number, number];
    const data = floats(m * n);
    back(m, n, A.data, data);
    return { 'A - its factors, multiplied': residual({ shape: A.shape, data }, A, A) };
  };

/** Factorisations into memory of the caller, as @matgrad/core/kernel has them. */
export const kernelForms: Readonly<Record<string, Factorisation>> = {
  'cholesky kernel': {
    family: definite,
    shapes: 'square',
    ratios: left((n, _, A, Y) => {
      const L = floats(n * n);
      kernel.cholesky(n, A, L);
      kernel.choleskyReconstruct(n, L, Y);
    }),
  },
  'lu kernel': {
    family: squares,
    shapes: 'square',
    ratios: left((n, _, A, Y) => {
      const [F, piv] = [floats(n * n), new Int32Array(n)];
      kernel.lu(n, A, F, piv);
      kernel.luReconstruct(n, F, piv, Y);
    }),
  },
  'ldl kernel': {
    family: symmetric,
    shapes: 'square',
    ratios: left((n, _, A, Y) => {
      const [L, D, perm] = [floats(n * n), floats(2 * n), new Int32Array(n)];
      kernel.ldl(n, A, L, D, perm);
      kernel.ldlReconstruct(n, L, D, perm, Y);
    }),
  },
  'qr kernel': {
    family: general,
    shapes: 'any',
    ratios: left((m, n, A, Y) => {
      const k = Math.min(m, n);
      const [Q, R] = [floats(m * k), floats(k * n)];
      kernel.qr(m, n, A, Q, R);
      kernel.qrReconstruct(m, n, Q, R, Y);
    }),
  },
  'complete qr kernel': {
    family: general,
    shapes: 'any',
    ratios: left((m, n, A, Y) => {
      const [Q, R] = [floats(m * m), floats(m * n)];
      kernel.qrComplete(m, n, A, Q, R);
      kernel.qrCompleteReconstruct(m, n, Q, R, Y);
    }),
  },
  'pivoted qr kernel': {
    family: general,
    shapes: 'any',
    ratios: left((m, n, A, Y) => {
      const k = Math.min(m, n);
      const [Q, R, perm] = [floats(m * k), floats(k * n), new Int32Array(n)];
      kernel.qrPivoted(m, n, A, Q, R, perm);
      kernel.qrPivotedReconstruct(m, n, Q, R, perm, Y);
    }),
  },
  'cod kernel': {
    family: general,
    shapes: 'any',
    ratios: left((m, n, A, Y) => {
      const k = Math.min(m, n);
      const [Q, T, Z] = [floats(m * k), floats(k * k), floats(n * k)];
      kernel.cod(m, n, A, Q, T, Z, new Int32Array(1));
      kernel.codReconstruct(m, n, Q, T, Z, Y);
    }),
  },
  'polar kernel': {
    family: general,
    shapes: 'any',
    ratios: left((m, n, A, Y) => {
      const [U, P] = [floats(m * n), floats(Math.min(m, n) ** 2)];
      kernel.polar(m, n, A, U, P);
      kernel.polarReconstruct(m, n, U, P, Y);
    }),
  },
  'hessenberg kernel': {
    family: squares,
    shapes: 'square',
    ratios: left((n, _, A, Y) => {
      const [H, Q] = [floats(n * n), floats(n * n)];
      kernel.hessenberg(n, A, H, Q);
      kernel.hessenbergReconstruct(n, H, Q, Y);
    }),
  },
  'schur kernel': {
    family: squares,
    shapes: 'square',
    ratios: left((n, _, A, Y) => {
      const [T, Q] = [floats(n * n), floats(n * n)];
      kernel.schur(n, A, T, Q);
      kernel.schurReconstruct(n, T, Q, Y);
    }),
  },
  'eigh kernel': {
    family: symmetric,
    shapes: 'square',
    ratios: left((n, _, A, Y) => {
      const [w, V] = [floats(n), floats(n * n)];
      kernel.eigh(n, A, w, V);
      kernel.eighReconstruct(n, w, V, Y);
    }),
  },
  'svd kernel': {
    family: general,
    shapes: 'any',
    ratios: left((m, n, A, Y) => {
      const k = Math.min(m, n);
      const [U, s, V] = [floats(m * k), floats(k), floats(n * k)];
      kernel.svd(m, n, A, U, s, V);
      kernel.svdReconstruct(m, n, U, s, V, Y);
    }),
  },
};
