import { standardise } from './francisBlock.ts';
import { francisSweep } from './francisSweep.ts';

const ULP = 2 ** -52;
const SMALL = 2 ** -960;
// Shifts that are not of the matrix, every tenth step without progress, break cycles (LAPACK's dlahqr).
const EXCEPTIONAL = 10;

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

/** Sets v to the first column of (H - σ₁)(H - σ₂) below some row m, where two small subdiagonals start the sweep; gives m. */
function start(n: number, H: Float64Array, off: number, l: number, i: number, steps: number): number {
  const p = off + i * (n + 1);
  let h11 = H[p - n - 1];
  let h12 = H[p - n];
  let h21 = H[p - 1];
  let h22 = H[p];
  if (steps % EXCEPTIONAL === 0 && steps > 0) {
    const bottom = steps % (2 * EXCEPTIONAL) === 0;
    const q = off + l * (n + 1);
    const s = bottom
      ? Math.abs(H[p - 1]) + Math.abs(H[p - n - 2])
      : Math.abs(H[q + n]) + Math.abs(H[q + 2 * n + 1]);
    h11 = 0.75 * s + (bottom ? H[p] : H[q]);
    h12 = -0.4375 * s;
    h21 = s;
    h22 = h11;
  }
  let r1 = 0;
  let r2 = 0;
  let im = 0;
  const s = Math.abs(h11) + Math.abs(h12) + Math.abs(h21) + Math.abs(h22);
  if (s > 0) {
    const mean = (h11 / s + h22 / s) / 2;
    const det = (h11 / s - mean) * (h22 / s - mean) - (h12 / s) * (h21 / s);
    const root = Math.sqrt(Math.abs(det));
    if (det >= 0) {
      r1 = mean * s;
      r2 = r1;
      im = root * s;
    } else {
      const far = (mean + root) * s;
      const near = (mean - root) * s;
      r1 = Math.abs(far - h22) <= Math.abs(near - h22) ? far : near;
      r2 = r1;
    }
  }
  for (let m = i - 2; ; m--) {
    const q = off + m * (n + 1);
    const d = H[q] - r2;
    const size = Math.abs(d) + Math.abs(im) + Math.abs(H[q + n]);
    const sub = H[q + n] / size;
    const x = sub * H[q + 1] + (H[q] - r1) * (d / size) + im * (im / size);
    const y = sub * (H[q] + H[q + n + 1] - r1 - r2);
    const z = sub * H[q + 2 * n + 1];
    const sum = Math.abs(x) + Math.abs(y) + Math.abs(z);
    v[0] = x / sum;
    v[1] = y / sum;
    v[2] = z / sum;
    if (m === l) return m;
    const around = Math.abs(H[q - n - 1]) + Math.abs(H[q]) + Math.abs(H[q + n + 1]);
    if (Math.abs(H[q - 1]) * (Math.abs(v[1]) + Math.abs(v[2])) <= ULP * Math.abs(v[0]) * around) return m;
  }
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
      const m = start(n, H, off, l, i, steps);
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
