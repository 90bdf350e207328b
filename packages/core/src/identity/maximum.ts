import { primal } from '../algebra.ts';
import { type ArrayInput, broadcastShapes, type NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import { combine } from '../interpret/float64/layout.ts';
import { where } from './where.ts';

/** Entries of A where `prefer` says 1, of B where it says 0, of both in equal parts where ½. */
export function choose(
  op: string,
  A: ArrayInput,
  B: ArrayInput,
  prefer: (a: number, b: number) => number,
): NdArray {
  const [X, Y] = [toValue(op, A, 0), toValue(op, B, 1)];
  const [a, b] = [primal(X), primal(Y)];
  if (a === undefined || b === undefined)
    throw new DomainError(op, 'expected numbers to choose from, got symbols');
  if (broadcastShapes(a.shape, b.shape) === null)
    throw new ShapeError(op, 'shapes that broadcast', `${showShape(a.shape)} and ${showShape(b.shape)}`);
  return where(combine(a, b, prefer), X, Y);
}

/**
 * The larger of two arrays, entry by entry; entries that tie share the gradient equally. `max` goes along axes of one array.
 *
 * @param A array of any shape
 * @param B array whose shape broadcasts with A's as NumPy's do
 * @returns Y with Y_ij = max(A_ij, B_ij), in the broadcast shape
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} if A or B is a symbol
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(maximum([1, 5], [3, 4])) //=> [3, 5]
 */
export const maximum = (A: ArrayInput, B: ArrayInput): NdArray =>
  choose('maximum', A, B, (a, b) => (a > b ? 1 : a < b ? 0 : 0.5));
