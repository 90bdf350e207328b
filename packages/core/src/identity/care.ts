import { defineIdentity } from '../define/define.ts';
import { real, spd, stabilisable } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { lu } from '../factor/lu/lu.ts';
import { care as compute } from '../factor/riccati/continuous.ts';
import { lazily } from '../factor/sylvester/lazily.ts';
import { lyapunov } from '../factor/sylvester/sylvester.ts';
import { sub as minus } from '../interpret/float64/elementwise.ts';
import { mul as times, t as turned } from '../interpret/float64/products.ts';

/**
 * Stabilising solution of the continuous algebraic Riccati equation, as of the linear-quadratic regulator.
 *
 * u = -K·x is the control of ẋ = A·x + B·u that costs least, ∫ xᵀQx + uᵀRu dt = x₀ᵀ·X·x₀.
 *
 * @param A n×n matrix
 * @param B n×m matrix that reaches every mode of A that is not stable
 * @param Q n×n symmetric matrix, taken as (Q+Qᵀ)/2, mostly positive semidefinite
 * @param R m×m symmetric positive definite matrix, taken as (R+Rᵀ)/2
 * @returns `[X, K]`, X n×n symmetric and the gain K = R⁻¹·Bᵀ·X, m×n, with Aᵀ·X + X·A - X·B·K + Q = 0 and all eigenvalues of the
 * closed loop A - B·K in the open left half plane
 * @throws {ShapeError} if the matrices do not fit each other
 * @throws {NotSymmetricError} if Q or R is further from symmetric than √ε times its norm
 * @throws {NotPositiveDefiniteError} if R is not positive definite
 * @throws {DomainError} if there is no stabilising solution
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * care([[1]], [[1]], [[3]], [[1]]).map(toNested) //=> [[[3]], [[3]]]
 * @flops 600n^3
 * @source Kao & Hennequin 2020, §3.4
 */
export const care = /* @__PURE__ */ defineIdentity({
  name: 'care',
  signature: '(n,n),(n,m),(n,n),(m,m)->(n,n),(m,n)',
  domain: [stabilisable, real, spd, spd],
  forward: (x) => {
    const [A, B, , R] = x;
    const X = compute('care', x);
    const { solve, solveT } = lu(R, 'care');
    const K = solve(times(turned(B), X));
    const Ac = minus(A, times(B, K));
    const equation = lazily(() => lyapunov(turned(Ac), 'care'));
    return {
      y: [X, K],
      f: {
        of: [R, turned(Ac), Ac],
        solve,
        solveT,
        sylvester: equation.solve,
        sylvesterT: equation.solveT,
      },
    };
  },
  equation: ({ add, mul, sub, t }, { x: [A, B, Q], y: [X, K] }) => [
    add(mul(t(A), X), mul(X, A)),
    sub(mul(X, B, K), Q),
  ],
  latex: (A, B, Q, R) => `\\operatorname{care}(${A}, ${B}, ${Q}, ${R})`,
  factors: ([A, B, , R], [, K], { mul, sub, t }) => {
    const Ac = sub(A, mul(B, K));
    return [R, t(Ac), Ac];
  },
  words: {
    add: special.add,
    ldiv: special.ldiv,
    ldivT: special.ldivT,
    sub: special.sub,
    sylvester: special.sylvester,
    sylvesterT: special.sylvesterT,
  },
  // With Ac = A - B·K and E = X·(dA - dB·K): Acᵀ·dX + dX·Ac = -(E + Eᵀ + dQ + Kᵀ·dR·K), and R·dK = dBᵀ·X + Bᵀ·dX - dR·K.
  rule: ({ add, ldiv, ldivT, mul, neg, sub, sylvester, sylvesterT, t }) => ({
    jvp: ({ x: [, B], y: [X, K], f }, dA, dB, dQ, dR) => {
      const E = mul(X, sub(dA, mul(dB, K)));
      const dX = neg(sylvester(f, add(add(E, t(E)), add(dQ, mul(t(K), dR, K)))));
      return [dX, ldiv(f, sub(add(mul(t(dB), X), mul(t(B), dX)), mul(dR, K)))];
    },
    vjp: ({ x: [, B], y: [X, K], f }, [Xbar, Kbar]) => {
      const W = ldivT(f, Kbar);
      const Z = neg(sylvesterT(f, add(Xbar, mul(B, W))));
      const Abar = mul(X, add(Z, t(Z)));
      return [Abar, sub(mul(X, t(W)), mul(Abar, t(K))), Z, mul(sub(mul(K, Z), W), t(K))];
    },
  }),
});
