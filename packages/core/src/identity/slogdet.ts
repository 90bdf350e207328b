import { defineIdentity } from '../define/define.ts';
import { invertible } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { signsAndLogs } from '../factor/det/determinants.ts';
import { divisible } from '../factor/lu/divisible.ts';
import { lu } from '../factor/lu/lu.ts';

/**
 * Sign and logarithm of the absolute value of a determinant.
 *
 * Neither over- nor underflows where `det` does. `logabsdet` is its second part alone.
 *
 * @param A n×n matrix
 * @returns [sign, log|det A|], scalars; [0, -Infinity] where A is singular
 * @throws {ShapeError} if A is not square
 * @throws {SingularMatrixError} from its first derivative on, where A is singular
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * slogdet([[0, 1], [1, 0]]).map(toNested) //=> [-1, 0]
 * @flops 2n^3/3
 * @source Giles 2008, §2.2.4
 */
export const slogdet = /* @__PURE__ */ defineIdentity({
  name: 'slogdet',
  signature: '(n,n)->(),()',
  domain: [invertible],
  forward: ([A]) => {
    const f = lu(A, 'slogdet');
    return { y: signsAndLogs(f), f: divisible(f, 'slogdet') };
  },
  latex: (A) => `\\left(\\operatorname{sgn}\\det(${A}),\\, \\log|\\det(${A})|\\right)`,
  words: {
    ldiv: special.ldiv,
    ldivT: special.ldivT,
    eye: special.eye,
    scale: special.scale,
    trace: special.trace,
  },
  rule: ({ eye, fill, ldiv, ldivT, scale, trace }) => ({
    jvp: ({ y: [sign], f }, dA) => [fill(sign, 0), trace(ldiv(f, dA))],
    vjp: ({ x: [A], f }, [, ybar]) => [scale(ybar, ldivT(f, eye(A)))],
  }),
});
