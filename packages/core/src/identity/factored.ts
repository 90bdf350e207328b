import type { NdArray } from '../array.ts';
import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import { kept, type Making, making } from '../factor/once.ts';

function keeping({ shape, data }: NdArray): NdArray {
  const all = new Map<string, unknown>();
  const keep: Making = <F>(kind: string, A: NdArray, op: string, make: (A: NdArray, op: string) => F) => {
    if (!all.has(kind)) all.set(kind, making.run(kind, A, op, make));
    return all.get(kind) as F;
  };
  return { shape, data, [kept]: keep } as NdArray;
}

/**
 * The matrix itself, keeping its factorisations: each is made by the first operation that needs it, and serves all others.
 *
 * LU serves `inv`, `solve`, `det`, `slogdet`, `logabsdet`, `adjugate`, `inverseQuadraticForm` and `conditionReport`, Cholesky serves
 * `cholesky`, `logdet` and `solvePositiveDefinite`, and so on with QR, `eigh` and `svd`; derivatives of all these with respect
 * to A go through it. Written into a function that is differentiated it saves factorisations there; what is differentiated
 * at `factored(A)` factors once, however often it runs. What belongs to A must not be written to afterwards.
 *
 * @param A m×n matrix
 * @returns Y = A, with a place for factorisations
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * const F = factored([[2, 0], [0, 4]]);
 * toNested(solve(F, [2, 8])) //=> [1, 2]
 * toNested(det(F)) //=> 8
 * @flops 0
 * @source the identity map
 */
export const factored = /* @__PURE__ */ defineIdentity({
  name: 'factored',
  signature: '(m,n)->(m,n)',
  domain: [real],
  forward: ([A]) => ({ y: kept in A ? A : keeping(A) }),
  equation: (_, { x: [A], y: Y }) => [Y, A],
  latex: (A) => A,
  rule: () => ({
    jvp: (_, dA) => dA,
    vjp: (_, Ybar) => [Ybar],
  }),
});
