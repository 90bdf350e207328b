import type { Algebra, Factored, IndexMap, Term } from '../algebra.ts';
import { defineIdentity } from '../define/define.ts';
import { dominant, real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { ShapeError } from '../errors.ts';
import { band } from '../factor/band/band.ts';
import { gather } from '../interpret/float64/indexing.ts';

const map = (
  name: string,
  shape: IndexMap['shape'],
  index: (m: number, n: number) => (i: number, j: number) => number,
): IndexMap => ({
  name,
  latex: (A) => `\\operatorname{${name}}(${A})`,
  shape,
  index: (m, n) => {
    const [rows, columns] = shape(m, n);
    const at = index(m, n);
    return Array.from({ length: rows * columns }, (_, p) => at(Math.floor(p / columns), p % columns));
  },
});

/** The matrix of its diagonals: entry (i, j) in row u+i-j, column j. */
const whole = (u: number): IndexMap =>
  map(
    'band',
    (_, n) => [n, n],
    (q, n) => (i, j) => (u + i - j >= 0 && u + i - j < q ? (u + i - j) * n + j : -1),
  );
/** The entries (i, i+d) of the matrix of its diagonals, as a column; zeros where there are none. */
const diagonalAt = (u: number, d: number): IndexMap =>
  map(
    'diag',
    (_, n) => [n, 1],
    (_, n) => (i) => (i + d >= 0 && i + d < n ? (u - d) * n + i + d : -1),
  );
/** Rows i+d. */
const shifted = (d: number): IndexMap =>
  map(
    'shift',
    (n, k) => [n, k],
    (n, k) => (i, j) => (i + d >= 0 && i + d < n ? (i + d) * k + j : -1),
  );

/** Sums over the diagonals of a band, -l to u. */
const overDiagonals = (
  { add }: Algebra<Term, Factored>,
  l: number,
  u: number,
  term: (d: number) => Term,
): Term => {
  let total = term(-l);
  for (let d = 1 - l; d <= u; d++) total = add(total, term(d));
  return total;
};

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
        return [gather(D, whole(u))];
      },
    };
    return { y: solve(B), f };
  },
  equation: ({ gather, mul }, { x: [D, B], y: X, o: [, u] }) => [mul(gather(D, whole(u)), X), B],
  latex: (D, B) => `\\operatorname{band}(${D})^{-1} ${B}`,
  factors: ([D], _, { gather }, [, u]) => [gather(D, whole(u))],
  words: {
    add: special.add,
    gather: special.gather,
    had: special.had,
    ldiv: special.ldiv,
    ldivT: special.ldivT,
    scatter: special.scatter,
    sub: special.sub,
  },
  rule: (k) => {
    const { fill, gather, had, ldiv, ldivT, mul, neg, scatter, sub, t } = k;
    return {
      jvp: ({ y: X, f, o: [l, u] }, dD, dB) => {
        const dAX = overDiagonals(k, l, u, (d) => had(gather(dD, diagonalAt(u, d)), gather(X, shifted(d))));
        return ldiv(f, sub(dB, dAX));
      },
      vjp: ({ x: [D], y: X, f, o: [l, u] }, Xbar) => {
        const Bbar = ldivT(f, Xbar);
        const ones = fill(mul(t(X), gather(D, diagonalAt(u, 0))), 1);
        const Dbar = overDiagonals(k, l, u, (d) =>
          scatter(mul(had(Bbar, gather(X, shifted(d))), ones), diagonalAt(u, d), D.shape),
        );
        return [neg(Dbar), Bbar];
      },
    };
  },
  flops: '2n(l + u)(l + k)',
  source: 'Giles 2008, §2.3.1, on the diagonals',
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
