import type { Value } from '../algebra.ts';
import type { NdArray } from '../array.ts';
import { NotSymmetricError } from '../errors.ts';
import { sym, tril } from './special.ts';

/**
 * Where an input lives: data that tests read as generators, docs as prose, and calls as what to do first.
 *
 * A domain that is a linear subspace projects its input, so that derivatives follow by composition.
 */
export interface Domain {
  readonly name: string;
  /** The projection onto it, in the words of the algebra. */
  readonly project?: (A: Value) => Value;
  /** The word that the projection is, for other interpreters. */
  readonly word?: 'sym' | 'tril';
  /** Refuses plain numbers that the projection would silently change for others; whether it changes nothing at all. */
  readonly check?: (op: string, A: NdArray) => boolean;
}

/** Defects of an input, for the failures that an identity declares. */
export type Defect = 'singular' | 'indefinite' | 'asymmetric';

// What is left of √ε·‖A‖ is noise of an honest computation; more than that is another matrix than was meant.
// (Written out, 2^-26: as an expression it would stay in every bundle.)
const SYMMETRY = 1.4901161193847656e-8;

/** ‖A-Aᵀ‖ / ‖A‖ of the matrix at `off`, scaled so that squares neither over- nor underflow. */
function asymmetry(n: number, A: Float64Array, off: number): number {
  let largest = 0;
  for (let i = off; i < off + n * n; i++) largest = Math.max(largest, Math.abs(A[i]));
  let norm = 0;
  let skew = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const a = A[off + i * n + j] / largest;
      norm += a * a;
      skew += (a - A[off + j * n + i] / largest) ** 2;
    }
  }
  return Math.sqrt(skew / norm);
}

/** Whether A is symmetric to the last bit; one that is not so by more than rounding is refused. */
function requireSymmetric(op: string, { shape, data }: NdArray): boolean {
  const n = shape[shape.length - 1];
  let exactly = true;
  for (let at = 0; at < data.length; at += n * n) {
    let equal = true;
    for (let i = 1, row = at + n; i < n; i++, row += n) {
      for (let j = 0, p = at + i; j < i; j++, p += n) if (data[row + j] !== data[p]) equal = false;
    }
    if (equal) continue;
    exactly = false;
    const gap = asymmetry(n, data, at);
    if (gap > SYMMETRY) throw new NotSymmetricError(op, gap, shape.length > 2 ? at / (n * n) : undefined);
  }
  return exactly;
}

/** Any finite entries. */
export const real: Domain = { name: 'real' };
/** Any square matrix. */
export const square: Domain = { name: 'square' };
/** Nonsingular. */
export const invertible: Domain = { name: 'invertible' };
/** Square, with all eigenvalues in the open right half plane. */
export const rightHalf: Domain = { name: 'rightHalf' };
/** Square, with all eigenvalues inside the unit circle. */
export const contraction: Domain = { name: 'contraction' };
/** Square; what is not stable in it is within reach of the input matrix that goes with it. */
export const stabilisable: Domain = { name: 'stabilisable' };
/** Symmetric, taken as (A+Aᵀ)/2. */
export const symmetric: Domain = { name: 'symmetric', word: 'sym', project: sym, check: requireSymmetric };
/** Symmetric positive definite, taken as (A+Aᵀ)/2. */
export const spd: Domain = { name: 'spd', word: 'sym', project: sym, check: requireSymmetric };
/** The lower triangle of what is given; what stands above it is never read. */
export const lower: Domain = { name: 'lower', word: 'tril', project: tril };
/** Matrices of full rank. */
export const fullRank: Domain = { name: 'fullRank' };
/** Matrices whose singular values are well apart. */
export const graded: Domain = { name: 'graded' };
/** Symmetric matrices whose eigenvalues are well apart, taken as (A+Aᵀ)/2. */
export const gradedSymmetric: Domain = {
  name: 'gradedSymmetric',
  word: 'sym',
  project: sym,
  check: requireSymmetric,
};
/** Symmetric, taken as (A+Aᵀ)/2, all leading blocks nonsingular. */
export const regularSymmetric: Domain = {
  name: 'regularSymmetric',
  word: 'sym',
  project: sym,
  check: requireSymmetric,
};
/** Square, with distinct eigenvalues, real or in complex pairs. */
export const simpleSpectrum: Domain = { name: 'simpleSpectrum' };
/** Square; its Krylov space from the first unit vector is everything. */
export const cyclic: Domain = { name: 'cyclic' };
/** Square, without eigenvalues on the imaginary axis. */
export const hyperbolic: Domain = { name: 'hyperbolic' };
/** Vectors of ascending entries. */
export const ascending: Domain = { name: 'ascending' };
/** Vectors of entries that ascend by 2 or more. */
export const apart: Domain = { name: 'apart' };
/** Entries above 0. */
export const positive: Domain = { name: 'positive' };
/** Entries other than 0. */
export const nonzero: Domain = { name: 'nonzero' };
/** Entries between -1 and 1. */
export const belowOne: Domain = { name: 'belowOne' };
/** Entries between 0 and 1. */
export const probability: Domain = { name: 'probability' };
/** Entries above 1. */
export const aboveOne: Domain = { name: 'aboveOne' };
/** Entries above -1. */
export const aboveMinusOne: Domain = { name: 'aboveMinusOne' };
/** Entries that are neither whole numbers nor halfway between two. */
export const fractional: Domain = { name: 'fractional' };
/** Rows of an odd number, the middle one of large entries: the diagonals of a banded matrix that is far from singular. */
export const dominant: Domain = { name: 'dominant' };
