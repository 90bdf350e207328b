import { singularSum } from '../define/singularSum.ts';
import { DomainError } from '../errors.ts';

/**
 * Ky Fan's norm of a matrix: the sum of its k largest singular values; k = 1 is the spectral norm, k = min(m, n) the nuclear one.
 *
 * @param A m×n matrix
 * @param k how many singular values
 * @returns y = σ₁ + … + σ_k, a scalar; where σ_k is repeated the gradient is shared equally, where it is 0 of least norm
 * @throws {ShapeError} if A is no matrix
 * @throws {DomainError} if k is no integer, or not positive
 * @throws {DegenerateError} from its second derivative, where σ_k = σ_(k+1) or σ_k = 0 to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(kyFanNorm([[3, 0, 0], [0, -4, 0], [0, 0, 1]], 2)) //=> 7
 */
export const kyFanNorm = /* @__PURE__ */ singularSum<[k: number]>(
  'kyFanNorm',
  ([k]) => k,
  (A, k = 'k') => `\\|${A}\\|_{(${k})}`,
  (A) => `\\operatorname{polar}_k(${A})`,
  {
    check: (_, [k]) => {
      if (!Number.isInteger(k) || k < 1)
        throw new DomainError('kyFanNorm', `expected how many singular values, 1 or more, got ${k}`);
    },
    examples: [{ options: [2] }],
  },
);
