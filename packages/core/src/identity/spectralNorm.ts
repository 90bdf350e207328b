import { singularSum } from '../define/singularSum.ts';

/**
 * Spectral norm of a matrix: its largest singular value.
 *
 * @param A m×n matrix
 * @returns y = σ₁, a scalar; where it is repeated the gradient is shared equally
 * @throws {ShapeError} if A is no matrix
 * @throws {DegenerateError} from its second derivative, where the largest singular value is repeated
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(spectralNorm([[3, 0], [0, -4]])) //=> 4
 */
export const spectralNorm = /* @__PURE__ */ singularSum(
  'spectralNorm',
  () => 1,
  (A) => `\\|${A}\\|_2`,
  (A) => `\\operatorname{polar}_1(${A})`,
);
