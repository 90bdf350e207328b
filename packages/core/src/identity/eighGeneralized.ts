import type { Term } from '../algebra.ts';
import { defineIdentity } from '../define/define.ts';
import { gradedSymmetric, spd } from '../define/domain.ts';
import { diagonal, diagonalPart } from '../define/indexMaps.ts';
import * as special from '../define/special.ts';
import { lowerCholesky } from '../factor/cholesky/lower.ts';
import { eigh as decompose } from '../factor/eigh/eigh.ts';
import { gapFactor } from '../factor/eigh/gapFactor.ts';
import { pointColumns } from '../factor/eigh/pointColumns.ts';
import { sym } from '../interpret/float64/parts.ts';
import { t as transposed } from '../interpret/float64/products.ts';
import { lsolve, lsolveT } from '../interpret/float64/triangles.ts';

/**
 * Generalized eigenvalues and eigenvectors of a symmetric and a symmetric positive definite matrix.
 *
 * @param A n×n symmetric matrix, taken as (A+Aᵀ)/2
 * @param B n×n symmetric positive definite matrix, taken as (B+Bᵀ)/2
 * @returns `[w, V]`, n eigenvalues, ascending, and eigenvectors as columns of V, n×n, with A·V = B·V·diag(w) and Vᵀ·B·V = I; the
 * largest entry of each column is positive
 * @throws {ShapeError} if a matrix is not square or they differ in size
 * @throws {NotSymmetricError} if a matrix is further from symmetric than √ε times its norm
 * @throws {NotPositiveDefiniteError} if B is not positive definite
 * @throws {DegenerateError} from derivatives that depend on the basis of a repeated eigenvalue
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * eighGeneralized([[8, 0], [0, 1]], [[4, 0], [0, 1]]).map(toNested) //=> [[1, 2], [[0, 0.5], [1, 0]]]
 * @flops 14n^3
 * @source Giles 2008, §3.1; differentials of A·V = B·V·diag(w) and Vᵀ·B·V = I
 */
export const eighGeneralized = /* @__PURE__ */ defineIdentity({
  name: 'eighGeneralized',
  signature: '(n,n),(n,n)->(n),(n,n)',
  domain: [gradedSymmetric, spd],
  fails: [{ on: 'asymmetric', throws: 'NOT_SYMMETRIC' }],
  // With B = L·Lᵀ: the eigenvectors Y of L⁻¹·A·L⁻ᵀ give V = L⁻ᵀ·Y.
  forward: ([A, B]) => {
    const L = lowerCholesky(B, 'eighGeneralized');
    const { w, V: Y } = decompose(sym(lsolve(L, transposed(lsolve(L, A)))), 'eighGeneralized');
    const column = { shape: [...w.shape, 1], data: w.data };
    return { y: [column, pointColumns(lsolveT(L, Y))], f: gapFactor(column, 'eighGeneralized') };
  },
  equation: ({ gather, mul }, { x: [A, B], y: [w, V] }) => [mul(A, V), mul(B, V, gather(w, diagonal))],
  latex: (A, B) => `\\operatorname{eigh}(${A}, ${B})`,
  nullable: true,
  factors: (_, [w]) => [w],
  words: {
    add: special.add,
    even: special.even,
    gap: special.gap,
    gather: special.gather,
    had: special.had,
    scale: special.scale,
    sub: special.sub,
  },
  // H = VᵀdA·V - ½(N·W + W·N) with N = VᵀdB·V: dW has its diagonal, and dV = V·(F ∘ H - ½N) keeps Vᵀ·B·V = I.
  rule: ({ add, even, fill, gap, gather, had, mul, neg, scale, sub, t }) => {
    const around = (w: Term, N: Term) => {
      const rows = mul(w, t(fill(w, 1)));
      return had(scale(0.5, add(rows, t(rows))), N);
    };
    return {
      jvp: ({ y: [w, V], f }, dA, dB) => {
        const N = mul(t(V), dB, V);
        const H = sub(mul(t(V), dA, V), around(w, N));
        return [even(f, gather(H, diagonalPart)), mul(V, sub(gap(f, H), scale(0.5, N)))];
      },
      vjp: ({ y: [w, V], f }, [wbar, Vbar]) => {
        const K = Vbar && mul(t(V), Vbar);
        const D = gather(even(f, wbar ?? fill(w, 0)), diagonal);
        const G = K ? gap(f, K) : D;
        const H = wbar && K ? add(D, G) : G;
        const N = K ? add(around(w, H), scale(0.5, K)) : around(w, H);
        return [mul(V, H, t(V)), neg(mul(V, N, t(V)))];
      },
    };
  },
});
