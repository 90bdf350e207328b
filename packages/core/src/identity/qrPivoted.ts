import type { Term } from '../algebra.ts';
import { upperDivisor } from '../define/columnRank.ts';
import { defineIdentity } from '../define/define.ts';
import { graded } from '../define/domain.ts';
import { leadingColumns } from '../define/indexMaps.ts';
import * as special from '../define/special.ts';
import { permutations } from '../factor/lu/permutations.ts';
import { qrPivoted as factor } from '../factor/qr/qrPivoted.ts';
import { gather } from '../interpret/float64/indexing.ts';
import { t } from '../interpret/float64/products.ts';
import { qr } from './qr.ts';

/**
 * QR factorisation with column pivoting, of a square, tall or wide matrix of any rank.
 *
 * The permutation is constant under differentiation: where two columns compete for a place, derivatives are those of the order that was
 * taken.
 *
 * @param A m×n matrix; for derivatives its rank must be k = min(m, n)
 * @returns `[Q, R, P]`, Q m×k with orthonormal columns, R k×n upper triangular with a nonnegative diagonal that does not increase, P an
 * n×n permutation matrix, A·P = Q·R
 * @throws {ShapeError} if A is no matrix
 * @throws {SingularMatrixError} from its derivatives, where the rank is below min(m, n) to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * qrPivoted([[1, 3], [0, 4]]).map(toNested) //=> [[[0.6, 0.8], [0.8, -0.6]], [[5, 0.6], [0, 0.8]], [[0, 1], [1, 0]]]
 * @flops 4mn^2 - 4n^3/3
 * @source Businger & Golub 1965; Walter & Lehmann 2010
 */
export const qrPivoted = /* @__PURE__ */ defineIdentity({
  name: 'qrPivoted',
  signature: '(m,n)->(m,k),(k,n),(n,n)',
  domain: [graded],
  forward: ([A]) => {
    const { Q, R, perm } = factor(A, 'qrPivoted');
    const [m, n] = A.shape.slice(-2);
    const lead = gather(R, leadingColumns);
    return {
      y: [Q, R, t(permutations(A.shape.slice(0, -2), n, perm))],
      f: upperDivisor('qrPivoted', lead, lead, m),
    };
  },
  equation: ({ mul }, { x: [A], y: [Q, R, P] }) => [mul(A, P), mul(Q, R)],
  latex: (A) => `\\operatorname{qrp}(${A})`,
  factors: (_, [, R], { gather }) => [gather(R, leadingColumns)],
  words: {
    add: special.add,
    gather: special.gather,
    ldiv: special.ldiv,
    ldivT: special.ldivT,
    scatter: special.scatter,
    sub: special.sub,
  },
  // The rule of A·P, whose factorisation it is.
  rule: (k) => {
    const { jvp, vjp } = qr.spec.rule(k);
    return {
      jvp: ({ y: [Q, R, P], ...saved }, dA) => {
        const [dQ, dR] = jvp({ ...saved, y: [Q, R] }, k.mul(dA, P)) as readonly Term[];
        return [dQ, dR, k.fill(P, 0)];
      },
      vjp: ({ y: [Q, R, P], ...saved }, [Qbar, Rbar]) => {
        const [Bbar] = vjp({ ...saved, y: [Q, R] }, [Qbar, Rbar]);
        return [k.mul(Bbar, k.t(P))];
      },
    };
  },
  examples: [
    { shapes: [[3, 3]], options: [] },
    { shapes: [[4, 2]], options: [] },
    { shapes: [[2, 4]], options: [] },
  ],
});
