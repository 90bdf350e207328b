import { defineIdentity } from './define.ts';

/**
 * One entry along the first axis: a matrix of a stack, a row of a matrix, an entry of a vector.
 *
 * @param A array of shape [n, ...]
 * @param i index, 0 ≤ i < n
 * @returns A[i], of the remaining shape
 * @throws {ShapeError} if there is no such entry
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(take([[1, 2], [3, 4]], 1)) //=> [3, 4]
 */
export const take = /* @__PURE__ */ defineIdentity<'(...)->(...)', [i: number]>({
  name: 'take',
  signature: '(...)->(...)',
  domain: ['real'],
  word: 'take',
  latex: (A) => `${A}_i`,
  rule: ({ take, put }) => ({
    jvp: ({ o: [i] }, dA) => take(dA, i),
    vjp: ({ x: [A], o: [i] }, Ybar) => [put(Ybar, i, A.shape[0])],
  }),
  flops: '0',
  source: 'adjoint of put',
  example: { shapes: [[3, 2]], options: [1] },
});
