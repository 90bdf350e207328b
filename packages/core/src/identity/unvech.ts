import { real } from '../define/domain.ts';
import { duplication, orderOf } from '../define/indexMaps.ts';
import { linear } from '../define/linear.ts';
import { ShapeError } from '../errors.ts';

/**
 * Symmetric matrix of its lower columns: vech undone, the duplication matrix applied.
 *
 * @param x vector of n(n+1)/2 entries
 * @returns Y n×n symmetric with vech(Y) = x
 * @throws {ShapeError} if there is no n for that many entries
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(unvech([1, 3, 4])) //=> [[1, 3], [3, 4]]
 */
export const unvech = /* @__PURE__ */ linear(duplication, '(k)->(n,n)', real, {
  check: ([x]) => {
    const k = x.shape[x.shape.length - 1];
    if (Number.isNaN(orderOf(k))) throw new ShapeError('unvech', 'n(n+1)/2 entries', `${k}`);
  },
  examples: [{ shapes: [[6]], options: [] }],
});
