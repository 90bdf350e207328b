import type { NdArray } from '../array.ts';
import { ShapeError, showShape } from '../errors.ts';
import { qr as factor } from '../factor/qr/qr.ts';
import { t } from '../interpret/float64/products.ts';
import * as triangles from '../interpret/float64/triangles.ts';
import { requireColumnRank } from './columnRank.ts';
import { defineIdentity } from './define.ts';
import { fullRank } from './domain.ts';
import * as special from './special.ts';

/** R for derivatives that divide by it, where A has full column rank. */
function divisor(R: NdArray, m: number) {
  const checked = () => {
    requireColumnRank('qr', R, m);
    return t(R);
  };
  return {
    A: R,
    solve: (B: NdArray) => triangles.lsolveT(checked(), B),
    solveT: (B: NdArray) => triangles.lsolve(checked(), B),
  };
}

/**
 * QR factorisation of a square or tall matrix, thin.
 *
 * @param A m×n matrix, m ≥ n; of full column rank where derivatives are wanted
 * @returns `[Q, R]`, Q m×n with orthonormal columns, R n×n upper triangular with a nonnegative diagonal, Q·R = A
 * @throws {ShapeError} if A is no matrix or wide
 * @throws {SingularMatrixError} from its derivatives, where a column depends on those before it to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * qr([[3], [4]]).map(toNested) //=> [[[0.6], [0.8]], [[5]]]
 */
export const qr = /* @__PURE__ */ defineIdentity({
  name: 'qr',
  signature: '(m,n)->(m,n),(n,n)',
  domain: [fullRank],
  check: ([{ shape }]) => {
    const [m, n] = shape.slice(-2);
    if (m < n)
      throw new ShapeError('qr', 'a square or tall matrix', showShape(shape), 'Factor its transpose.');
  },
  forward: ([A]) => {
    const { Q, R } = factor(A, 'qr');
    return { y: [Q, R], f: divisor(R, A.shape[A.shape.length - 2]) };
  },
  latex: (A) => `\\operatorname{qr}(${A})`,
  factors: (_, [, R]) => [R],
  words: { ldiv: special.ldiv, ldivT: special.ldivT, phi: special.phi, add: special.add, sub: special.sub },
  rule: ({ add, ldiv, ldivT, mul, phi, sub, t }) => ({
    // X = dA·R⁻¹ = (R⁻ᵀ dAᵀ)ᵀ; QᵀX + (QᵀX)ᵀ = dR·R⁻¹ + (dR·R⁻¹)ᵀ, whose upper half is dR·R⁻¹.
    jvp: ({ y: [Q, R], f }, dA) => {
      const X = t(ldivT(f, t(dA)));
      const Z = mul(t(Q), X);
      const U = t(phi(add(Z, t(Z))));
      return [sub(X, mul(Q, U)), mul(U, R)];
    },
    // With N = R̄Rᵀ - QᵀQ̄ and S its upper half mirrored: A̅ = (Q̄ + Q·S)·R⁻ᵀ = (R⁻¹ (Q̄ + Q·S)ᵀ)ᵀ.
    vjp: ({ y: [Q, R], f }, [Qbar, Rbar]) => {
      const P = phi(t(sub(mul(Rbar, t(R)), mul(t(Q), Qbar))));
      return [t(ldiv(f, t(add(Qbar, mul(Q, add(P, t(P)))))))];
    },
  }),
  flops: '4mn^2 - 4n^3/3',
  source: 'Walter & Lehmann 2010',
  examples: [
    { shapes: [[3, 3]], options: [] },
    { shapes: [[4, 2]], options: [] },
  ],
});
