import { defineIdentity } from '../define/define.ts';
import { invertible, nonzero } from '../define/domain.ts';
import { admitIllConditioned, type ConditionOptions } from '../define/illConditioned.ts';
import * as special from '../define/special.ts';
import { lu } from '../factor/lu/lu.ts';
import * as float64 from '../interpret/float64/products.ts';

/**
 * Quadratic form of the inverse of a square matrix, which is not formed.
 *
 * @param b vector of n entries
 * @param A n×n matrix, nonsingular
 * @param options `{ illConditioned: true }` to compute all the same where A is singular to working precision
 * @returns y = bᵀ·A⁻¹·b, a scalar
 * @throws {ShapeError} if A is not square or b has another number of entries
 * @throws {SingularMatrixError} if A is exactly singular, or to working precision without the option
 * @throws {DomainError} if options are none
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(inverseQuadraticForm([1, 2], [[1, 0], [0, 2]])) //=> 3
 * @flops 2n^3/3
 * @source Petersen & Pedersen 2012, eq. 61
 */
export const inverseQuadraticForm = /* @__PURE__ */ defineIdentity<
  '(n),(n,n)->()',
  [options?: ConditionOptions]
>({
  name: 'inverseQuadraticForm',
  signature: '(n),(n,n)->()',
  domain: [nonzero, invertible],
  forward: ([b, A], [options]) => {
    const f = admitIllConditioned(lu(A, 'inverseQuadraticForm'), options, 'inverseQuadraticForm');
    return { y: float64.inner(b, f.solve(b)), f };
  },
  latex: (b, A) => `${b}^{\\top} ${A}^{-1} ${b}`,
  factors: ({ 1: A }) => [A],
  words: {
    ldiv: special.ldiv,
    ldivT: special.ldivT,
    inner: special.inner,
    scale: special.scale,
    add: special.add,
    sub: special.sub,
  },
  // u = A⁻¹b and v = A⁻ᵀb: dy = ⟨u + v, db⟩ - vᵀ dA u.
  rule: ({ add, inner, ldiv, ldivT, mul, neg, scale, sub, t }) => ({
    jvp: ({ x: [b], f }, db, dA) => {
      const [u, v] = [ldiv(f, b), ldivT(f, b)];
      return sub(inner(add(u, v), db), inner(v, mul(dA, u)));
    },
    vjp: ({ x: [b], f }, ybar) => {
      const [u, v] = [ldiv(f, b), ldivT(f, b)];
      return [scale(ybar, add(u, v)), neg(scale(ybar, mul(v, t(u))))];
    },
  }),
  examples: [{ options: [] }],
});
