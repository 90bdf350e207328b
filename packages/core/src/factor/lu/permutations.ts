import type { NdArray } from '../../array.ts';

/** The matrices of a stack whose row i has a one in column order[i]. */
export function permutations(stack: readonly number[], m: number, order: Int32Array): NdArray {
  const data = new Float64Array(order.length * m);
  order.forEach((column, row) => {
    data[row * m + column] = 1;
  });
  return { shape: [...stack, m, m], data };
}
