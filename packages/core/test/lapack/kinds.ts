import { matmul, type NdArray, qr, transpose } from '../../src/index.ts';
import { seeded } from '../../src/kernel/fixtures.ts';

/** A matrix of a kind; null where there is none of that shape. */
export type Kind = (m: number, n: number, random: () => number) => NdArray | null;
export type Family = Readonly<Record<string, Kind>>;

type Entry = (i: number, j: number) => number;

const matrix = (m: number, n: number, entry: Entry): NdArray => ({
  shape: [m, n],
  data: Float64Array.from({ length: m * n }, (_, p) => entry(Math.floor(p / n), p % n)),
});
const of =
  (entry: Entry): Kind =>
  (m, n) =>
    matrix(m, n, entry);
const dense: Kind = (m, n, random) => matrix(m, n, random);
const changed =
  (kind: Kind, change: (x: number, i: number, j: number, m: number, n: number) => number): Kind =>
  (m, n, random) => {
    const A = kind(m, n, random);
    return A && matrix(m, n, (i, j) => change(A.data[i * n + j], i, j, m, n));
  };

/** Near the ends of the range, as far in as LAPACK's test matrices stand. */
const LEAST = 2 ** -970;
const MOST = 2 ** 970;
const UNIT = 2 ** -53;

/** Orthonormal columns. */
const orthonormal = (m: number, n: number, random: () => number): NdArray =>
  qr(matrix(m, n, random))[0] as NdArray;

/** U·diag(s)·Vᵀ, where s_i is told i from 0 to 1. */
const withValues =
  (s: (t: number, i: number) => number): Kind =>
  (m, n, random) => {
    const k = Math.min(m, n);
    const U = orthonormal(m, k, random);
    const values = Array.from({ length: k }, (_, i) => s(k > 1 ? i / (k - 1) : 0, i));
    const scaled = { shape: U.shape, data: U.data.map((x, p) => x * values[p % k]) };
    return matmul(scaled, transpose(orthonormal(n, k, random)));
  };

/** Matrices of any shape. */
export const general: Family = {
  random: dense,
  zero: of(() => 0),
  ones: of(() => 1),
  identity: of((i, j) => (i === j ? 1 : 0)),
  diagonal: changed(dense, (x, i, j) => (i === j ? x : 0)),
  'upper triangular': changed(dense, (x, i, j) => (i <= j ? x : 0)),
  'lower triangular': changed(dense, (x, i, j) => (i >= j ? x : 0)),
  'first column zero': changed(dense, (x, _, j) => (j === 0 ? 0 : x)),
  'last column zero': changed(dense, (x, _, j, __, n) => (j === n - 1 ? 0 : x)),
  'a row and a column zero': changed(dense, (x, i, j, m, n) => (i === m >> 1 || j === n >> 1 ? 0 : x)),
  'last half of the columns zero': changed(dense, (x, _, j, __, n) => (2 * j >= n ? 0 : x)),
  'of condition √(0.1/ε)': withValues((t) => Math.sqrt(0.1 / UNIT) ** -t),
  'of condition 0.1/ε': withValues((t) => (0.1 / UNIT) ** -t),
  'of one small singular value': withValues((t) => (t < 1 ? 1 : 1e-10)),
  'of one large singular value': withValues((t) => (t > 0 ? 1e-10 : 1)),
  'of equal singular values': withValues(() => 3),
  'of pairs of singular values': withValues((_, i) => 1 + (i >> 1)),
  'of half the rank': withValues((t) => (t < 0.5 ? 1 : 0)),
  'near underflow': changed(dense, (x) => x * LEAST),
  'near overflow': changed(dense, (x) => x * MOST),
  'graded by columns': changed(dense, (x, _, j) => x * 2 ** (-3 * j)),
  'graded by rows': changed(dense, (x, i) => x * 2 ** (-3 * i)),
  'growing by rows': changed(dense, (x, i, _, m) => x * 2 ** (3 * (i - m))),
  'of all sizes': (m, n, random) => matrix(m, n, () => random() * 2 ** Math.round(100 * random())),
  hilbert: of((i, j) => 1 / (i + j + 1)),
  integers: (m, n, random) => matrix(m, n, () => Math.round(6 * random())),
  kahan: of((i, j) => 0.6 ** i * (i === j ? 1 : i < j ? -0.8 : 0)),
  'ones on and minus ones above the diagonal': of((i, j) => (i === j ? 1 : i < j ? -1 : 0)),
};

/** Square matrices whose eigenvalues are hard. */
const square: Family = {
  frank: (m, n) => matrix(m, n, (i, j) => (j < i - 1 ? 0 : n - Math.max(i, j))),
  'a Jordan block': of((i, j) => (i === j ? 2 : j === i + 1 ? 1 : 0)),
  companion: (m, n, random) => matrix(m, n, (i, j) => (i === 0 ? random() : i === j + 1 ? 1 : 0)),
  'a cyclic shift': (m, n) => matrix(m, n, (i, j) => ((i + 1) % n === j ? 1 : 0)),
  grcar: of((i, j) => (j === i - 1 ? -1 : j >= i && j <= i + 3 ? 1 : 0)),
  skew: (m, n, random) => {
    const A = matrix(m, n, random);
    return matrix(m, n, (i, j) => A.data[i * n + j] - A.data[j * n + i]);
  },
  'badly balanced': changed(dense, (x, i, j) => x * 2 ** (((j % 7) - (i % 7)) * 9)),
};
export const squares: Family = { ...general, ...square };

const SINGULAR =
  /zero|^ones$|of half the rank|0.1\/ε$|^hilbert|graded|growing|all sizes|integers|kahan|minus ones|diagonal|triangular|skew|frank/;
/** Square matrices that are nonsingular to working precision. */
export const regular: Family = Object.fromEntries(
  Object.entries(squares).filter(([name]) => !SINGULAR.test(name) || name === 'of condition √(0.1/ε)'),
);

const mirrored =
  (kind: Kind): Kind =>
  (m, n, random) => {
    const A = kind(m, n, random);
    return A && matrix(m, n, (i, j) => (i >= j ? A.data[i * n + j] : A.data[j * n + i]));
  };

/** V·diag(w)·Vᵀ, mirrored so that rounding leaves it symmetric. */
const withSpectrum = (w: (t: number, i: number) => number): Kind =>
  mirrored((n, _, random) => {
    const V = orthonormal(n, n, random);
    const values = Array.from({ length: n }, (_, i) => w(n > 1 ? i / (n - 1) : 0, i));
    return matmul({ shape: [n, n], data: V.data.map((x, p) => x * values[p % n]) }, transpose(V));
  });

const sign = (i: number) => (i % 2 === 0 ? 1 : -1);

/** Symmetric matrices. */
export const symmetric: Family = {
  ...Object.fromEntries(
    [
      'zero',
      'ones',
      'identity',
      'diagonal',
      'near underflow',
      'near overflow',
      'of all sizes',
      'integers',
      'hilbert',
    ].map((name) => [name, mirrored(general[name] as Kind)]),
  ),
  random: mirrored(dense),
  'second differences': of((i, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
  wilkinson: (m, n) =>
    matrix(m, n, (i, j) => (i === j ? Math.abs(i - (n - 1) / 2) : Math.abs(i - j) === 1 ? 1 : 0)),
  clement: (m, n) =>
    matrix(m, n, (i, j) => {
      const k = Math.min(i, j) + 1;
      return Math.abs(i - j) === 1 ? Math.sqrt(k * (n - k)) : 0;
    }),
  arrow: of((i, j) => (i === j ? i + 1 : i * j === 0 ? 1 : 0)),
  graded: mirrored(changed(dense, (x, i, j) => x * 2 ** (-2 * (i + j)))),
  'of evenly spaced eigenvalues': withSpectrum((t, i) => sign(i) * (1 - t * (1 - UNIT))),
  'of geometric eigenvalues': withSpectrum((t, i) => sign(i) * UNIT ** t),
  'of one large eigenvalue': withSpectrum((t) => (t > 0 ? UNIT : 1)),
  'of eigenvalues 1 and -1': withSpectrum((_, i) => sign(i)),
  'of clustered eigenvalues': withSpectrum((_, i) => 1 + (i % 3) * 1e-14),
  'of zero diagonal': mirrored(changed(dense, (x, i, j) => (i === j ? 0 : x))),
};

/** Symmetric positive definite matrices. */
export const definite: Family = {
  identity: general.identity as Kind,
  pei: of((i, j) => (i === j ? 4 : 1)),
  lehmer: of((i, j) => (Math.min(i, j) + 1) / (Math.max(i, j) + 1)),
  moler: of((i, j) => (i === j ? i + 1 : Math.min(i, j) - 1)),
  'smaller index': of((i, j) => Math.min(i, j) + 1),
  'second differences': symmetric['second differences'] as Kind,
  'of condition √(0.1/ε)': withSpectrum((t) => Math.sqrt(0.1 / UNIT) ** -t),
  'of well apart eigenvalues': withSpectrum((t) => 1 + t),
  'near underflow': withSpectrum((t) => LEAST * (1 + t)),
  'near overflow': withSpectrum((t) => MOST * (1 + t)),
  graded: (n, _, random) => {
    const A = (definite.pei as Kind)(n, n, random) as NdArray;
    const d = (i: number) => 2 ** Math.round((-400 * i) / n);
    return matrix(n, n, (i, j) => A.data[i * n + j] * d(i) * d(j));
  },
  // Above order 12 rounding has made it indefinite.
  hilbert: (m, n, random) => (n <= 12 ? (general.hilbert as Kind)(m, n, random) : null),
};

/**
 * The matrices of a family that have a shape, the same ones in every run: a random one and each `stride`-th other, from
 * `phase` on.
 */
export const membersOf = (
  family: Family,
  [m, n]: readonly [number, number],
  stride = 1,
  phase = 0,
): readonly (readonly [string, NdArray])[] =>
  Object.entries(family).flatMap(([name, kind], i) => {
    if (name !== 'random' && (i + phase) % stride !== 0) return [];
    const A = kind(m, n, seeded(31 * m + 7 * n + i + 1));
    return A ? [[name, A] as const] : [];
  });
