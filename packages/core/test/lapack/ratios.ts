import { matmul, type NdArray, sub, transpose } from '../../src/index.ts';

/** LAPACK's machine epsilon. */
const EPSILON = 2 ** -53;

/** The largest sum of absolute values in a column, which neither over- nor underflows where its result does not. */
export function norm1({ shape, data }: NdArray): number {
  const [m, n] = shape as [number, number];
  let largest = 0;
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = 0; i < m; i++) sum += Math.abs(data[i * n + j]);
    // Not by Math.max with a default: NaN must stay.
    if (!(sum <= largest)) largest = sum;
  }
  return largest;
}

const size = ({ shape }: NdArray): number => Math.max(1, ...shape);

/** What is left, in units of n·ε by the size of what it is left of; nothing at all is 0. */
export function ratio(error: number, n: number, scale: number): number {
  return error === 0 ? 0 : error / scale / (n * EPSILON);
}

/** ‖left - right‖ / (n·‖A‖·ε). */
export const residual = (left: NdArray, right: NdArray, A: NdArray): number =>
  ratio(norm1(sub(left, right)), size(A), norm1(A));

export const eye = (n: number): NdArray => ({
  shape: [n, n],
  data: Float64Array.from({ length: n * n }, (_, p) => (p % (n + 1) === 0 ? 1 : 0)),
});

/** ‖I - QᵀQ‖ / (m·ε) for m×k Q. */
export const orthogonality = (Q: NdArray): number => {
  const [m, k] = Q.shape as [number, number];
  return ratio(norm1(sub(eye(k), matmul(transpose(Q), Q))), Math.max(1, m), 1);
};

/** max|x - y| / (n·max|A|...·ε): how far two lists of values are from each other. */
export const difference = (x: NdArray, y: NdArray, A: NdArray): number => {
  let worst = 0;
  for (let i = 0; i < x.data.length; i++) {
    const d = Math.abs(x.data[i] - y.data[i]);
    if (!(d <= worst)) worst = d;
  }
  return ratio(worst, size(A), norm1(A));
};

/** 0 where a condition holds that is met exactly or not at all. */
export const exactly = (holds: boolean): number => (holds ? 0 : Number.POSITIVE_INFINITY);

const everyEntry = (
  { shape, data }: NdArray,
  holds: (x: number, i: number, j: number) => boolean,
): number => {
  const n = shape[shape.length - 1];
  return exactly(data.every((x, p) => holds(x, Math.floor(p / n), p % n)));
};

/** Entries further below the diagonal than `band` are zero. */
export const upper = (A: NdArray, band = 0): number => everyEntry(A, (x, i, j) => i <= j + band || x === 0);
export const unitLower = (A: NdArray): number =>
  everyEntry(A, (x, i, j) => (i === j ? x === 1 : i > j || x === 0));
export const bounded = (A: NdArray, bound: number): number => everyEntry(A, (x) => Math.abs(x) <= bound);
/** Descending and not negative, up to rounding of the n·ε-th part. */
export const descending = ({ data }: NdArray): number =>
  exactly(data.every((x, i) => x >= 0 && (i === 0 || x <= data[i - 1] * (1 + 4 * data.length * EPSILON))));
export const ascending = ({ data }: NdArray): number =>
  exactly(data.every((x, i) => i === 0 || x >= data[i - 1]));
