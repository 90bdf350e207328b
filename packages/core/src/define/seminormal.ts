import type { NdArray } from '../array.ts';
import { add, sub } from '../interpret/float64/elementwise.ts';
import { mul, t } from '../interpret/float64/products.ts';
import { lsolve, lsolveT } from '../interpret/float64/triangles.ts';

/** Division by H = KᵀK = RᵀR: seminormal equations, with the step of refinement that they need (Björck 1987). */
export function seminormal(K: NdArray, R: NdArray) {
  const L = t(R);
  const divide = (C: NdArray) => lsolveT(L, lsolve(L, C));
  const solve = (C: NdArray) => {
    const Z = divide(C);
    return add(Z, divide(sub(C, mul(t(K), mul(K, Z)))));
  };
  return { of: [{ shape: R.shape, data: mul(L, R).data }], solve, solveT: solve };
}
