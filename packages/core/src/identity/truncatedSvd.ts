import { defineIdentity } from '../define/define.ts';
import { graded } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { DomainError } from '../errors.ts';
import { leading } from '../factor/spectral/groups.ts';
import { singularFactor } from '../factor/spectral/singularFactor.ts';

/**
 * Best approximation of rank r: the part of the r largest singular values, right at repeated ones on either side of the cut.
 *
 * @param A m×n matrix
 * @param r how many singular values to keep
 * @returns Y m×n = U_r·Σ_r·V_rᵀ
 * @throws {ShapeError} if A is no matrix
 * @throws {DomainError} if r is no integer, or negative
 * @throws {DegenerateError} if singular values r and r + 1 are equal to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(truncatedSvd([[3, 0], [0, 1]], 1)) //=> [[3, 0], [0, 0]]
 * @flops 20mn^2
 * @source Eckart & Young 1936; by the Jordan-Wielandt matrix
 */
export const truncatedSvd = /* @__PURE__ */ defineIdentity<'(m,n)->(m,n)', [r: number]>({
  name: 'truncatedSvd',
  signature: '(m,n)->(m,n)',
  domain: [graded],
  check: (_, [r]) => {
    if (!Number.isInteger(r) || r < 0)
      throw new DomainError('truncatedSvd', `expected how many singular values, 0 or more, got ${r}`);
  },
  forward: ([A], [r]) => {
    const f = singularFactor(A, 'truncatedSvd', (choice) => leading(choice, 'truncatedSvd', r));
    return { y: f.spectral([]), f };
  },
  latex: (A) => `${A}_r`,
  words: { spectral: special.spectral },
  rule: ({ spectral }) => ({
    jvp: ({ f }, dA) => spectral(f, dA),
    vjp: ({ f }, Ybar) => [spectral(f, Ybar)],
  }),
  examples: [
    { shapes: [[3, 4]], options: [1] },
    { shapes: [[4, 2]], options: [2] },
  ],
});
