import { at, fromEntries, type Matrix } from '../matrix.ts';
import { seeded, uniform } from '../suite/random.ts';

/** What is timed: dense kernels, and functions whose gradient is wanted as well. */
export const kernels = [
  'matmul',
  'solve',
  'cholesky',
  'inv',
  'qr',
  'eigh',
  'eigvalsh',
  'svd',
  'svdvals',
] as const;
export const functions = ['logdet', 'traceInv', 'quadratic', 'gp'] as const;
export const speedOps = [...kernels, ...functions] as const;
export type SpeedOp = (typeof speedOps)[number];
/** `out` is the value into memory that the caller keeps, where a library offers that; `gradient` is value and gradient. */
export const kinds = ['value', 'out', 'gradient'] as const;
export type Kind = (typeof kinds)[number];

/** One line of the plan: an operation at a size, on `count` matrices at once. */
export type Case = { readonly op: SpeedOp; readonly kind: Kind; readonly n: number; readonly count: number };

/** The same numbers for every library. */
export type Problem = Case & {
  /** `count` matrices n×n. */
  readonly A: readonly Matrix[];
  /** A second factor, n×n. */
  readonly B: Matrix;
  /** A right-hand side, n×1. */
  readonly b: Matrix;
};

const positiveDefinite: ReadonlySet<SpeedOp> = new Set(['cholesky', 'logdet', 'traceInv', 'quadratic', 'gp']);
const symmetric: ReadonlySet<SpeedOp> = new Set(['eigh', 'eigvalsh']);

/**
 * Uniform entries in [-1, 1], so that rows really are exchanged; their symmetric part for eigenvalues, and with n on the
 * diagonal where the matrix has to be positive definite.
 */
export function problemOf(item: Case): Problem {
  const { op, n, count } = item;
  const random = seeded(n * 1000 + (count % 1000));
  const member = () => {
    const U = uniform(n, n, random);
    if (!positiveDefinite.has(op) && !symmetric.has(op)) return U;
    const shift = positiveDefinite.has(op) ? n : 0;
    return fromEntries(n, n, (i, j) => (at(U, i, j) + at(U, j, i)) / 2 + (i === j ? shift : 0));
  };
  return {
    ...item,
    A: Array.from({ length: count }, member),
    B: uniform(n, n, random),
    b: uniform(n, 1, random),
  };
}

/** Floating point operations of one call, as LAPACK counts them; undefined where the number depends on the data. */
export function flopsOf({ op, kind, n, count }: Case): number | undefined {
  if (kind === 'gradient') return undefined;
  const cubes: Partial<Record<SpeedOp, number>> = {
    matmul: 2,
    solve: 2 / 3,
    cholesky: 1 / 3,
    inv: 2,
    qr: 8 / 3,
  };
  const factor = cubes[op];
  return factor === undefined ? undefined : count * factor * n ** 3;
}
