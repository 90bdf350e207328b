import { singularSum } from '../define/singularSum.ts';

/**
 * Nuclear norm of a matrix: the sum of its singular values.
 *
 * @param A m×n matrix
 * @returns y = Σ σ_i, a scalar; below full rank its gradient is the subgradient of least norm
 * @throws {ShapeError} if A is no matrix
 * @throws {DegenerateError} from its second derivative, where A is rank deficient to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(nuclearNorm([[3, 0], [0, -4]])) //=> 7
 */
export const nuclearNorm = /* @__PURE__ */ singularSum(
  'nuclearNorm',
  () => 1 / 0,
  (A) => `\\|${A}\\|_{*}`,
  (A) => `\\operatorname{polar}(${A})`,
);
