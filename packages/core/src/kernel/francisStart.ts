const ULP = 2 ** -52;
// Shifts that are not of the matrix, every tenth step without progress, break cycles (LAPACK's dlahqr).
const EXCEPTIONAL = 10;

/**
 * Where a sweep on rows and columns l..i begins, and with which bulge: the row m, at or above which two subdiagonal entries
 * are small together, and in v the first column of (H - σ₁)(H - σ₂) below it; σ₁, σ₂ are the eigenvalues of the last 2×2
 * block, but for every tenth of the `steps`.
 */
export function francisStart(
  n: number,
  H: Float64Array,
  off: number,
  l: number,
  i: number,
  steps: number,
  v: Float64Array,
): number {
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
