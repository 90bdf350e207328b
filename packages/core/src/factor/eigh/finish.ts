import { ldexp } from '../../kernel/exponent.ts';

// Entries that differ by rounding only count as equal.
const EQUAL = 1 - 2 ** -26;

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
  for (let i = 0; i < n; i++) w[wOff + i] = e === 0 ? d[order[i]] : ldexp(d[order[i]], e);
}

/** Orders the columns of the rows×n matrix V in place and makes the largest entry of each positive, the first of equals. */
export function finishVectors(
  rows: number,
  n: number,
  V: Float64Array,
  vOff: number,
  order: Int32Array,
  largest: Float64Array,
  row: Float64Array,
): void {
  for (let j = 0; j < n; j++) largest[j] = 0;
  for (let i = 0, p = vOff; i < rows; i++, p += n) {
    for (let j = 0; j < n; j++) {
      const x = V[p + j];
      const y = largest[j];
      if ((x < 0 ? -x : x) * EQUAL > (y < 0 ? -y : y)) largest[j] = x;
    }
  }
  for (let i = 0, p = vOff; i < rows; i++, p += n) {
    for (let j = 0; j < n; j++) row[j] = largest[j] < 0 ? -V[p + j] : V[p + j];
    for (let j = 0; j < n; j++) V[p + j] = row[order[j]];
  }
}
