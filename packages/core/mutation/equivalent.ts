const symmetric = 'both give the same: the matrix is symmetric';
const projected =
  "the input's domain is `lower`, so its tangent arrives lower triangular and its cotangent is made so";
const cyclic = 'both give the same: factors go round in a trace';
const adjugate = 'both give the same: adj(X) is det(X)·X⁻¹, so the outer factors differ by a number only';

/** Mutants that no test can kill, because they compute the same thing, each with the reason. */
export const equivalent: Readonly<Record<string, string>> = {
  'cholesky.ts rule: t(lsolve(L, t(lsolve(L, dA)))) → lsolve(L, t(lsolve(L, dA)))': symmetric,
  'cholesky.ts rule: t(lsolveT(L, t(lsolveT(L, phi(mul(t(L), Lbar)))))) → lsolveT(L, t(lsolveT(L, phi(mul(t(L), Lbar)))))':
    'the cotangent of a symmetric input is made symmetric, and a matrix and its transpose have one symmetric part',
  'ldl.ts rule: t(lsolve(L, t(lsolve(L, dA)))) → lsolve(L, t(lsolve(L, dA)))': symmetric,
  'ldl.ts rule: t(lsolveT(L, t(lsolveT(L, add(below, gather(dbar, diagonal)))))) → lsolveT(L, t(lsolveT(L, add(below, gather(dbar, diagonal)))))':
    'the cotangent of a symmetric input is made symmetric, and a matrix and its transpose have one symmetric part',
  'logdet.ts rule: ldiv(f, dA) → ldivT(f, dA)': symmetric,
  'logdet.ts rule: ldiv(f, eye(A)) → ldivT(f, eye(A))': symmetric,
  'care.ts rule: ldiv(f, sub(add(mul(t(dB), X), mul(t(B), dX)), mul(dR, K))) → ldivT(f, sub(add(mul(t(dB), X), mul(t(B), dX)), mul(dR, K)))':
    symmetric,
  'care.ts rule: ldivT(f, Kbar) → ldiv(f, Kbar)': symmetric,
  'matrixPower.ts rule: mul(square, B) → mul(B, square)': 'both give the same: powers of one matrix commute',
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
  "differential.ts 'det(X)': mul(adjugate(X), dX) → mul(dX, adjugate(X))": cyclic,
  "differential.ts 'log|det(X)|': mul(inv(X), dX) → mul(dX, inv(X))": cyclic,
  "differential.ts 'tr(X^2)': mul(X, dX) → mul(dX, X)": cyclic,
  "differential.ts 'adj(X)': mul(inv(X), dX) → mul(dX, inv(X))": cyclic,
  "differential.ts 'adj(X)': mul(inv(X), dX, adjugate(X)) → mul(adjugate(X), dX, inv(X))": adjugate,
  'losses.ts "(x-u)\'inv(S)(x-u)/2+logdet(S)/2": sub(x, u) → sub(u, x)':
    'both give the same: a stands twice in the product, so its sign does not matter',
  'matrixByScalar.ts "tr(U^2)\'": mul(U, dU) → mul(dU, U)': cyclic,
  'matrixByScalar.ts "adj(U)\'": mul(inv(U), dU) → mul(dU, inv(U))': cyclic,
  'matrixByScalar.ts "adj(U)\'": mul(inv(U), dU, adjugate(U)) → mul(adjugate(U), dU, inv(U))': adjugate,
  "products.ts 'tr(adj(X)A)': mul(inv(X), A) → mul(A, inv(X))": cyclic,
  'matrixByScalar.ts "exp(sA)\'": mul(A, expm(scale(s, A))) → mul(expm(scale(s, A)), A)':
    'both give the same: A commutes with its exponential',
  'matrixByScalar.ts "det(U)\'": mul(inv(U), dU) → mul(dU, inv(U))': cyclic,
  'matrixByScalar.ts "log|det(U)|\'": mul(inv(U), dU) → mul(dU, inv(U))': cyclic,
  'matrixByScalar.ts "det(U)\'\'": mul(inv(U), dU) → mul(dU, inv(U))': cyclic,
  'matrixByScalar.ts "det(U)\'\'": mul(inv(U), dU) → mul(dU, inv(U)) (2)': cyclic,
  'matrixByScalar.ts "det(U)\'\'": mul(inv(U), ddU) → mul(ddU, inv(U))': cyclic,
  'matrixByScalar.ts "log|det(U)|\'\'": mul(inv(U), ddU) → mul(ddU, inv(U))': cyclic,
  'matrixByScalar.ts "log|det(U)|\'\'": mul(inv(U), dU, inv(U), dU) → mul(dU, inv(U), dU, inv(U))': cyclic,
  "scalarByMatrix.ts 'det(AXB)': mul(A, X, B) → mul(B, X, A)":
    'both give the same: the determinant of a product is the product of determinants',
};
