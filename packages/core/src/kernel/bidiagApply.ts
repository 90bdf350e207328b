import { reflectFour } from './householderFour.ts';
import { reflectorT } from './tridiagApply.ts';

/**
 * Each of the `rows` rows z of Z becomes H_0···H_{count-1}·z, for reflectors in rows of P, of the same length, where row i is
 * zero before i + shift.
 */
export function bidiagApply(
  count: number,
  shift: number,
  length: number,
  P: Float64Array,
  tau: Float64Array,
  rows: number,
  Z: Float64Array,
): void {
  for (let first = (count - 1) & -4; first >= 0; first -= 4) {
    const w = Math.min(4, count - first);
    const skip = first + shift;
    const v = first * length + skip;
    const t = reflectorT(w, length - skip, P, v, length, tau, first);
    reflectFour(false, w, length - skip, P, v, length, t, 0, Z, skip, length, rows);
  }
}
