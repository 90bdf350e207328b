import type { Term } from '../algebra.ts';
import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import { lowerTo } from '../define/indexMaps.ts';
import { requireOffset } from '../define/linear.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/indexing.ts';
import * as parts from '../interpret/float64/parts.ts';

/**
 * Lower triangle of a matrix, zeros above.
 *
 * @param A m×n matrix
 * @param offset the last diagonal that stays, above the main one where positive; 0 where left out
 * @returns Y with Y_ij = A_ij for i + offset ≥ j, else 0
 * @throws {ShapeError} if A is no matrix
 * @throws {DomainError} if the offset is no whole number
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(tril([[1, 2], [3, 4]])) //=> [[1, 0], [3, 4]]
 * @flops 0
 * @source a mask is self-adjoint
 */
export const tril = /* @__PURE__ */ defineIdentity<'(m,n)->(m,n)', [offset?: number]>({
  name: 'tril',
  signature: '(m,n)->(m,n)',
  domain: [real],
  word: 'tril',
  check: (_, [k]) => requireOffset('tril', k),
  forward: ([A], [k]) => ({ y: k ? float64.gather(A, lowerTo(k)) : parts.tril(A) }),
  latex: (A, k) => (k ? lowerTo(Number(k)).latex(A) : `\\operatorname{tril}(${A})`),
  words: { gather: special.gather, tril: special.tril },
  rule: ({ gather, tril }) => {
    const lower = (A: Term, k: number | undefined) => (k ? gather(A, lowerTo(k)) : tril(A));
    return {
      jvp: ({ o: [k] }, dA) => lower(dA, k),
      vjp: ({ o: [k] }, Ybar) => [lower(Ybar, k)],
    };
  },
  examples: [{ options: [] }, { options: [1] }],
});
