import { defineIdentity } from '../define/define.ts';
import { real, spd, stabilisable } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { lu } from '../factor/lu/lu.ts';
import { dare as compute } from '../factor/riccati/discrete.ts';
import { lazily } from '../factor/sylvester/lazily.ts';
import { discreteLyapunov } from '../factor/sylvester/sylvester.ts';
import { sub as minus, add as plus } from '../interpret/float64/elementwise.ts';
import { mul as times, t as turned } from '../interpret/float64/products.ts';

/**
 * Stabilising solution of the discrete algebraic Riccati equation, as of the linear-quadratic regulator and the Kalman filter.
 *
 * u = -K·x is the control of x ← A·x + B·u that costs least, Σ xᵀQx + uᵀRu = x₀ᵀ·X·x₀.
 *
 * @param A n×n matrix
 * @param B n×m matrix that reaches every mode of A that is not stable
 * @param Q n×n symmetric matrix, taken as (Q+Qᵀ)/2, mostly positive semidefinite
 * @param R m×m symmetric positive definite matrix, taken as (R+Rᵀ)/2
 * @returns `[X, K]`, X n×n symmetric and the gain K = (R + Bᵀ·X·B)⁻¹·Bᵀ·X·A, m×n, with X = Aᵀ·X·(A - B·K) + Q and all
 * eigenvalues of the closed loop A - B·K inside the unit circle
 * @throws {ShapeError} if the matrices do not fit each other
 * @throws {NotSymmetricError} if Q or R is further from symmetric than √ε times its norm
 * @throws {NotPositiveDefiniteError} if R is not positive definite
 * @throws {DomainError} if there is no stabilising solution
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * dare([[0]], [[1]], [[3]], [[1]]).map(toNested) //=> [[[3]], [[0]]]
 * @flops 200n^3
 * @source Kao & Hennequin 2020, §3.5
 */
export const dare = /* @__PURE__ */ defineIdentity({
  name: 'dare',
  signature: '(n,n),(n,m),(n,n),(m,m)->(n,n),(m,n)',
  domain: [stabilisable, real, spd, spd],
  forward: (x) => {
    const [A, B, , R] = x;
    const X = compute('dare', x);
    const BX = times(turned(B), X);
    const M = plus(R, times(BX, B));
    const { solve, solveT } = lu(M, 'dare');
    const K = solve(times(BX, A));
    const Ac = minus(A, times(B, K));
    const equation = lazily(() => discreteLyapunov(turned(Ac), 'dare'));
    return {
      y: [X, K],
      f: {
        of: [M, turned(Ac), Ac],
        solve,
        solveT,
        stein: equation.solve,
        steinT: equation.solveT,
      },
    };
  },
  equation: ({ add, mul, sub, t }, { x: [A, B, Q], y: [X, K] }) => [
    X,
    add(mul(t(A), X, sub(A, mul(B, K))), Q),
  ],
  latex: (A, B, Q, R) => `\\operatorname{dare}(${A}, ${B}, ${Q}, ${R})`,
  factors: ([A, B, , R], [X, K], { add, mul, sub, t }) => {
    const Ac = sub(A, mul(B, K));
    return [add(R, mul(t(B), X, B)), t(Ac), Ac];
  },
  words: {
    add: special.add,
    ldiv: special.ldiv,
    ldivT: special.ldivT,
    stein: special.stein,
    steinT: special.steinT,
    sub: special.sub,
  },
  // With Ac = A - B·K and E = X·(dA - dB·K): dX - Acᵀ·dX·Ac = Acᵀ·E + Eᵀ·Ac + dQ + Kᵀ·dR·K, and
  // (R + BᵀXB)·dK = (dBᵀ·X + Bᵀ·dX)·Ac + Bᵀ·E - dR·K.
  rule: ({ add, ldiv, ldivT, mul, stein, steinT, sub, t }) => ({
    jvp: ({ x: [A, B], y: [X, K], f }, dA, dB, dQ, dR) => {
      const [Ac, E] = [sub(A, mul(B, K)), mul(X, sub(dA, mul(dB, K)))];
      const C = mul(t(Ac), E);
      const dX = stein(f, add(add(C, t(C)), add(dQ, mul(t(K), dR, K))));
      const moved = mul(add(mul(t(dB), X), mul(t(B), dX)), Ac);
      return [dX, ldiv(f, sub(add(moved, mul(t(B), E)), mul(dR, K)))];
    },
    vjp: ({ x: [A, B], y: [X, K], f }, [Xbar, Kbar]) => {
      const Ac = sub(A, mul(B, K));
      const W = ldivT(f, Kbar);
      const Z = steinT(f, add(Xbar, mul(B, W, t(Ac))));
      const Abar = add(mul(X, Ac, add(Z, t(Z))), mul(X, B, W));
      const Bbar = sub(mul(X, Ac, t(W)), mul(Abar, t(K)));
      return [Abar, Bbar, Z, mul(sub(mul(K, Z), W), t(K))];
    },
  }),
});
