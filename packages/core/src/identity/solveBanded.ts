import type { Term } from '../algebra.ts';
import { bandDiagonalAt, banded, rowsShifted } from '../define/bandMaps.ts';
import { defineIdentity } from '../define/define.ts';
import { dominant, real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { ShapeError } from '../errors.ts';
import { band } from '../factor/band/band.ts';
import { gather } from '../interpret/float64/indexing.ts';

/**
 * Solution of the linear system A·X = B with a banded matrix given by its diagonals, by LU with partial pivoting, in O(n) for a few
 * diagonals; so are its first derivatives. Higher ones form A.
 *
 * @param D (lower+upper+1)×n matrix of the diagonals of A, from the uppermost to the lowest, as in SciPy: A_ij = D_{upper+i-j, j};
 * what has no place in A is not read
 * @param B n×k matrix of right-hand sides, or a vector of n entries
 * @param lower number of diagonals below the main one
 * @param upper number of diagonals above it
 * @returns X in B's shape, with A·X = B
 * @throws {ShapeError} if the sizes do not fit
 * @throws {SingularMatrixError} if A is singular to working precision: rcond below ε after equilibration
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(solveBanded([[0, 1, 1], [2, 2, 2]], [3, 3, 2], 0, 1)) //=> [1, 1, 1]
 * @flops 2n(l + u)(l + k)
 * @source Giles 2008, §2.3.1, on the diagonals
 */
export const solveBanded = /* @__PURE__ */ defineIdentity<
  '(q,n),(n,k?)->(n,k?)',
  [lower: number, upper: number]
>({
  name: 'solveBanded',
  signature: '(q,n),(n,k?)->(n,k?)',
  domain: [dominant, real],
  check: ([{ shape }], [l, u]) => {
    const fits =
      [l, u].every((d) => Number.isInteger(d) && d >= 0) && (shape.length < 2 || shape.at(-2) === l + u + 1);
    if (!fits)
      throw new ShapeError('solveBanded', `diagonals, as many as ${l} + ${u} + 1`, `${shape.at(-2)}`);
  },
  forward: ([D, B], [l, u]) => {
    const { solve, solveT } = band(D, l, u, 'solveBanded');
    const f = {
      solve,
      solveT,
      get of() {
        return [gather(D, banded(u))];
      },
    };
    return { y: solve(B), f };
  },
  equation: ({ gather, mul }, { x: [D, B], y: X, o: [, u] }) => [mul(gather(D, banded(u)), X), B],
  latex: (D, B) => `\\operatorname{band}(${D})^{-1} ${B}`,
  factors: ([D], _, { gather }, [, u]) => [gather(D, banded(u))],
  words: {
    add: special.add,
    gather: special.gather,
    had: special.had,
    ldiv: special.ldiv,
    ldivT: special.ldivT,
    scatter: special.scatter,
    sub: special.sub,
  },
  // With A_d the entries (i, i+d), -l ≤ d ≤ u: A·X = Σ A_d ∘ (row i+d of X).
  rule: ({ add, fill, gather, had, ldiv, ldivT, mul, neg, scatter, sub, t }) => {
    const overDiagonals = (l: number, u: number, term: (d: number) => Term): Term => {
      let total = term(-l);
      for (let d = 1 - l; d <= u; d++) total = add(total, term(d));
      return total;
    };
    return {
      jvp: ({ y: X, f, o: [l, u] }, dD, dB) => {
        const part = (d: number) => had(gather(dD, bandDiagonalAt(u, d)), gather(X, rowsShifted(d)));
        return ldiv(f, sub(dB, overDiagonals(l, u, part)));
      },
      vjp: ({ x: [D], y: X, f, o: [l, u] }, Xbar) => {
        const Bbar = ldivT(f, Xbar);
        // k×1: any diagonal has its n rows.
        const ones = fill(mul(t(X), gather(D, bandDiagonalAt(u, u))), 1);
        const part = (d: number) =>
          scatter(mul(had(Bbar, gather(X, rowsShifted(d))), ones), bandDiagonalAt(u, d), D.shape);
        return [neg(overDiagonals(l, u, part)), Bbar];
      },
    };
  },
  examples: [
    {
      shapes: [
        [3, 5],
        [5, 2],
      ],
      options: [1, 1],
    },
  ],
});
