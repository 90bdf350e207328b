import { defineIdentity } from '../define/define.ts';
import { fullRank } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { signOfAll } from '../factor/spectral/groups.ts';
import { singularFactor } from '../factor/spectral/singularFactor.ts';

/**
 * Orthogonal polar factor of a matrix of full rank, right to any order at equal singular values.
 *
 * @param A m×n matrix of full rank
 * @returns Y m×n, the matrix with orthonormal columns (rows, where m < n) nearest to A: U·Vᵀ of its singular value decomposition
 * @throws {ShapeError} if A is no matrix
 * @throws {DegenerateError} if A is rank deficient to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(polarFactor([[0, 2], [-3, 0]])) //=> [[0, 1], [-1, 0]]
 * @flops 20mn^2
 * @source Higham 2008, ch. 8; by the Jordan-Wielandt matrix
 */
export const polarFactor = /* @__PURE__ */ defineIdentity({
  name: 'polarFactor',
  signature: '(m,n)->(m,n)',
  domain: [fullRank],
  forward: ([A]) => {
    const f = singularFactor(A, 'polarFactor', (choice) => signOfAll(choice, 'polarFactor'));
    return { y: f.spectral([]), f };
  },
  latex: (A) => `\\operatorname{polar}(${A})`,
  words: { spectral: special.spectral },
  rule: ({ spectral }) => ({
    jvp: ({ f }, dA) => spectral(f, dA),
    vjp: ({ f }, Ybar) => [spectral(f, Ybar)],
  }),
});
