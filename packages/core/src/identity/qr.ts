import { ShapeError, showShape } from '../errors.ts';
import { qr as factor } from '../factor/qr/qr.ts';
import { defineIdentity } from './define.ts';
import { fullRank } from './domain.ts';
import * as special from './special.ts';

/**
 * QR factorisation of a square or tall matrix, thin.
 *
 * @param A m×n matrix, m ≥ n; of full column rank where derivatives are wanted
 * @returns `[Q, R]`, Q m×n with orthonormal columns, R n×n upper triangular with a nonnegative diagonal, Q·R = A
 * @throws {ShapeError} if A is no matrix or wide
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
    return { y: [Q, R] };
  },
  latex: (A) => `\\operatorname{qr}(${A})`,
  words: { lsolve: special.lsolve, lsolveT: special.lsolveT, phi: special.phi },
  rule: ({ add, lsolve, lsolveT, mul, phi, sub, t }) => ({
    // X = dA·R⁻¹ = (R⁻ᵀ dAᵀ)ᵀ; QᵀX + (QᵀX)ᵀ = dR·R⁻¹ + (dR·R⁻¹)ᵀ, whose upper half is dR·R⁻¹.
    jvp: ({ y: [Q, R] }, dA) => {
      const X = t(lsolve(t(R), t(dA)));
      const Z = mul(t(Q), X);
      const U = t(phi(add(Z, t(Z))));
      return [sub(X, mul(Q, U)), mul(U, R)];
    },
    // With N = R̄Rᵀ - QᵀQ̄ and S its upper half mirrored: A̅ = (Q̄ + Q·S)·R⁻ᵀ = (R⁻¹ (Q̄ + Q·S)ᵀ)ᵀ.
    vjp: ({ y: [Q, R] }, [Qbar, Rbar]) => {
      const P = phi(t(sub(mul(Rbar, t(R)), mul(t(Q), Qbar))));
      return [t(lsolveT(t(R), t(add(Qbar, mul(Q, add(P, t(P)))))))];
    },
  }),
  flops: '4mn^2 - 4n^3/3',
  source: 'Walter & Lehmann 2010',
  examples: [
    { shapes: [[3, 3]], options: [] },
    { shapes: [[4, 2]], options: [] },
  ],
});
