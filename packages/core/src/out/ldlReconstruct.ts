import { reconstructLDL } from '../factor/ldl/reconstruct.ts';

/**
 * The symmetric matrices whose factors `ldl` left, into `out`: A_i = P_iᵀ·L_i·D_i·L_iᵀ·P_i.
 *
 * @param n size of the matrices
 * @param L factors, as `ldl` leaves them
 * @param D likewise
 * @param perm likewise
 * @param out room for as many matrices; it must not overlap L
 * @param count how many
 * @param lOff where L starts in its array
 * @param dOff where D starts in its array
 * @param permOff where perm starts in its array
 * @param outOff where the matrices start in theirs
 * @example
 * import { ldlReconstruct } from '@matgrad/core/kernel';
 * const A = new Float64Array(4);
 * ldlReconstruct(2, Float64Array.of(1, 0, 0.5, 1), Float64Array.of(4, 2, 0, 0), Int32Array.of(0, 1), A);
 * Array.from(A) //=> [4, 2, 2, 3]
 */
export function ldlReconstruct(
  n: number,
  L: Float64Array,
  D: Float64Array,
  perm: Int32Array,
  out: Float64Array,
  count = 1,
  lOff = 0,
  dOff = 0,
  permOff = 0,
  outOff = 0,
): void {
  const size = n * n;
  for (let i = 0; i < count; i++) {
    reconstructLDL(
      n,
      L,
      lOff + i * size,
      D,
      dOff + 2 * n * i,
      perm,
      permOff + i * n,
      0,
      out,
      outOff + i * size,
    );
  }
}
