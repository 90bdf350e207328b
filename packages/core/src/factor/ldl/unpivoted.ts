import { type NdArray, sizeOf } from '../../array.ts';
import { SingularMatrixError } from '../../errors.ts';

/**
 * A = L·diag(d)·Lᵀ without pivoting for each member of a stack [..., n, n], of which the lower triangle is read; `op` names
 * the caller in errors.
 *
 * A pivot that is no larger than the rounding of the terms that cancel in it, n·ε·(|a_jj| + Σ l_jk²·|d_k|), is refused: the
 * leading block that ends there is singular to working precision. The scale of rows and columns does not count.
 *
 * @returns L [..., n, n] and d [..., n, 1]
 */
export function ldlUnpivoted({ shape, data }: NdArray, op: string): { L: NdArray; d: NdArray } {
  const n = shape[shape.length - 1];
  const members = sizeOf(shape.slice(0, -2));
  const L = new Float64Array(data.length);
  const d = new Float64Array(members * n);
  for (let m = 0; m < members; m++) {
    const [a, p] = [m * n * n, m * n];
    for (let i = 0; i < n; i++) {
      const row = a + i * n;
      // L·diag(d) row by row; its last entry is the pivot.
      for (let j = 0; j < i; j++) {
        let sum = data[row + j];
        for (let k = 0; k < j; k++) sum -= L[row + k] * L[a + j * n + k];
        L[row + j] = sum;
      }
      let pivot = data[row + i];
      let size = Math.abs(pivot);
      for (let j = 0; j < i; j++) {
        const l = L[row + j] / d[p + j];
        pivot -= l * L[row + j];
        size += Math.abs(l * L[row + j]);
        L[row + j] = l;
      }
      if (!(Math.abs(pivot) > n * 2 ** -52 * size)) {
        throw new SingularMatrixError(
          op,
          Math.abs(pivot) / size || 0,
          pivot === 0 ? i : -1,
          shape.length > 2 ? m : undefined,
        );
      }
      L[row + i] = 1;
      d[p + i] = pivot;
    }
  }
  return { L: { shape, data: L }, d: { shape: [...shape.slice(0, -1), 1], data: d } };
}
