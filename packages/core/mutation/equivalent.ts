const symmetric = 'both give the same: the matrix is symmetric';
const projected =
  "the input's domain is `lower`, so its tangent arrives lower triangular and its cotangent is made so";

/** Mutants that no test can kill, because they compute the same thing, each with the reason. */
export const equivalent: Readonly<Record<string, string>> = {
  'cholesky.ts rule: t(lsolve(L, t(lsolve(L, dA)))) → lsolve(L, t(lsolve(L, dA)))': symmetric,
  'cholesky.ts rule: t(lsolveT(L, t(lsolveT(L, phi(mul(t(L), Lbar)))))) → lsolveT(L, t(lsolveT(L, phi(mul(t(L), Lbar)))))':
    'the cotangent of a symmetric input is made symmetric, and a matrix and its transpose have one symmetric part',
  'logdet.ts rule: ldiv(f, dA) → ldivT(f, dA)': symmetric,
  'logdet.ts rule: ldiv(f, eye(A)) → ldivT(f, eye(A))': symmetric,
  'ridge.ts rule: ldiv(f, sub(change, scale(dlambda, X))) → ldivT(f, sub(change, scale(dlambda, X)))':
    symmetric,
  'ridge.ts rule: ldiv(f, Xbar) → ldivT(f, Xbar)': symmetric,
  'solvePositiveDefinite.ts rule: ldiv(f, sub(dB, mul(dA, X))) → ldivT(f, sub(dB, mul(dA, X)))': symmetric,
  'solvePositiveDefinite.ts rule: ldiv(f, Xbar) → ldivT(f, Xbar)': symmetric,
  'solveTriangular.ts rule: tril(dL) → dL': projected,
  'solveTriangular.ts rule: tril(mul(Bbar, t(X))) → mul(Bbar, t(X))': projected,
  'solveTriangularTransposed.ts rule: tril(dL) → dL': projected,
  'solveTriangularTransposed.ts rule: tril(mul(X, t(Bbar))) → mul(X, t(Bbar))': projected,
  'divideByGaps.ts rule: t(one) → one':
    'the product of dw and the first entry of the ones is dw itself, which the subtraction broadcasts to all columns',
};
