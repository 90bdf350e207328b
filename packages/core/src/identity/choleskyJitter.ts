import { primal } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { eye } from '../constants.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError, NotPositiveDefiniteError } from '../errors.ts';
import { add } from './add.ts';
import { cholesky } from './cholesky.ts';
import { scale } from './scale.ts';

// From rounding of the largest entry, by tens, to a hundredth of it.
const TRIES = 13;

/**
 * Cholesky factor of a symmetric matrix that is positive definite but for rounding: of A + c·I with the least c that will do, of 0
 * and the powers of ten times n·ε·max a_ii up to about a hundredth of that.
 *
 * Derivatives are those of the factor at A + c·I with c constant. What c was is part of the answer: judge it.
 *
 * @param A n×n symmetric matrix, taken as (A+Aᵀ)/2
 * @returns `[L, c]`, L n×n lower triangular with a positive diagonal and L·Lᵀ = A + c·I, and c, one scalar for the whole stack
 * @throws {ShapeError} if A is not square
 * @throws {NotSymmetricError} if ‖A-Aᵀ‖ > √ε·‖A‖
 * @throws {NotPositiveDefiniteError} if A is further from positive definite than that
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * choleskyJitter([[4, 2], [2, 5]]).map(toNested) //=> [[[2, 0], [1, 2]], 0]
 * choleskyJitter([[1, 1], [1, 1]])[1].data[0] < 1e-15 //=> true
 */
export function choleskyJitter(A: ArrayInput): readonly [L: NdArray, c: NdArray] {
  const X = toValue('choleskyJitter', A, 0);
  const plain = primal(X);
  if (plain === undefined) throw new DomainError('choleskyJitter', 'expected numbers, got a symbol');
  const n = X.shape[X.shape.length - 1] ?? 0;
  let largest = 0;
  for (let p = 0; p < plain.data.length; p += n + 1) {
    largest = Math.max(largest, plain.data[p]);
    if ((p + 1) % (n * n) === 0) p -= n;
  }
  const jittered = (B: NdArray, c: number) => cholesky(c === 0 ? B : add(B, scale(c, eye(n))));
  for (let k = 0, c = 0; ; k++, c = n * 2 ** -52 * largest * 10 ** (k - 1)) {
    try {
      jittered(plain, c);
      return [jittered(X, c), { shape: [], data: Float64Array.of(c) }];
    } catch (error) {
      if (!(error instanceof NotPositiveDefiniteError) || k === TRIES) throw error;
    }
  }
}
