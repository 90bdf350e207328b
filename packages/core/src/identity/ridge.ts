import { defineIdentity } from '../define/define.ts';
import { positive, real } from '../define/domain.ts';
import { seminormal } from '../define/seminormal.ts';
import * as special from '../define/special.ts';
import { damped, padded, requireIndependentColumns } from '../factor/qr/damped.ts';
import { qr } from '../factor/qr/qr.ts';

/**
 * Damped least squares, (AᵀA + λI)⁻¹·Aᵀ·B, by QR of √λ·I over A: AᵀA is not formed.
 *
 * Ridge regression, Tikhonov's regularisation and the step of Levenberg and Marquardt. It is also the damped solution of A·X = B
 * for square A, with `ridge(A, I, λ)` as the damped inverse: it exists and is smooth at singular A.
 *
 * @param A m×n matrix
 * @param B m×k matrix of right-hand sides, or a vector of m entries
 * @param λ damping, a scalar above 0; 0 for A of full column rank
 * @returns X n×k (or n) that minimises ‖A·X - B‖² + λ‖X‖²
 * @throws {ShapeError} if the numbers of rows differ
 * @throws {DomainError} if λ is negative
 * @throws {SingularMatrixError} if λ is too small to make the columns of A independent to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(ridge([[1], [1]], [1, 3], 2)) //=> [1]
 * toNested(grad((λ) => sum(ridge([[1], [1]], [1, 3], λ)))(2)) //=> -0.25
 * @flops 2mn^2 + 4n^3/3
 * @source differential of (AᵀA + λI)·X = Aᵀ·B; seminormal equations of Björck 1987
 */
export const ridge = /* @__PURE__ */ defineIdentity({
  name: 'ridge',
  signature: '(m,n),(m,k?),()->(n,k?)',
  domain: [real, real, positive],
  forward: ([A, B, lambda]) => {
    const K = damped(A, lambda, 'ridge');
    const f = qr(K, 'ridge');
    requireIndependentColumns('ridge', f.R);
    return { y: f.solve(padded(B, A.shape[A.shape.length - 1])), f: seminormal(K, f.R) };
  },
  equation: ({ add, mul, scale, t }, { x: [A, B, lambda], y: X }) => [
    add(mul(t(A), mul(A, X)), scale(lambda, X)),
    mul(t(A), B),
  ],
  latex: (A, B, lambda) => `(${A}^{\\top} ${A} + ${lambda} I)^{-1} ${A}^{\\top} ${B}`,
  // Only derivatives of this matrix are ever used: f divides by it.
  factors: ([A, , lambda], _, { add, eye, mul, scale, t }) => {
    const G = mul(t(A), A);
    return [add(G, scale(lambda, eye(G)))];
  },
  words: {
    ldiv: special.ldiv,
    inner: special.inner,
    scale: special.scale,
    add: special.add,
    sub: special.sub,
  },
  rule: ({ add, inner, ldiv, mul, neg, scale, sub, t }) => ({
    jvp: ({ x: [A, B], y: X, f }, dA, dB, dlambda) => {
      const residual = sub(B, mul(A, X));
      const change = add(mul(t(dA), residual), mul(t(A), sub(dB, mul(dA, X))));
      return ldiv(f, sub(change, scale(dlambda, X)));
    },
    vjp: ({ x: [A, B], y: X, f }, Xbar) => {
      const Z = ldiv(f, Xbar);
      const Bbar = mul(A, Z);
      return [sub(mul(sub(B, mul(A, X)), t(Z)), mul(Bbar, t(X))), Bbar, neg(inner(Z, X))];
    },
  }),
});
