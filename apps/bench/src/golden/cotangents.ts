import { fromEntries, type Matrix } from '../matrix.ts';
import { eighths, seeded, seedOf } from '../suite/random.ts';

/** The right-hand side of the solve case of a matrix: two columns of eighths. */
export const rightHandSide = (name: string, n: number): Matrix => eighths(n, 2, seeded(seedOf(`${name} B`)));

/**
 * The cotangents of the gradients: seeded eighths for matrices (lower triangular for the Cholesky factor), 1 for det
 * and for log|det|.
 */
export const cotangents = {
  inv: (name: string, n: number): Matrix => eighths(n, n, seeded(seedOf(`${name} inv`))),
  solve: (name: string, n: number): Matrix => eighths(n, 2, seeded(seedOf(`${name} solve`))),
  cholesky: (name: string, n: number): Matrix => {
    const C = eighths(n, n, seeded(seedOf(`${name} cholesky`)));
    return fromEntries(n, n, (i, j) => (j > i ? 0 : (C.data[i * n + j] as number)));
  },
} as const;
