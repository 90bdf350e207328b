import type { Algebra, Factored, Term } from '../algebra.ts';
import { upperDivisor } from '../define/columnRank.ts';
import { defineIdentity } from '../define/define.ts';
import { fullRank } from '../define/domain.ts';
import { leadingColumns, strictlyLower, upperRows } from '../define/indexMaps.ts';
import * as special from '../define/special.ts';
import { luParts } from '../factor/lu/parts.ts';
import { permutations } from '../factor/lu/permutations.ts';
import { gather } from '../interpret/float64/indexing.ts';
import { squareOff } from './squareOff.ts';

/** X̂, made square. */
const square = (k: Algebra<Term, Factored>, X: Term) => k.call(squareOff.spec, [X], []).y as Term;

/**
 * LU factorisation with partial pivoting, of a square, tall or wide matrix of any rank.
 *
 * To solve equations use `solve`, which factors just as well and keeps what it needs. The permutation is constant under
 * differentiation: where two pivots are equally large, derivatives are those of the order that was taken.
 *
 * @param A m×n matrix; k = min(m, n)
 * @returns `[P, L, U]`, a permutation matrix P m×m, L m×k unit lower triangular with entries of at most 1, U k×n upper triangular,
 * P·A = L·U
 * @throws {ShapeError} if A is no matrix
 * @throws {SingularMatrixError} from its derivatives, where one of the first k columns depends on those before it to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * lu([[1, 2], [2, 2]]).map(toNested) //=> [[[0, 1], [1, 0]], [[1, 0], [0.5, 1]], [[2, 2], [0, 1]]]
 * @flops mn^2 - n^3/3
 * @source Hoog, Anderssen & Lukas 2011
 */
export const lu = /* @__PURE__ */ defineIdentity({
  name: 'lu',
  signature: '(m,n)->(m,m),(m,k),(k,n)',
  domain: [fullRank],
  forward: ([A]) => {
    const { order, L, U } = luParts(A);
    const [m] = A.shape.slice(-2);
    return {
      y: [permutations(A.shape.slice(0, -2), m, order), L, U],
      f: upperDivisor('lu', squareOff(U), gather(U, leadingColumns), m),
    };
  },
  equation: ({ mul }, { x: [A], y: [P, L, U] }) => [mul(P, A), mul(L, U)],
  latex: (A) => `\\operatorname{lu}(${A})`,
  factors: (_, [, , U], k) => [square(k, U)],
  words: {
    add: special.add,
    gather: special.gather,
    ldiv: special.ldiv,
    ldivT: special.ldivT,
    lsolve: special.lsolve,
    lsolveT: special.lsolveT,
    scatter: special.scatter,
  },
  // With L̂ and Û made square, M = L̂⁻¹·P·dA·Û⁻¹ = L̂⁻¹·dL + dU·Û⁻¹: a strictly lower and an upper triangular part.
  rule: (k) => {
    const { add, fill, gather, ldiv, ldivT, lsolve, lsolveT, mul, scatter, t } = k;
    return {
      jvp: ({ y: [P, L, U], f }, dA) => {
        const [Lh, Uh] = [square(k, L), square(k, U)];
        const M = t(ldivT(f, t(lsolve(Lh, mul(P, dA)))));
        return [fill(P, 0), mul(Lh, gather(M, strictlyLower)), mul(gather(M, upperRows), Uh)];
      },
      vjp: ({ x: [A], y: [P, L, U], f }, [, Lbar, Ubar]) => {
        const [Lh, Uh] = [square(k, L), square(k, U)];
        const below = scatter(mul(t(Lh), Lbar), strictlyLower, A.shape);
        const above = scatter(mul(Ubar, t(Uh)), upperRows, A.shape);
        return [mul(t(P), lsolveT(Lh, t(ldiv(f, t(add(below, above))))))];
      },
    };
  },
  examples: [
    { shapes: [[3, 3]], options: [] },
    { shapes: [[4, 2]], options: [] },
    { shapes: [[2, 4]], options: [] },
  ],
});
