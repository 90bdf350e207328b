import { deepest, primal, unshaped, type Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError } from '../errors.ts';
import { eigvals as compute } from '../factor/eig/eig.ts';
import { type ModalPairs, pairsOf } from '../factor/eig/modalPairs.ts';
import { fitShapes } from '../signature.ts';
import { diagPart } from './diagPart.ts';
import { hadamard } from './hadamard.ts';
import { modes } from './modes.ts';
import { sum } from './sum.ts';

/** A checked square matrix: whether it is plain numbers, so that nothing need be kept for derivatives. */
export function squareValue(op: string, A: ArrayInput): [X: Value, plain: boolean] {
  const X = toValue(op, A, 0);
  if (X.shape !== unshaped) fitShapes(op, modes.spec.signature, [X]);
  return [X, deepest([X]) === undefined];
}

/** The eigenvalues in a modal form, and which of its columns are pairs. */
export function spectrumOf(op: string, B: NdArray): { re: NdArray; im: NdArray; pairs: ModalPairs } {
  const numbers = primal(B);
  if (numbers === undefined) throw new DomainError(op, 'expected numbers, got a symbol');
  const pairs = pairsOf(numbers);
  return { re: diagPart(B), im: sum(hadamard(pairs.beside, B), -2), pairs };
}

/**
 * Eigenvalues of a square matrix.
 *
 * @param A n×n matrix
 * @returns `[re, im]`, the real and imaginary parts of n eigenvalues, ascending by real, then by imaginary part
 * @throws {ShapeError} if A is not square
 * @throws {DegenerateError} from derivatives where eigenvalues coincide, exactly or as far as rounding lets one tell
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * eigvals([[0, -2], [2, 0]]).map(toNested) //=> [[0, 0], [-2, 2]]
 */
export function eigvals(A: ArrayInput): readonly [re: NdArray, im: NdArray] {
  const [X, plain] = squareValue('eigvals', A);
  const { re, im } = plain ? compute(X, 'eigvals') : spectrumOf('eigvals', modes(X)[0]);
  return [re, im];
}
