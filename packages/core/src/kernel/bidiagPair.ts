import { zeroShiftSweep } from './bidiagSweep.ts';
import { lanes } from './lanes.ts';
import { pythag } from './ql.ts';

/**
 * Singular value decomposition of the upper triangular 2×2 matrix at d[i], e[i], d[i+1], as a sweep of one rotation on
 * either side, of columns `at` and at + 1 of the matrices in lanes at v and u; d may become negative.
 *
 * By a Jacobi rotation of the columns. The larger one gives the left vectors; the smaller value is det/larger.
 */
export function bidiagPair(
  d: Float64Array,
  e: Float64Array,
  i: number,
  at: number,
  v: number,
  vRows: number,
  u: number,
  uRows: number,
): void {
  const f = d[i];
  const g = e[i];
  const h = d[i + 1];
  e[i] = 0;
  if (f === 0 || h === 0) {
    e[i] = g;
    zeroShiftSweep(1, d, e, i, 1, at, v, vRows, u, uRows);
    e[i] = 0;
    return;
  }
  // cot 2φ = (g² + h² - f²)/(2fg)
  const z = (((h - f) / f) * ((h + f) / g) + g / f) / 2;
  const t = (z < 0 ? -1 : 1) / (Math.abs(z) + Math.sqrt(1 + z * z));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  const first = pythag(c * f - s * g, s * h);
  const second = pythag(s * f + c * g, c * h);
  lanes.rotate(v, vRows, at, at + 1, c, -s);
  if (second > first) {
    lanes.rotate(u, uRows, at, at + 1, (c * h) / second, -(s * f + c * g) / second);
    d[i] = f * (h / second);
    d[i + 1] = second;
  } else {
    lanes.rotate(u, uRows, at, at + 1, (c * f - s * g) / first, -(s * h) / first);
    d[i] = first;
    d[i + 1] = f * (h / first);
  }
}
