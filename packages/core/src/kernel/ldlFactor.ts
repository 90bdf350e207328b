// Bounds the growth of pivots least (Bunch and Kaufman 1977).
const ALPHA = 0.6403882032022076; // (1 + √17)/8

/**
 * P·F·Pᵀ = L·D·Lᵀ in place for a symmetric row-major n×n matrix of which only the lower triangle is read.
 *
 * Bunch and Kaufman's pivoting in its bounded form, `rook` (Ashcraft, Grimes and Lewis 1998): entries of L stay below 2.8. F becomes
 * L, unit diagonal and zeros above included. D has d on its diagonal and e[i] beside it, at (i+1, i), where a 2×2 block starts
 * at i (then its determinant is negative), else e[i] = 0. Row i of P·F is row perm[i] of F. c is workspace for 2n numbers.
 */
export function ldlFactor(
  n: number,
  F: Float64Array,
  off: number,
  D: Float64Array,
  d: number,
  e: number,
  perm: Int32Array,
  pOff: number,
  c: Float64Array,
): void {
  for (let i = 0; i < n; i++) perm[pOff + i] = i;
  for (let k = 0; k < n; ) {
    const [first, last] = pivots(n, F, off, k);
    const two = last > k && first >= 0;
    if (two) exchange(n, F, off, k, first, perm, pOff);
    exchange(n, F, off, two ? k + 1 : k, last, perm, pOff);
    D[d + k] = F[off + k * (n + 1)];
    D[e + k] = 0;
    if (two) {
      D[e + k] = F[off + (k + 1) * n + k];
      D[d + k + 1] = F[off + (k + 1) * (n + 1)];
      D[e + k + 1] = 0;
      eliminateTwo(n, F, off, k, c);
    } else if (D[d + k] !== 0) {
      eliminateOne(n, F, off, k, c);
    }
    k += two ? 2 : 1;
  }
  for (let i = 0, p = off; i < n; i++, p += n) {
    F[p + i] = 1;
    F.fill(0, p + i + 1, p + n);
  }
}

/** The index for a 1×1 pivot, as [-1, index], or two for a 2×2 one. */
function pivots(n: number, F: Float64Array, off: number, k: number): [number, number] {
  let [max, at] = largestBeside(n, F, off, k, k);
  if (Math.abs(F[off + k * (n + 1)]) >= ALPHA * max) return [-1, k];
  // Each round but the last finds a larger entry, so the search ends.
  for (let p = k; ; ) {
    const [next, to] = largestBeside(n, F, off, k, at);
    if (Math.abs(F[off + at * (n + 1)]) >= ALPHA * next) return [-1, at];
    if (to === p || next <= max) return [p, at];
    p = at;
    max = next;
    at = to;
  }
}

/** The largest entry, and where, of row i of the symmetric matrix from index k on, its diagonal left out. */
function largestBeside(n: number, F: Float64Array, off: number, k: number, i: number): [number, number] {
  let max = 0;
  let at = i;
  for (let j = k; j < n; j++) {
    const x = Math.abs(j < i ? F[off + i * n + j] : F[off + j * n + i]);
    if (j !== i && x > max) {
      max = x;
      at = j;
    }
  }
  return [max, at];
}

/** Exchanges rows and columns p <= q of the lower triangle, the finished columns of L included. */
function exchange(
  n: number,
  F: Float64Array,
  off: number,
  p: number,
  q: number,
  perm: Int32Array,
  pOff: number,
): void {
  if (p === q) return;
  const i = perm[pOff + p];
  perm[pOff + p] = perm[pOff + q];
  perm[pOff + q] = i;
  const rowP = off + p * n;
  const rowQ = off + q * n;
  for (let j = 0; j < p; j++) swap(F, rowP + j, rowQ + j);
  swap(F, rowP + p, rowQ + q);
  for (let j = p + 1; j < q; j++) swap(F, off + j * n + p, rowQ + j);
  for (let r = off + (q + 1) * n, end = off + n * n; r < end; r += n) swap(F, r + p, r + q);
}

function swap(F: Float64Array, p: number, q: number): void {
  const x = F[p];
  F[p] = F[q];
  F[q] = x;
}

function eliminateOne(n: number, F: Float64Array, off: number, k: number, c: Float64Array): void {
  const pivot = F[off + k * (n + 1)];
  for (let i = k + 1, p = off + i * n; i < n; i++, p += n) {
    const x = F[p + k];
    c[i] = x;
    const l = x / pivot;
    F[p + k] = l;
    if (l !== 0) for (let j = k + 1; j <= i; j++) F[p + j] -= l * c[j];
  }
}

function eliminateTwo(n: number, F: Float64Array, off: number, k: number, c: Float64Array): void {
  // D = b·[u 1; 1 v], so D⁻¹ = [v -1; -1 u]/(b·(uv - 1)), where uv < 1 by the choice of pivots.
  const below = off + (k + 1) * n + k;
  const b = F[below];
  const u = F[below - n] / b;
  const v = F[below + 1] / b;
  const t = 1 / (u * v - 1);
  F[below] = 0;
  for (let i = k + 2, p = off + i * n; i < n; i++, p += n) {
    const x = F[p + k];
    const y = F[p + k + 1];
    c[2 * i] = x;
    c[2 * i + 1] = y;
    const l = (t * (v * x - y)) / b;
    const m = (t * (u * y - x)) / b;
    F[p + k] = l;
    F[p + k + 1] = m;
    for (let j = k + 2; j <= i; j++) F[p + j] -= l * c[2 * j] + m * c[2 * j + 1];
  }
}
