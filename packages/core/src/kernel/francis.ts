import { francisStart } from './francisStart.ts';
import { francisSweep } from './francisSweep.ts';
import { standardise } from './standardise.ts';

const ULP = 2 ** -52;
const SMALL = 2 ** -960;
const v = /* @__PURE__ */ new Float64Array(3);
const block = /* @__PURE__ */ new Float64Array(6);

/** The largest k in (l, i] whose subdiagonal entry H[k][k-1] is negligible, or l (Ahues and Tisseur 1997). */
function deflation(
  n: number,
  H: Float64Array,
  off: number,
  l: number,
  i: number,
  lo: number,
  hi: number,
): number {
  for (let k = i; k > l; k--) {
    const p = off + k * (n + 1);
    const sub = Math.abs(H[p - 1]);
    if (sub <= SMALL) return k;
    const up = p - n - 1;
    let near = Math.abs(H[up]) + Math.abs(H[p]);
    if (near === 0) {
      if (k - 2 >= lo) near += Math.abs(H[up - 1]);
      if (k + 1 <= hi) near += Math.abs(H[p + n]);
    }
    if (sub > ULP * near) continue;
    const sup = Math.abs(H[p - n]);
    const diff = Math.abs(H[up] - H[p]);
    const own = Math.abs(H[p]);
    const ab = Math.max(sub, sup);
    const aa = Math.max(own, diff);
    const s = aa + ab;
    if (Math.min(sub, sup) * (ab / s) <= Math.max(SMALL, ULP * (Math.min(own, diff) * (aa / s)))) return k;
  }
  return l;
}

function rotateRows(count: number, H: Float64Array, p: number, q: number, cs: number, sn: number): void {
  for (let j = 0; j < count; j++) {
    const x = H[p + j];
    const y = H[q + j];
    H[p + j] = cs * x + sn * y;
    H[q + j] = cs * y - sn * x;
  }
}

function rotateColumns(rows: number, n: number, X: Float64Array, at: number, cs: number, sn: number): void {
  for (let r = 0, q = at; r < rows; r++, q += n) {
    const x = X[q];
    const y = X[q + 1];
    X[q] = cs * x + sn * y;
    X[q + 1] = cs * y - sn * x;
  }
}

/**
 * The real Schur form of an upper Hessenberg matrix (row-major n×n, its largest entry far from the ends of the range) in place: Z·H·Zᵀ = Z₀·H₀·Z₀ᵀ, with
 * 2×2 blocks in standard form. Implicit double shifts (Francis 1961).
 *
 * Rows and columns outside lo..hi are triangular already. Without Z only the diagonal blocks of H become right.
 *
 * @returns -1, or the row at which `cap` sweeps did not suffice
 */
export function francis(
  n: number,
  H: Float64Array,
  off: number,
  lo: number,
  hi: number,
  Z: Float64Array | null,
  zOff: number,
  cap: number,
): number {
  for (let i = hi, l = lo; i >= lo; i = l - 1) {
    l = lo;
    for (let steps = 0; ; steps++) {
      l = deflation(n, H, off, l, i, lo, hi);
      if (l > lo) H[off + l * n + l - 1] = 0;
      if (l >= i - 1) break;
      if (steps === cap) return i;
      const m = francisStart(n, H, off, l, i, steps, v);
      francisSweep(n, H, off, m, i, m > l, Z ? 0 : l, Z ? n : i + 1, v, Z, zOff);
    }
    if (l === i) continue;
    const p = off + l * (n + 1);
    block[0] = H[p];
    block[1] = H[p + 1];
    block[2] = H[p + n];
    block[3] = H[p + n + 1];
    standardise(block);
    const cs = block[4];
    const sn = block[5];
    if (Z && sn !== 0) {
      rotateRows(n - i - 1, H, p + 2, p + n + 2, cs, sn);
      rotateColumns(l, n, H, off + l, cs, sn);
      rotateColumns(n, n, Z, zOff + l, cs, sn);
    }
    H[p] = block[0];
    H[p + 1] = block[1];
    H[p + n] = block[2];
    H[p + n + 1] = block[3];
  }
  return -1;
}
