import type { ArrayInput, NdArray } from '../array.ts';
import { shapeOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { hadamard } from './hadamard.ts';
import { rearrange } from './rearrange.ts';
import { sub } from './sub.ts';

/**
 * Cross product of two vectors of three entries.
 *
 * @param a vector of 3 entries
 * @param b vector of 3 entries
 * @returns y = a × b, orthogonal to both
 * @throws {ShapeError} if the last axis of a or b has another size than 3
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cross([1, 0, 0], [0, 1, 0])) //=> [0, 0, 1]
 */
export function cross(a: ArrayInput, b: ArrayInput): NdArray {
  const [x, y] = [toValue('cross', a, 0), toValue('cross', b, 1)];
  for (const part of [x, y]) {
    const shape = shapeOf('cross', part);
    if (shape[shape.length - 1] !== 3)
      throw new ShapeError('cross', 'vectors of 3 entries', showShape(shape));
  }
  const turned = (v: NdArray, by: number) =>
    rearrange(
      v,
      v.shape.length - 1,
      [0, 1, 2].map((i) => (i + by) % 3),
    );
  return sub(hadamard(turned(x, 1), turned(y, 2)), hadamard(turned(x, 2), turned(y, 1)));
}
