import { primal } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError } from '../errors.ts';
import { add } from './add.ts';
import { hadamard } from './hadamard.ts';

/** Numbers or booleans, nested to any depth. */
export type Mask = ArrayInput | boolean | readonly Mask[];

const numbers = (mask: Mask): ArrayInput =>
  typeof mask === 'boolean'
    ? Number(mask)
    : Array.isArray(mask)
      ? (mask.map(numbers) as ArrayInput)
      : (mask as ArrayInput);

/**
 * Entries of one array or of another, as a mask says; all three broadcast. The mask is a constant.
 *
 * @param mask booleans, or numbers: 1 takes from A, 0 from B, what is between mixes them
 * @param A array of any shape
 * @param B array of any shape
 * @returns Y with Y_ij = mask_ij·A_ij + (1 - mask_ij)·B_ij
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} if the mask is no mask
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(where([true, false], [1, 2], [3, 4])) //=> [1, 4]
 */
export function where(mask: Mask, A: ArrayInput, B: ArrayInput): NdArray {
  const chosen = primal(toValue('where', numbers(mask), 0));
  if (chosen?.data.some((m) => m < 0 || m > 1) !== false)
    throw new DomainError('where', 'expected a mask of booleans, or of numbers from 0 to 1');
  const rest = { shape: chosen.shape, data: chosen.data.map((m) => 1 - m) };
  return add(hadamard(chosen, A), hadamard(rest, B));
}
