import { defineIdentity } from '../define/define.ts';
import { hyperbolic } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { signm as compute } from '../factor/signm/signm.ts';
import { lazyPair } from '../factor/sylvester/pairFactor.ts';
import { mul as product } from '../interpret/float64/products.ts';

/**
 * Sign of a square matrix: 1 on eigenvectors of eigenvalues in the right half plane, -1 on those in the left.
 *
 * (I + Y)/2 is the projector onto the former along the latter.
 *
 * @param A n×n matrix without eigenvalues on the imaginary axis
 * @returns Y n×n with Y·Y = I, Y·A = A·Y and eigenvalues of Y·A in the right half plane
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} if A has eigenvalues on the imaginary axis, to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(signm([[1, 2], [0, -1]])) //=> [[1, 2], [0, -1]]
 * @flops 20n^3
 * @source Kenney & Laub 1991; Higham 2008, ch. 5
 */
export const signm = /* @__PURE__ */ defineIdentity({
  name: 'signm',
  signature: '(n,n)->(n,n)',
  domain: [hyperbolic],
  forward: ([A]) => {
    const Y = compute(A, 'signm');
    const N = product(Y, A);
    return { y: Y, f: lazyPair(N, N, 'signm') };
  },
  equation: ({ eye, mul }, { x: [A], y: Y }) => [mul(Y, Y), eye(A)],
  latex: (A) => `\\operatorname{sign}(${A})`,
  factors: ([A], Y, { mul }) => [mul(Y, A), mul(Y, A)],
  words: { sub: special.sub, sylvester: special.sylvester, sylvesterT: special.sylvesterT },
  // With A = Y·N = N·Y and Y·Y = I: N·dY + dY·N = dA - Y·dA·Y.
  rule: ({ mul, sub, sylvester, sylvesterT, t }) => ({
    jvp: ({ y: Y, f }, dA) => sylvester(f, sub(dA, mul(Y, dA, Y))),
    vjp: ({ y: Y, f }, Ybar) => {
      const Z = sylvesterT(f, Ybar);
      return [sub(Z, mul(t(Y), Z, t(Y)))];
    },
  }),
});
