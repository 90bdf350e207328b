import { defineIdentity } from '../define/define.ts';
import { invertible } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { signsAndLogs } from '../factor/det/determinants.ts';
import { divisible } from '../factor/lu/divisible.ts';
import { lu } from '../factor/lu/lu.ts';
import { requireNonsingular } from '../factor/lu/nonsingular.ts';

/**
 * Logarithm of the absolute value of the determinant of any nonsingular matrix.
 *
 * Prefer `logdet` for symmetric positive definite matrices; `slogdet` gives the sign as well.
 *
 * @param A n×n matrix, nonsingular
 * @returns y = log|det A|, a scalar
 * @throws {ShapeError} if A is not square
 * @throws {SingularMatrixError} if A is exactly singular; from its derivatives, if it is so to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(logabsdet([[0, 1], [1, 0]])) //=> 0
 * @flops 2n^3/3
 * @source Giles 2008, §2.2.4
 */
export const logabsdet = /* @__PURE__ */ defineIdentity({
  name: 'logabsdet',
  signature: '(n,n)->()',
  domain: [invertible],
  fails: [{ on: 'singular', throws: 'SINGULAR' }],
  forward: ([A]) => {
    const f = lu(A, 'logabsdet');
    requireNonsingular('logabsdet', A, f.factors);
    return { y: signsAndLogs(f)[1], f: divisible(f, 'logabsdet') };
  },
  latex: (A) => `\\log|\\det(${A})|`,
  words: {
    ldiv: special.ldiv,
    ldivT: special.ldivT,
    eye: special.eye,
    scale: special.scale,
    trace: special.trace,
  },
  rule: ({ eye, ldiv, ldivT, scale, trace }) => ({
    jvp: ({ f }, dA) => trace(ldiv(f, dA)),
    vjp: ({ x: [A], f }, ybar) => [scale(ybar, ldivT(f, eye(A)))],
  }),
});
