import type { IndexMap } from '../algebra.ts';
import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import { upperTriangle } from '../define/indexMaps.ts';
import { requireMap, requireMatrix } from '../define/requireMap.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/indexing.ts';

/**
 * Entries of a matrix copied to places of another, as an index map says: a linear map that is never formed.
 *
 * @param A m×n matrix
 * @param map where each entry of the result comes from
 * @returns Y with Y_i = A_{map(i)}, 0 where the map has no origin
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(gather([[1, 2], [3, 4]], { name: 'corner', latex: String, shape: () => [1, 1], index: () => [3] })) //=> [[4]]
 * @flops 0
 * @source adjoint of scatter
 */
export const gather = /* @__PURE__ */ defineIdentity<'(...)->(...)', [map: IndexMap]>({
  name: 'gather',
  signature: '(...)->(...)',
  domain: [real],
  word: 'gather',
  check: ([A], [map]) => {
    requireMap('gather', map);
    requireMatrix('gather', A);
  },
  forward: (x, o) => ({ y: float64.gather(...x, ...o) }),
  latex: (A) => A,
  words: { gather: special.gather, scatter: special.scatter },
  rule: ({ gather, scatter }) => ({
    jvp: ({ o: [map] }, dA) => gather(dA, map),
    vjp: ({ x: [A], o: [map] }, Ybar) => [scatter(Ybar, map, A.shape)],
  }),
  examples: [{ shapes: [[3, 3]], options: [upperTriangle] }],
});
