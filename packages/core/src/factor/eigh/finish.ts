import { ldexp, pow2 } from '../../kernel/exponent.ts';

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
  const plain = e > -900 && e < 900;
  const f = plain ? pow2(e) : 1;
  for (let i = 0; i < n; i++) w[wOff + i] = plain ? f * d[order[i]] : ldexp(d[order[i]], e);
}

/** largest[j] := the entry of largest magnitude in column j of the rows×n matrix V, the first of equals. */
export function largestEntries(
  rows: number,
  n: number,
  V: Float64Array,
  vOff: number,
  vRow: number,
  largest: Float64Array,
): void {
  for (let j = 0; j < n; j++) {
    let most = 0;
    let entry = 0;
    for (let i = 0, p = vOff + j; i < rows; i++, p += vRow) {
      const x = Math.abs(V[p]);
      if (x * EQUAL <= most) continue;
      most = x;
      entry = V[p];
    }
    largest[j] = entry;
  }
}

/** The entry of largest magnitude of Z[p..p+n), the first of equals. */
function largestOf(n: number, Z: Float64Array, p: number): number {
  let largest = 0;
  for (let i = p; i < p + n; i++) if (Math.abs(Z[i]) * EQUAL > Math.abs(largest)) largest = Z[i];
  return largest;
}

/** signs[j] := that entry of row j of the n×length matrix Z. */
export function largestOfRows(n: number, length: number, Z: Float64Array, signs: Float64Array): void {
  for (let j = 0; j < n; j++) signs[j] = largestOf(length, Z, j * length);
}

/** Column j of the length×n matrix V := row order[j] of Z, with the sign changed where that of `signs` is negative. */
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
      const s = signs[order[j]] < 0 ? -1 : 1;
      for (let i = 0, p = order[j] * length, q = vOff + j; i < length; i++, p++, q += n) V[q] = s * Z[p];
    }
  }
}

/** Orders the columns of the rows×n matrix V in place, with the sign changed where that of `signs` is negative. */
export function finishVectors(
  rows: number,
  n: number,
  V: Float64Array,
  vOff: number,
  vRow: number,
  order: Int32Array,
  signs: Float64Array,
  row: Float64Array,
): void {
  for (let i = 0, p = vOff; i < rows; i++, p += vRow) {
    for (let j = 0; j < n; j++) row[j] = signs[j] < 0 ? -V[p + j] : V[p + j];
    for (let j = 0; j < n; j++) V[p + j] = row[order[j]];
  }
}
