import { gemm } from './gemm.ts';
import { matmulEight } from './matmulEight.ts';
import { matmulFour, matmulThree, matmulTwo } from './matmulSmall.ts';

/**
 * Products of a stack, into `out`: Y_i = A_i·B_i.
 *
 * @param m rows of A and Y
 * @param k columns of A, rows of B
 * @param n columns of B and Y
 * @param A m×k matrices, row by row, one after the other
 * @param B k×n matrices, likewise
 * @param out room for the m×n matrices Y; it must not overlap A or B
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param bOff where B starts in its array
 * @param outOff where Y starts in its array
 * @example
 * import { matmul } from '@matgrad/core/kernel';
 * const Y = new Float64Array(4);
 * matmul(2, 2, 2, Float64Array.of(1, 2, 3, 4), Float64Array.of(0, 1, 1, 0), Y);
 * Array.from(Y) //=> [2, 1, 4, 3]
 */
export function matmul(
  m: number,
  k: number,
  n: number,
  A: Float64Array,
  B: Float64Array,
  out: Float64Array,
  count = 1,
  aOff = 0,
  bOff = 0,
  outOff = 0,
): void {
  const square = m === n && k === n ? n : 0;
  for (let i = 0, a = aOff, b = bOff, o = outOff; i < count; i++, a += m * k, b += k * n, o += m * n) {
    if (square === 4) matmulFour(A, a, B, b, out, o);
    else if (square === 3) matmulThree(A, a, B, b, out, o);
    else if (square === 2) matmulTwo(A, a, B, b, out, o);
    else if (square === 8) matmulEight(A, a, B, b, out, o);
    else gemm(m, n, k, 1, A, a, k, 1, B, b, n, 1, 0, out, o, n);
  }
}
