import { defineIdentity } from '../define/define.ts';
import { gradedSymmetric } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { DegenerateError, DomainError } from '../errors.ts';
import { grouped, valued } from '../factor/spectral/differences.ts';
import { resolution } from '../factor/spectral/rank.ts';
import { symmetricFactor } from '../factor/spectral/symmetricFactor.ts';

/**
 * Orthogonal projector onto the eigenvectors of the k largest eigenvalues, right to any order at repeated ones on either
 * side of the cut.
 *
 * @param A n×n symmetric matrix, taken as (A+Aᵀ)/2
 * @param k how many eigenvalues
 * @returns Y n×n = V_k·V_kᵀ
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} if k is no integer from 0 to n
 * @throws {NotSymmetricError} if ‖A-Aᵀ‖ > √ε·‖A‖
 * @throws {DegenerateError} if the k-th and the next eigenvalue are equal to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(spectralProjector([[1, 0], [0, 2]], 1)) //=> [[0, 0], [0, 1]]
 * @flops 10n^3
 * @source Kato 1966, §II.1; divided differences of a step
 */
export const spectralProjector = /* @__PURE__ */ defineIdentity<'(n,n)->(n,n)', [k: number]>({
  name: 'spectralProjector',
  signature: '(n,n)->(n,n)',
  domain: [gradedSymmetric],
  fails: [{ on: 'asymmetric', throws: 'NOT_SYMMETRIC' }],
  check: ([{ shape }], [k]) => {
    if (!Number.isInteger(k) || k < 0 || k > (shape[shape.length - 1] ?? k))
      throw new DomainError('spectralProjector', `expected how many eigenvalues, 0 to n, got ${k}`);
  },
  forward: ([A], [k]) => {
    const n = A.shape[A.shape.length - 1];
    const f = symmetricFactor(A, 'spectralProjector', (values) => {
      const cut = n - k;
      const gap = cut > 0 && cut < n ? values[cut] - values[cut - 1] : 1 / 0;
      const size = Math.max(Math.abs(values[0] ?? 0), Math.abs(values[n - 1] ?? 0));
      if (gap <= resolution(n, n, size)) {
        throw new DegenerateError(
          'spectralProjector',
          gap,
          [cut - 1, cut],
          'Cut where neighbouring eigenvalues differ.',
        );
      }
      return grouped(
        values,
        Int32Array.from(values, (_, i) => (i < cut ? 0 : 1)),
        [null, valued(1)],
      );
    });
    return { y: f.spectral([]), f };
  },
  latex: (A) => `P_k(${A})`,
  words: { spectral: special.spectral },
  rule: ({ spectral }) => ({
    jvp: ({ f }, dA) => spectral(f, dA),
    vjp: ({ f }, Ybar) => [spectral(f, Ybar)],
  }),
  examples: [
    { shapes: [[3, 3]], options: [1] },
    { shapes: [[4, 4]], options: [2] },
  ],
});
