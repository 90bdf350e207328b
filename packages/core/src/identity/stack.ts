import type { Value } from '../algebra.ts';
import { type ArrayInput, type NdArray, sameShape } from '../array.ts';
import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import * as float64 from '../interpret/float64/shapes.ts';

/** The word behind {@link stack}: it takes the parts as so many arguments. */
export const stackParts = /* @__PURE__ */ defineIdentity({
  name: 'stack',
  signature: '(...)*->(...)',
  domain: [real],
  word: 'stack',
  check: ([first, ...rest]: readonly Value[]) => {
    if (first === undefined) throw new ShapeError('stack', 'at least one array', 'none');
    for (const { shape } of rest) {
      if (!sameShape(shape, first.shape))
        throw new ShapeError('stack', showShape(first.shape), showShape(shape));
    }
  },
  forward: (x, o) => ({ y: float64.stack(...x, ...o) }),
  latex: (...parts) => `[${parts.join(';\\, ')}]`,
  words: { stack: special.stack, take: special.take },
  rule: ({ stack, take }) => ({
    jvp: (_, ...tangents) => stack(...tangents),
    vjp: ({ x }, Ybar) => x.map((_, i) => take(Ybar, i)) as typeof x,
  }),
  examples: [{ shapes: [[2], [2], [2]], options: [] }],
});

/**
 * Arrays of one shape joined along a new first axis.
 *
 * @param parts arrays of one shape, at least one
 * @returns Y with Y[i] = parts[i]
 * @throws {ShapeError} if the shapes differ or there is no array
 * @throws {DomainError} if parts is no list
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(stack([[1, 2], [3, 4]])) //=> [[1, 2], [3, 4]]
 * @flops 0
 * @source adjoint of take
 */
export function stack(parts: readonly ArrayInput[]): NdArray {
  if (!Array.isArray(parts)) throw new DomainError('stack', 'expected a list of arrays');
  return stackParts(...(parts as [ArrayInput]));
}
