import { type ArrayInput, type NdArray, sameShape } from '../array.ts';
import { axesOf, dropped } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import { add } from './add.ts';
import { range, rearrange } from './rearrange.ts';

/**
 * Arrays joined along an axis that they have.
 *
 * @param parts arrays whose shapes agree but for that axis, at least one
 * @param axis the axis, counted from the end where negative; the first where left out
 * @returns Y with the entries of the parts behind each other along that axis
 * @throws {ShapeError} if other axes differ, there is no such axis, or no array
 * @throws {DomainError} if what is given is no list
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(concat([[[1, 2]], [[3, 4]]], -1)) //=> [[1, 2, 3, 4]]
 */
export function concat(parts: readonly ArrayInput[], axis = 0): NdArray {
  if (!Array.isArray(parts)) throw new DomainError('concat', 'expected a list of arrays');
  const values = parts.map((part, i) => toValue('concat', part, i));
  if (values.length === 0) throw new ShapeError('concat', 'at least one array', 'none');
  const { shape } = values[0];
  const [along] = axesOf('concat', values[0], axis);
  for (const value of values) {
    const fits = value.shape.length === shape.length;
    if (!fits || !sameShape(dropped(value.shape, [along]), dropped(shape, [along])))
      throw new ShapeError('concat', `${showShape(shape)} but for axis ${along}`, showShape(value.shape));
  }
  const total = values.reduce((sum, value) => sum + value.shape[along], 0);
  let start = 0;
  const padded = values.map((value) => {
    const end = start + value.shape[along];
    const from = range(0, total).map((i) => (i >= start && i < end ? i - start : -1));
    start = end;
    return rearrange(value, along, from);
  });
  return padded.reduce((sum, part) => add(sum, part));
}
