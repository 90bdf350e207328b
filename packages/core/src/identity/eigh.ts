import { defineIdentity } from '../define/define.ts';
import { gradedSymmetric } from '../define/domain.ts';
import { diagonal, diagonalPart } from '../define/indexMaps.ts';
import * as special from '../define/special.ts';
import { eigh as decompose } from '../factor/eigh/eigh.ts';
import { gapFactor } from '../factor/eigh/gapFactor.ts';

/**
 * Eigenvalues and eigenvectors of a symmetric matrix.
 *
 * For functions of the matrix, projectors and the like use symmetricFunction and spectralProjector: they are right at
 * repeated eigenvalues, where single eigenvectors have no derivative.
 *
 * @param A n×n symmetric matrix, taken as (A+Aᵀ)/2
 * @returns `[w, V]`, n eigenvalues, ascending, and orthonormal eigenvectors as columns of V, n×n, with A·V = V·diag(w); the
 * largest entry of each column is positive
 * @throws {ShapeError} if A is not square
 * @throws {NotSymmetricError} if ‖A-Aᵀ‖ > √ε·‖A‖
 * @throws {DegenerateError} from derivatives that depend on the basis of a repeated eigenvalue
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * eigh([[2, 0], [0, 1]]).map(toNested) //=> [[1, 2], [[0, 1], [1, 0]]]
 * @flops 9n^3
 * @source Giles 2008, §3.1
 */
export const eigh = /* @__PURE__ */ defineIdentity({
  name: 'eigh',
  signature: '(n,n)->(n),(n,n)',
  domain: [gradedSymmetric],
  fails: [{ on: 'asymmetric', throws: 'NOT_SYMMETRIC' }],
  forward: ([A]) => {
    const { w, V } = decompose(A, 'eigh');
    const column = { shape: [...w.shape, 1], data: w.data };
    return { y: [column, V], f: gapFactor(column, 'eigh') };
  },
  latex: (A) => `\\operatorname{eigh}(${A})`,
  nullable: true,
  factors: (_, [w]) => [w],
  words: { even: special.even, gap: special.gap, gather: special.gather, add: special.add },
  rule: ({ add, even, fill, gap, gather, mul, t }) => ({
    jvp: ({ y: [, V], f }, dA) => {
      const M = mul(t(V), dA, V);
      return [even(f, gather(M, diagonalPart)), mul(V, gap(f, M))];
    },
    vjp: ({ y: [w, V], f }, [wbar, Vbar]) => {
      const D = gather(even(f, wbar ?? fill(w, 0)), diagonal);
      const K = Vbar ? gap(f, mul(t(V), Vbar)) : D;
      return [mul(V, wbar && Vbar ? add(D, K) : K, t(V))];
    },
  }),
});
