import type { Matrix } from '../matrix.ts';

/** What a matrix is in the suite for; the report groups by the first tag. */
export type Tag =
  | 'ordinary'
  | 'ill-conditioned'
  | 'badly scaled'
  | 'growth'
  | 'singular'
  | 'range' // the determinant leaves float64's range or comes near its edge
  | 'spd' // symmetric positive definite: Cholesky must succeed
  | 'indefinite' // symmetric, not positive definite: Cholesky must refuse
  | 'triangular'
  | 'pivoting'; // a zero or tiny first pivot

/** One matrix of the suite: exact float64 entries, the same on every machine. */
export type SuiteEntry = {
  readonly name: string;
  readonly n: number;
  readonly tags: readonly [Tag, ...Tag[]];
  /** Rank, where it is less than n. */
  readonly rank?: number;
  readonly note: string;
  build(): Matrix;
};
