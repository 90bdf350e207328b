import { blockT } from './householderBlock.ts';
import { reflectFour } from './householderFour.ts';

const T = /* @__PURE__ */ new Float64Array(16);
const G = /* @__PURE__ */ new Float64Array(16);

/** T of `count` <= 4 reflectors in rows of P, as reflectFour takes it. */
export function reflectorT(
  count: number,
  length: number,
  P: Float64Array,
  pOff: number,
  pRow: number,
  tau: Float64Array,
  first: number,
): Float64Array {
  T.fill(0);
  for (let i = 0; i < count; i++) T[5 * i] = tau[first + i];
  blockT(count, length, P, pOff, pRow, T, 0, 4, G);
  return T;
}

/**
 * Each of the `count` rows z of Z becomes Q·z, for the reflectors that tridiag left in A, of which entries right of them are
 * lost.
 */
export function tridiagApply(
  n: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  tau: Float64Array,
  count: number,
  Z: Float64Array,
  zOff: number,
  zRow: number,
): void {
  for (let first = 1; first < n; first += 4) {
    const w = Math.min(4, n - first);
    const length = first + w - 1;
    const v = aOff + first * aRow;
    for (let i = 0; i < w; i++) {
      for (let j = first + i; j < length; j++) A[v + i * aRow + j] = 0;
    }
    const t = reflectorT(w, length, A, v, aRow, tau, first);
    reflectFour(true, w, length, A, v, aRow, t, 0, Z, zOff, zRow, count);
  }
}
