import { ldexp } from '../../kernel/exponent.ts';
import { EQUAL } from '../../kernel/lanes.ts';

/** The order that makes d[0..n) ascending. */
export function ascending(n: number, d: Float64Array, order: Int32Array): void {
  for (let i = 0; i < n; i++) {
    let j = i;
    for (; j > 0 && d[order[j - 1]] > d[i]; j--) order[j] = order[j - 1];
    order[j] = i;
  }
}

/** w := 2^e·d in the given order. */
export function finishValues(
  n: number,
  d: Float64Array,
  order: Int32Array,
  e: number,
  w: Float64Array,
  wOff: number,
): void {
  for (let i = 0; i < n; i++) {
    const x = d[order[i]];
    w[wOff + i] = e === 0 ? x : ldexp(x, e);
  }
}

/** signs[j] := that of the entry of largest magnitude in row j of the n×length matrix Z, the first of equals. */
export function pointRows(n: number, length: number, Z: Float64Array, signs: Float64Array): void {
  for (let j = 0; j < n; j++) {
    let largest = 0;
    for (let p = j * length; p < (j + 1) * length; p++) {
      if (Math.abs(Z[p]) * EQUAL > Math.abs(largest)) largest = Z[p];
    }
    signs[j] = largest < 0 ? -1 : 1;
  }
}

/** Column j of the length×n matrix V := row order[j] of Z, times its sign. */
export function finishRows(
  n: number,
  length: number,
  Z: Float64Array,
  order: Int32Array,
  signs: Float64Array,
  V: Float64Array,
  vOff: number,
): void {
  // A few columns at a time, so that what is written stays in cache.
  for (let first = 0; first < n; first += 8) {
    const end = Math.min(n, first + 8);
    for (let j = first; j < end; j++) {
      const s = signs[order[j]];
      for (let i = 0, p = order[j] * length, q = vOff + j; i < length; i++, p++, q += n) V[q] = s * Z[p];
    }
  }
}
