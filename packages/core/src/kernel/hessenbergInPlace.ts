/**
 * Householder vector of x = A[p], A[p + step], ... (n entries): v = (1, v₁, ...) with (I - τ·v·vᵀ)·x = (β, 0, ...).
 *
 * β replaces x₀ and v₁, ... the rest of x.
 *
 * @returns τ, 0 if x is already of that form
 */
function reflector(n: number, A: Float64Array, p: number, step: number): number {
  let max = 0;
  for (let i = 1, q = p + step; i < n; i++, q += step) max = Math.max(max, Math.abs(A[q]));
  if (max === 0) return 0;
  const alpha = A[p];
  max = Math.max(max, Math.abs(alpha));
  let sum = 0;
  for (let i = 0, q = p; i < n; i++, q += step) sum += (A[q] / max) ** 2;
  const norm = max * Math.sqrt(sum);
  const beta = alpha > 0 ? -norm : norm;
  const d = alpha - beta;
  for (let i = 1, q = p + step; i < n; i++, q += step) A[q] /= d;
  A[p] = beta;
  return -d / beta;
}

/** H := (I - τ·v·vᵀ)·H on rows r.. and columns c..n-1 of a row-major matrix; v has m entries, w is n of workspace. */
function fromLeft(
  m: number,
  n: number,
  tau: number,
  v: Float64Array,
  H: Float64Array,
  off: number,
  row: number,
  r: number,
  c: number,
  w: Float64Array,
): void {
  for (let j = c; j < n; j++) w[j] = 0;
  for (let i = 0; i < m; i++) {
    const p = off + (r + i) * row;
    const x = tau * v[i];
    for (let j = c; j < n; j++) w[j] += x * H[p + j];
  }
  for (let i = 0; i < m; i++) {
    const p = off + (r + i) * row;
    const x = v[i];
    for (let j = c; j < n; j++) H[p + j] -= x * w[j];
  }
}

/**
 * A = Q·H·Qᵀ in place by Householder reflectors: A becomes upper Hessenberg, Q (if there is one) orthogonal.
 *
 * Rows and columns outside lo..hi are taken to be triangular already.
 */
export function hessenbergInPlace(
  n: number,
  A: Float64Array,
  off: number,
  lo: number,
  hi: number,
  Q: Float64Array | null,
  qOff: number,
): void {
  const w = new Float64Array(n);
  const v = new Float64Array(n);
  const taus = new Float64Array(n);
  for (let k = lo; k < hi - 1; k++) {
    const m = hi - k;
    const p = off + (k + 1) * n + k;
    const tau = reflector(m, A, p, n);
    taus[k] = tau;
    if (tau === 0) continue;
    v[0] = 1;
    for (let i = 1, q = p + n; i < m; i++, q += n) v[i] = A[q];
    for (let i = 0; i <= hi; i++) {
      const a = off + i * n + k + 1;
      let s = 0;
      for (let j = 0; j < m; j++) s += A[a + j] * v[j];
      s *= tau;
      for (let j = 0; j < m; j++) A[a + j] -= s * v[j];
    }
    fromLeft(m, n, tau, v, A, off, n, k + 1, k + 1, w);
  }
  if (Q) {
    Q.fill(0, qOff, qOff + n * n);
    for (let i = 0, q = qOff; i < n; i++, q += n + 1) Q[q] = 1;
  }
  for (let k = hi - 2; k >= lo; k--) {
    const m = hi - k;
    v[0] = 1;
    for (let i = 1, p = off + (k + 2) * n + k; i < m; i++, p += n) {
      v[i] = A[p];
      A[p] = 0;
    }
    if (Q && taus[k] !== 0) fromLeft(m, n, taus[k], v, Q, qOff, n, k + 1, k + 1, w);
  }
}
