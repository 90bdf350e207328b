import type { ArrayInput, NdArray } from '../array.ts';
import { defineIdentity } from '../define/define.ts';
import { fullRank } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { DomainError } from '../errors.ts';
import { signsOf } from '../factor/spectral/groups.ts';
import { singularFactor } from '../factor/spectral/singularFactor.ts';
import { matmul } from './matmul.ts';
import { transpose } from './transpose.ts';

/**
 * U_r·V_rᵀ of the singular value decomposition of a matrix of rank r; its derivatives are those along matrices of that rank.
 *
 * @flops 20mn^2
 * @source Golub & Pereyra 1973
 */
const partialIsometry = /* @__PURE__ */ defineIdentity<'(m,n)->(m,n)', [rtol?: number]>({
  name: 'projector',
  signature: '(m,n)->(m,n)',
  domain: [fullRank],
  check: (_, [rtol]) => {
    if (rtol !== undefined && !(Number.isFinite(rtol) && rtol >= 0))
      throw new DomainError('projector', `expected a tolerance of 0 or more, got ${rtol}`);
  },
  forward: ([A], [rtol]) => {
    const f = singularFactor(A, 'projector', (choice) => signsOf(choice, rtol));
    return { y: f.spectral([]), f };
  },
  latex: (A) => `\\operatorname{polar}(${A})`,
  words: { spectral: special.spectral },
  rule: ({ spectral }) => ({
    jvp: ({ f }, dA) => spectral(f, dA),
    vjp: ({ f }, Ybar) => [spectral(f, Ybar)],
  }),
  optionCount: 1,
});

/**
 * Orthogonal projector on the column space of a matrix of any rank, A·A⁺; its derivatives are those along matrices of the same rank.
 *
 * @param A m×n matrix
 * @param rtol singular values up to rtol·σ₁ count as zero; max(m, n)·ε where left out
 * @returns P m×m, symmetric, with P² = P and P·A = A
 * @throws {ShapeError} if A is no matrix
 * @throws {DomainError} if rtol is negative or no number
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(projector([[2, 4], [0, 0]])) //=> [[1, 0], [0, 0]]
 */
export function projector(A: ArrayInput, rtol?: number): NdArray {
  const W = rtol === undefined ? partialIsometry(A) : partialIsometry(A, rtol);
  return matmul(W, transpose(W));
}
