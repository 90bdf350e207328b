import { lanes } from './lanes.ts';
import { pythag } from './ql.ts';

// Both sweeps go over `count` + 1 diagonal entries from `from` on in direction `step`; e[i + side] lies between d[i] and
// d[i + step]. The rotations from the right go to columns of the matrix in lanes at x, from column `at` on; those from the left to
// that at y.

/** The smallest singular value of the last 2×2 block, or 0 if beside the first entry it is nothing. */
export function bidiagShift(
  count: number,
  d: Float64Array,
  e: Float64Array,
  from: number,
  step: number,
): number {
  const to = from + count * step;
  const f = Math.abs(d[to - step]);
  const g = Math.abs(e[to - step + (step > 0 ? 0 : -1)]);
  const h = Math.abs(d[to]);
  const largest = (pythag(f + h, g) + pythag(f - h, g)) / 2;
  const shift = Math.min(f, h) * (Math.max(f, h) / largest);
  const ratio = shift / d[from];
  return ratio * ratio < 2 ** -53 ? 0 : shift;
}

/** The implicit QR sweep with shift zero: it neither adds nor subtracts (Demmel and Kahan 1990, §3). */
export function zeroShiftSweep(
  count: number,
  d: Float64Array,
  e: Float64Array,
  from: number,
  step: number,
  at: number,
  x: number,
  xRows: number,
  y: number,
  yRows: number,
): void {
  const side = step > 0 ? 0 : -1;
  let c = 1;
  let s = 0;
  let lc = 1;
  let ls = 0;
  let i = from;
  for (let t = 0; t < count; t++, i += step) {
    const f = d[i] * c;
    const g = e[i + side];
    const r = pythag(f, g);
    c = r === 0 ? 1 : f / r;
    s = r === 0 ? 0 : g / r;
    if (t > 0) e[i - step + side] = ls * r;
    const p = lc * r;
    const q = d[i + step] * s;
    const l = pythag(p, q);
    lc = l === 0 ? 1 : p / l;
    ls = l === 0 ? 0 : q / l;
    d[i] = l;
    lanes.rotate(x, xRows, at + t * step, at + (t + 1) * step, c, s);
    lanes.rotate(y, yRows, at + t * step, at + (t + 1) * step, lc, ls);
  }
  const h = d[i] * c;
  d[i] = h * lc;
  e[i - step + side] = h * ls;
}

/** The implicit QR sweep with a shift (Golub and Kahan 1965). */
function shiftedSweep(
  count: number,
  d: Float64Array,
  e: Float64Array,
  from: number,
  step: number,
  shift: number,
  at: number,
  x: number,
  xRows: number,
  y: number,
  yRows: number,
): void {
  const side = step > 0 ? 0 : -1;
  const first = d[from];
  let f = (Math.abs(first) - shift) * (Math.sign(first) + shift / first);
  let g = e[from + side];
  for (let t = 0, i = from; t < count; t++, i += step) {
    const r = pythag(f, g);
    const c = r === 0 ? 1 : f / r;
    const s = r === 0 ? 0 : g / r;
    if (t > 0) e[i - step + side] = r;
    f = c * d[i] + s * e[i + side];
    e[i + side] = c * e[i + side] - s * d[i];
    g = s * d[i + step];
    d[i + step] *= c;
    const l = pythag(f, g);
    const lc = l === 0 ? 1 : f / l;
    const ls = l === 0 ? 0 : g / l;
    d[i] = l;
    f = lc * e[i + side] + ls * d[i + step];
    d[i + step] = lc * d[i + step] - ls * e[i + side];
    if (t < count - 1) {
      g = ls * e[i + step + side];
      e[i + step + side] *= lc;
    } else {
      e[i + side] = f;
    }
    lanes.rotate(x, xRows, at + t * step, at + (t + 1) * step, c, s);
    lanes.rotate(y, yRows, at + t * step, at + (t + 1) * step, lc, ls);
  }
}

/** One of the two, as the shift says. */
export function sweep(
  count: number,
  d: Float64Array,
  e: Float64Array,
  from: number,
  step: number,
  shift: number,
  at: number,
  x: number,
  xRows: number,
  y: number,
  yRows: number,
): void {
  if (shift === 0) zeroShiftSweep(count, d, e, from, step, at, x, xRows, y, yRows);
  else shiftedSweep(count, d, e, from, step, shift, at, x, xRows, y, yRows);
}
