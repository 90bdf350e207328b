import { expect } from 'vitest';
import { type NdArray, sub } from '../../src/index.ts';
import { frobenius } from '../../src/testing/index.ts';

/** Expects A to be B, to a tolerance relative to its size. */
export const close = (A: NdArray, B: NdArray | number[][], tolerance = 1e-14) =>
  expect(frobenius(sub(A, B))).toBeLessThanOrEqual(tolerance * (1 + frobenius(sub(B, 0))));

/** Of one eigenvalue twice, and one eigenvector. */
export const jordan = [
  [3, 1],
  [-1, 1],
];
/** Of eigenvalues i and -i. */
export const rotation = [
  [0, -1],
  [1, 0],
];
