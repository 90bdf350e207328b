import type { Factored, Term } from '../algebra.ts';
import { defineIdentity } from '../define/define.ts';
import { graded } from '../define/domain.ts';
import { reciprocal } from '../define/functions.ts';
import { diagonal, diagonalPart } from '../define/indexMaps.ts';
import * as special from '../define/special.ts';
import { gapFactor } from '../factor/eigh/gapFactor.ts';
import { svd as decompose } from '../factor/gesvd/svd.ts';

/**
 * Singular value decomposition, thin.
 *
 * For polar factors, pseudo-inverses, truncations and norms use polarFactor, pinv, truncatedSvd and the norms: they are
 * right at repeated singular values, where single singular vectors have no derivative.
 *
 * @param A m×n matrix; k = min(m, n)
 * @returns `[U, s, V]`, U m×k and V n×k with orthonormal columns, s of k entries, descending, and A = U·diag(s)·Vᵀ; the
 * largest entry of each column of U is positive
 * @throws {ShapeError} if A is no matrix
 * @throws {DegenerateError} from derivatives that depend on the basis of a repeated singular value, or on a singular value that is
 * zero to working precision, where it has a kink
 * @throws {DomainError} from derivatives of vectors of a zero singular value, if it is repeated or the matrix not square
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * svd([[0, 2], [3, 0]]).map(toNested) //=> [[[0, 1], [1, 0]], [3, 2], [[1, 0], [0, 1]]]
 * @flops 20mn^2
 * @source Townsend 2016; Giles 2008, §3.2
 */
export const svd = /* @__PURE__ */ defineIdentity({
  name: 'svd',
  signature: '(m,n)->(m,k),(k),(n,k)',
  domain: [graded],
  forward: ([A]) => {
    const { U, s, V } = decompose(A, 'svd');
    const column = { shape: [...s.shape, 1], data: s.data };
    return { y: [U, column, V], f: gapFactor(column, 'svd', A.shape) };
  },
  latex: (A) => `\\operatorname{svd}(${A})`,
  nullable: true,
  factors: (_, [, s]) => [s],
  words: {
    even: special.even,
    gap: special.gap,
    gather: special.gather,
    had: special.had,
    map: special.map,
    scale: special.scale,
    add: special.add,
    sub: special.sub,
  },
  // With P = Uᵀ dA V, (P_ij s_j + P_ji s_i)/(s_j² - s_i²) = ½[(P + Pᵀ)_ij/(s_j - s_i) + (P - Pᵀ)_ij/(s_j + s_i)]: squares never
  // form, and only the first part asks for a gap.
  rule: ({ add, even, fill, gap, gather, had, map, mul, scale, sub, t }) => {
    const half = (f: Factored, s: Term, P: Term, Q: Term, combine: typeof add) => {
      const one = fill(s, 1);
      // On the diagonal, where differences vanish, any divisor does; that of a zero singular value must not be zero.
      const sums = add(mul(s, t(one)), mul(one, t(s)));
      const overSums = had(sub(P, Q), map(add(sums, gather(one, diagonal)), reciprocal));
      return scale(0.5, combine(gap(f, add(P, Q)), overSums));
    };
    // What X has outside the range of U, its columns over singular values; a square U spans all.
    const outside = (U: Term, X: Term, s: Term) => {
      const square = U.shape.at(-2) === s.shape.at(-2) && s.shape.length;
      return square ? fill(X, 0) : had(sub(X, mul(U, mul(t(U), X))), t(map(s, reciprocal)));
    };
    return {
      jvp: ({ y: [U, s, V], f }, dA) => {
        const P = mul(t(U), dA, V);
        return [
          add(mul(U, half(f, s, P, t(P), add)), outside(U, mul(dA, V), s)),
          even(f, gather(P, diagonalPart)),
          add(mul(V, half(f, s, P, t(P), sub)), outside(V, mul(t(dA), U), s)),
        ];
      },
      vjp: ({ y: [U, s, V], f }, [Ubar, sbar, Vbar]) => {
        const D = gather(sbar ? even(f, sbar) : fill(s, 0), diagonal);
        if (!Ubar && !Vbar) return [mul(U, D, t(V))];
        const [J, K] = [Ubar ?? fill(U, 0), Vbar ?? fill(V, 0)];
        const skew = (X: Term) => sub(X, t(X));
        const [j, k] = [skew(mul(t(U), J)), skew(mul(t(V), K))];
        const inside = mul(U, add(half(f, s, j, k, add), D), t(V));
        const left = mul(outside(U, J, s), t(V));
        const right = mul(U, t(outside(V, K, s)));
        return [add(inside, add(left, right))];
      },
    };
  },
  examples: [
    { shapes: [[3, 3]], options: [] },
    { shapes: [[4, 2]], options: [] },
    { shapes: [[2, 3]], options: [] },
  ],
});
