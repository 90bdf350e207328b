import { swap } from './swap.ts';

// Below this, next to entries near 1, squares lose digits to underflow.
const TINY = 2 ** -480;

function dot(n: number, X: Float64Array, p: number, q: number): number {
  let s = 0;
  for (let i = 0; i < n; i++) s += X[p + i] * X[q + i];
  return s;
}

/** Rows p, q := c·p - s·q, s·p + c·q for t = s/c, in Rutishauser's form, which stays closer to orthogonal. */
function rotate(n: number, X: Float64Array, p: number, q: number, t: number): void {
  const c = 1 / Math.sqrt(1 + t * t);
  const s = c * t;
  const r = s / (1 + c);
  for (let i = 0; i < n; i++) {
    const x = X[p + i];
    const y = X[q + i];
    X[p + i] = x - s * (y + r * x);
    X[q + i] = y + s * (x - r * y);
  }
}

/**
 * One-sided Jacobi with de Rijk's pivoting (de Rijk 1989; accuracy: Demmel and Veselić 1992).
 *
 * Row j of W (n×m, m >= n, entries about 1) is column j of A; it becomes column j of U. Row j of V, the identity at first,
 * becomes column j of V. s gets the singular values, descending. U is completed to orthonormal columns where s is zero.
 *
 * @returns the number of sweeps, or -1 if `cap` sweeps did not suffice
 */
export function svdJacobi(
  m: number,
  n: number,
  W: Float64Array,
  wOff: number,
  V: Float64Array,
  vOff: number,
  s: Float64Array,
  sOff: number,
  cap: number,
): number {
  const tol = 2 ** -52 * Math.sqrt(m);
  let sweeps = 0;
  for (let rotated = true; rotated; sweeps++) {
    if (sweeps === cap) return -1;
    rotated = false;
    for (let j = 0; j < n; j++) s[sOff + j] = dot(m, W, wOff + j * m, wOff + j * m);
    for (let p = 0; p < n; p++) {
      let big = p;
      for (let q = p + 1; q < n; q++) if (s[sOff + q] > s[sOff + big]) big = q;
      if (big !== p) {
        swap(m, W, wOff + p * m, wOff + big * m, 1);
        swap(n, V, vOff + p * n, vOff + big * n, 1);
        swap(1, s, sOff + p, sOff + big, 1);
      }
      for (let q = p + 1; q < n; q++) {
        const wp = wOff + p * m;
        const wq = wOff + q * m;
        const a = s[sOff + p];
        const b = s[sOff + q];
        const d = dot(m, W, wp, wq);
        if (Math.min(a, b) < TINY * TINY || Math.abs(d) <= tol * Math.sqrt(a) * Math.sqrt(b)) continue;
        rotated = true;
        const z = (b - a) / (2 * d);
        const t = (z < 0 ? -1 : 1) / (Math.abs(z) + Math.sqrt(1 + z * z));
        rotate(m, W, wp, wq, t);
        rotate(n, V, vOff + p * n, vOff + q * n, t);
        s[sOff + p] = dot(m, W, wp, wp);
        s[sOff + q] = dot(m, W, wq, wq);
      }
    }
  }
  for (let j = 0; j < n; j++) {
    const w = wOff + j * m;
    let max = 0;
    for (let i = 0; i < m; i++) max = Math.max(max, Math.abs(W[w + i]));
    if (max > 0) for (let i = 0; i < m; i++) W[w + i] /= max;
    const norm = Math.sqrt(dot(m, W, w, w));
    s[sOff + j] = norm * max;
    if (norm * max > TINY) for (let i = 0; i < m; i++) W[w + i] /= norm;
    else complete(m, j, W, wOff);
  }
  return sweeps;
}

/** Row j of W := a unit vector orthogonal to the orthonormal rows before it. */
function complete(m: number, j: number, W: Float64Array, wOff: number): void {
  const w = wOff + j * m;
  // Of the unit vectors, the one that the rows so far represent least: |e_i - projection|² = 1 - Σ w_ki² >= (m-j)/m.
  let at = 0;
  let least = 1 / 0;
  for (let i = 0; i < m; i++) {
    let sum = 0;
    for (let k = wOff + i; k < w; k += m) sum += W[k] * W[k];
    if (sum < least) {
      least = sum;
      at = i;
    }
  }
  W.fill(0, w, w + m);
  W[w + at] = 1;
  for (let pass = 0; pass < 2; pass++) {
    for (let k = wOff; k < w; k += m) {
      const d = dot(m, W, w, k);
      for (let i = 0; i < m; i++) W[w + i] -= d * W[k + i];
    }
    const norm = Math.sqrt(dot(m, W, w, w));
    for (let i = 0; i < m; i++) W[w + i] /= norm;
  }
}
