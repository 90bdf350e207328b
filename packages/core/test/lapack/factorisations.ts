import { leastSquares } from '../../src/factor/cod/leastSquares.ts';
import { eig } from '../../src/factor/eig/eig.ts';
import { eigvalsh } from '../../src/factor/eigh/eigvalsh.ts';
import { svd as decompose } from '../../src/factor/gesvd/svd.ts';
import { hessenberg } from '../../src/factor/hessenberg/hessenberg.ts';
import { ldl } from '../../src/factor/ldl/ldl.ts';
import { luParts } from '../../src/factor/lu/parts.ts';
import { polar } from '../../src/factor/polar/polar.ts';
import { qr as factorQR } from '../../src/factor/qr/qr.ts';
import { qrPivoted } from '../../src/factor/qr/qrPivoted.ts';
import { schur } from '../../src/factor/schur/schur.ts';
import {
  add,
  cholesky,
  eigh,
  inv,
  type NdArray,
  scale,
  solve,
  sub,
  svd,
  transpose,
} from '../../src/index.ts';
import { gemm } from '../../src/kernel/gemm.ts';
import { definite, type Family, general, regular, squares, symmetric } from './kinds.ts';
import {
  ascending,
  bounded,
  descending,
  difference,
  exactly,
  eye,
  norm1,
  orthogonality,
  ratio,
  residual,
  unitLower,
  upper,
} from './ratios.ts';

/** A·B of finite matrices, and of others what comes of them: no argument is refused. */
function mul(A: NdArray, B: NdArray): NdArray {
  const [m, k] = A.shape as [number, number];
  const n = B.shape[1];
  const data = new Float64Array(m * n);
  gemm(m, n, k, 1, A.data, 0, k, 1, B.data, 0, n, 1, 0, data, 0, n);
  return { shape: [m, n], data };
}
const t = (A: NdArray): NdArray => transpose(A);

/** A·diag(d). */
const scaled = (A: NdArray, d: NdArray): NdArray => {
  const n = A.shape[1];
  return { shape: A.shape, data: A.data.map((x, p) => x * d.data[p % n]) };
};
const rows = ({ shape, data }: NdArray, perm: Int32Array): NdArray => {
  const n = shape[1];
  return { shape, data: data.map((_, p) => data[perm[Math.floor(p / n)] * n + (p % n)]) };
};
const columns = ({ shape, data }: NdArray, perm: Int32Array): NdArray => {
  const n = shape[1];
  return { shape, data: data.map((_, p) => data[p - (p % n) + perm[p % n]]) };
};
const both = (A: NdArray, perm: Int32Array): NdArray => columns(rows(A, perm), perm);

const sides = (rows: number): NdArray => ({
  shape: [rows, 2],
  data: Float64Array.from({ length: 2 * rows }, (_, p) => ((7 * p) % 5) - 1.75),
});

/** What is left of A·X - B, in units of n·ε·(‖A‖‖X‖ + ‖B‖). */
const share = (error: number, n: number, [a, x, b]: readonly [number, number, number]): number =>
  ratio(error, Math.max(1, n), a * x + b);

/** The largest difference from 1 of the norms of the columns of X + iY. */
function unitColumns(X: NdArray, Y: NdArray): number {
  const n = X.shape[1];
  const squares = Array.from({ length: n }, (_, j) =>
    X.data.reduce((sum, x, p) => (p % n === j ? sum + x * x + Y.data[p] ** 2 : sum), 0),
  );
  return ratio(Math.max(0, ...squares.map((s) => Math.abs(Math.sqrt(s) - 1))), Math.max(1, n), 1);
}

const values = (A: NdArray): NdArray => decompose(A, 'svdvals', { vectors: 'none' }).s;

export interface Factorisation {
  readonly family: Family;
  readonly shapes: 'square' | 'any';
  /** LAPACK's test ratios, each below its threshold. */
  readonly ratios: (A: NdArray) => Readonly<Record<string, number>>;
}

/** Every factorisation, the matrices it is tried on, and what must hold of it. */
export const factorisations: Readonly<Record<string, Factorisation>> = {
  cholesky: {
    family: definite,
    shapes: 'square',
    ratios: (A) => {
      const L = cholesky(A);
      return { 'A - LLᵀ': residual(mul(L, t(L)), A, A), 'L lower': upper(t(L)) };
    },
  },
  lu: {
    family: general,
    shapes: 'any',
    ratios: (A) => {
      const { order, L, U } = luParts(A);
      return {
        'PA - LU': residual(mul(L, U), rows(A, order), A),
        'L unit lower': unitLower(L),
        'entries of L': bounded(L, 1),
        'U upper': upper(U),
      };
    },
  },
  'solve and inv': {
    family: regular,
    shapes: 'square',
    ratios: (A) => {
      const n = A.shape[0];
      const B = scale(norm1(A) || 1, sides(n));
      const X = solve(A, B);
      const Y = inv(A);
      const both = ratio(1, Math.max(1, n), 1) / (norm1(A) * norm1(Y));
      return {
        'B - AX': ratio(norm1(sub(mul(A, X), B)), Math.max(1, n), norm1(A) * norm1(X)),
        'I - AY': n === 0 ? 0 : norm1(sub(mul(A, Y), eye(n))) * both,
        'I - YA': n === 0 ? 0 : norm1(sub(mul(Y, A), eye(n))) * both,
      };
    },
  },
  ldl: {
    family: symmetric,
    shapes: 'square',
    ratios: (A) => {
      const f = ldl(A, 'ldl');
      const { L, perm } = f;
      const D = f.D();
      return {
        'PAPᵀ - LDLᵀ': residual(mul(mul(L, D), t(L)), both(A, perm), A),
        'L unit lower': unitLower(L),
        'D block diagonal': upper(D, 1) + upper(t(D), 1),
      };
    },
  },
  qr: {
    family: general,
    shapes: 'any',
    ratios: (A) => {
      const { Q, R } = factorQR(A, 'qr');
      const complete = factorQR(A, 'qr', { mode: 'complete' });
      return {
        'R - QᵀA': residual(mul(t(Q), A), R, A),
        'A - QR': residual(mul(Q, R), A, A),
        'I - QᵀQ': orthogonality(Q),
        'R upper': upper(R),
        'A - QR, complete': residual(mul(complete.Q, complete.R), A, A),
        'I - QᵀQ, complete': orthogonality(complete.Q),
      };
    },
  },
  'pivoted qr': {
    family: general,
    shapes: 'any',
    ratios: (A) => {
      const { Q, R, perm } = qrPivoted(A, 'qrPivoted');
      const k = Math.min(...(A.shape as [number, number]));
      const diagonal = {
        shape: [k],
        data: Float64Array.from({ length: k }, (_, i) => R.data[i * (R.shape[1] + 1)]),
      };
      return {
        'AP - QR': residual(mul(Q, R), columns(A, perm), A),
        'I - QᵀQ': orthogonality(Q),
        'R upper': upper(R),
        'diag R descends': descending(diagonal),
        'σ(A) - σ(R)': difference(values(A), values(R), A),
      };
    },
  },
  cod: {
    family: general,
    shapes: 'any',
    ratios: (A) => {
      const [m, n] = A.shape as [number, number];
      const f = leastSquares(A, 'lstsq');
      const left = (B: NdArray) => {
        const X = f.solve(B);
        return { R: sub(mul(A, X), B), scale: [norm1(A), norm1(X), norm1(B)] as const };
      };
      const inRange = left(mul(A, sides(n)));
      const outside = left(scale(norm1(A) || 1, sides(m)));
      const [a, x, b] = outside.scale;
      return {
        'B - AX': share(norm1(inRange.R), Math.max(m, n), inRange.scale),
        // ‖A‖² over- or underflows where A is at the ends of the range.
        'Aᵀ(B - AX)':
          a === 0 ? 0 : share(norm1(mul(scale(1 / a, t(A)), outside.R)), Math.max(m, n), [a, x, b]),
      };
    },
  },
  svd: {
    family: general,
    shapes: 'any',
    ratios: (A) => {
      const [U, s, V] = svd(A);
      return {
        'A - USVᵀ': residual(mul(scaled(U, s), t(V)), A, A),
        'I - UᵀU': orthogonality(U),
        'I - VᵀV': orthogonality(V),
        's descends': descending(s),
        'values only': difference(values(A), s, A),
      };
    },
  },
  'full svd': {
    family: general,
    shapes: 'any',
    ratios: (A) => {
      const { U, V } = decompose(A, 'svd', { vectors: 'full' });
      return { 'I - UᵀU': orthogonality(U), 'I - VᵀV': orthogonality(V) };
    },
  },
  polar: {
    family: general,
    shapes: 'any',
    ratios: (A) => {
      const { U, P } = polar(A, 'polar');
      const [m, n] = A.shape as [number, number];
      return {
        'A - UP': residual(m >= n ? mul(U, P) : mul(P, U), A, A),
        'I - UᵀU': orthogonality(m >= n ? U : t(U)),
        'P - Pᵀ': residual(P, t(P), A),
      };
    },
  },
  eigh: {
    family: symmetric,
    shapes: 'square',
    ratios: (A) => {
      const [w, V] = eigh(A);
      return {
        'A - VWVᵀ': residual(mul(scaled(V, w), t(V)), A, A),
        'AV - VW': residual(mul(A, V), scaled(V, w), A),
        'I - VᵀV': orthogonality(V),
        'w ascends': ascending(w),
        'values only': difference(eigvalsh(A, 'eigvalsh'), w, A),
      };
    },
  },
  hessenberg: {
    family: squares,
    shapes: 'square',
    ratios: (A) => {
      const { H, Q } = hessenberg(A);
      return {
        'A - QHQᵀ': residual(mul(mul(Q, H), t(Q)), A, A),
        'I - QᵀQ': orthogonality(Q),
        'H upper Hessenberg': upper(H, 1),
      };
    },
  },
  schur: {
    family: squares,
    shapes: 'square',
    ratios: (A) => {
      const { T, Q } = schur(A, 'schur');
      const n = T.shape[0];
      const corner = (i: number) => T.data[(i + 1) * n + i] !== 0;
      return {
        'A - QTQᵀ': residual(mul(mul(Q, T), t(Q)), A, A),
        'I - QᵀQ': orthogonality(Q),
        'T quasi-triangular':
          upper(T, 1) +
          exactly(
            !Array.from({ length: n }, (_, i) => i + 2 < n && corner(i) && corner(i + 1)).some(Boolean),
          ),
      };
    },
  },
  eig: {
    family: squares,
    shapes: 'square',
    ratios: (A) => {
      const { values: w, vectors: V } = eig(A, 'eig');
      // A(X + iY) - (X + iY)·diag(a + ib), in its real and imaginary part.
      const real = sub(scaled(V.re, w.re), scaled(V.im, w.im));
      const imaginary = add(scaled(V.re, w.im), scaled(V.im, w.re));
      return {
        'AV - VW, real': residual(mul(A, V.re), real, A),
        'AV - VW, imaginary': residual(mul(A, V.im), imaginary, A),
        'columns of norm 1': unitColumns(V.re, V.im),
      };
    },
  },
};
