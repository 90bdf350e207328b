import { norm, random } from '../kernel/fixtures.ts';

/** Stacks with offsets for the tests of kernel.ts. */
export const U = 2 ** -53;
export const sizes = [0, 1, 2, 3, 4, 5, 8, 13, 16, 17, 33, 64];
export const COUNT = 3;
export const [A_OFF, B_OFF, OUT_OFF] = [2, 5, 3];
const GUARD = 7.25;

/** What an error of X·Y may be, for matrices of order n. */
export const limit = (n: number, X: Float64Array, Y: Float64Array) =>
  30 * Math.max(n, 1) * U * norm(X) * norm(Y);

/** The matrices behind each other from `off` on, with other numbers around them. */
export function laid(off: number, ...parts: readonly Float64Array[]): Float64Array {
  const X = new Float64Array(off + parts.reduce((sum, p) => sum + p.length, 0) + 4).fill(GUARD);
  let at = off;
  for (const p of parts) {
    X.set(p, at);
    at += p.length;
  }
  return X;
}

export const members = (make: (seed: number) => Float64Array) =>
  Array.from({ length: COUNT }, (_, i) => make(i + 1));
export const shifted = (n: number, seed: number) =>
  random(n * n, seed + 10 * n).map((x, p) => (p % (n + 1) === 0 ? x + 1 : x));
export const part = (X: Float64Array, off: number, size: number, i: number) =>
  X.slice(off + i * size, off + (i + 1) * size);
/** Whether nothing was written outside. */
export const untouched = (X: Float64Array, off: number, size: number): boolean =>
  X.every((x, p) => (p >= off && p < off + size ? x !== GUARD : x === GUARD));
