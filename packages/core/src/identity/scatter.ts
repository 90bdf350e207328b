import { type IndexMap, unshaped } from '../algebra.ts';
import { sameShape } from '../array.ts';
import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import { upperTriangle } from '../define/indexMaps.ts';
import { requireMap } from '../define/requireMap.ts';
import { requireShape } from '../define/requireShape.ts';
import * as special from '../define/special.ts';
import { ShapeError, showShape } from '../errors.ts';
import * as float64 from '../interpret/float64/indexing.ts';

/**
 * Entries of an array added up where an index map took them from: the adjoint of gather.
 *
 * @param A array of the shape that the map gives
 * @param map where each entry of A came from
 * @param shape shape of the matrix that they came from
 * @returns Y of that shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(scatter([[5]], { name: 'corner', latex: String, shape: () => [1, 1], index: () => [3] }, [2, 2])) //=> [[0, 0], [0, 5]]
 * @flops 0
 * @source adjoint of gather
 */
export const scatter = /* @__PURE__ */ defineIdentity<
  '(...)->(...)',
  [map: IndexMap, shape: readonly number[]]
>({
  name: 'scatter',
  signature: '(...)->(...)',
  domain: [real],
  word: 'scatter',
  check: ([A], [map, shape]) => {
    requireMap('scatter', map);
    requireShape('scatter', shape);
    const own = map.shape(...(shape.slice(-2) as [number, number]));
    if (A.shape !== unshaped && !sameShape(A.shape.slice(A.shape.length - own.length), own))
      throw new ShapeError('scatter', showShape(own), showShape(A.shape));
  },
  forward: (x, o) => ({ y: float64.scatter(...x, ...o) }),
  latex: (A) => A,
  words: { gather: special.gather, scatter: special.scatter },
  rule: ({ gather, scatter }) => ({
    jvp: ({ o: [map, shape] }, dA) => scatter(dA, map, shape),
    vjp: ({ o: [map] }, Ybar) => [gather(Ybar, map)],
  }),
  examples: [{ shapes: [[3, 3]], options: [upperTriangle, [3, 3]] }],
});
