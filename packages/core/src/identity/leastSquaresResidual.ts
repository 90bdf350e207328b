import type { ArrayInput, NdArray } from '../array.ts';
import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import { toValue } from '../define/prepare.ts';
import * as special from '../define/special.ts';
import { sub } from '../interpret/float64/elementwise.ts';
import { inner, mul } from '../interpret/float64/products.ts';
import { lstsq } from './lstsq.ts';
import { reshape } from './reshape.ts';

/**
 * ‖B - A·X‖² as a function of A and B at the X that minimises it: its derivative in X is zero there (Danskin), and is left out.
 *
 * X is differentiated all the same where it comes in, in derivatives of the rule: so the second ones are right.
 * @flops 2mnk
 * @source Golub & Pereyra 1973
 */
const squaredResidual = /* @__PURE__ */ defineIdentity({
  name: 'leastSquaresResidual',
  signature: '(m,n),(m,k),(n,k)->()',
  domain: [real, real, real],
  forward: ([A, B, X]) => {
    const R = sub(B, mul(A, X));
    return { y: inner(R, R) };
  },
  latex: (A, B, X) => `\\|${B} - ${A} ${X}\\|^2`,
  words: { inner: special.inner, scale: special.scale, sub: special.sub },
  rule: ({ fill, inner, mul, neg, scale, sub, t }) => ({
    jvp: ({ x: [A, B, X] }, dA, dB) => inner(scale(2, sub(B, mul(A, X))), sub(dB, mul(dA, X))),
    vjp: ({ x: [A, B, X] }, ybar) => {
      const Rbar = scale(ybar, scale(2, sub(B, mul(A, X))));
      return [neg(mul(Rbar, t(X))), Rbar, fill(X, 0)];
    },
  }),
});

/**
 * Least sum of squares ‖A·X - B‖² over all X. Its gradient takes no derivative of X: -2R·Xᵀ in A and 2R in B, with R = B - A·X.
 *
 * @param A m×n matrix, of any rank; derivatives keep it
 * @param B m×k matrix of right-hand sides, or a vector of m entries
 * @returns y = min ‖A·X - B‖², a scalar
 * @throws {ShapeError} if the numbers of rows differ
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(leastSquaresResidual([[1], [1]], [1, 3])) //=> 2
 */
export function leastSquaresResidual(A: ArrayInput, B: ArrayInput): NdArray {
  const [M, given] = [toValue('leastSquaresResidual', A, 0), toValue('leastSquaresResidual', B, 1)];
  const Y = given.shape.length === 1 ? reshape(given, [...given.shape, 1]) : given;
  return squaredResidual(M, Y, lstsq(M, Y));
}
