const BIG = 2 ** 500;
const z = /* @__PURE__ */ new Float64Array(2);

/** z := (a + ib) / (c + id), Smith 1962. */
function divide(a: number, b: number, c: number, d: number): void {
  if (Math.abs(c) >= Math.abs(d)) {
    const r = d / c;
    const s = c + d * r;
    z[0] = (a + b * r) / s;
    z[1] = (b - a * r) / s;
  } else {
    const r = c / d;
    const s = c * r + d;
    z[0] = (a * r + b) / s;
    z[1] = (b * r - a) / s;
  }
}

/** Keeps the vector from overflowing: if its entries have become large, all are scaled down. */
function guard(from: number, to: number, re: Float64Array, im: Float64Array): void {
  let max = 0;
  for (let i = from; i < to; i++) max = Math.max(max, Math.abs(re[i]), Math.abs(im[i]));
  if (!(max > BIG)) return;
  for (let i = from; i < to; i++) {
    re[i] /= max;
    im[i] /= max;
  }
}

/**
 * Eigenvector x = re + i·im of an upper quasi-triangular T (row-major n×n) for the eigenvalue λ = λr + iλi of the block that
 * ends at row k (of size 2 if λi ≠ 0), zero below it: (T - λI)·x = 0 by back substitution.
 *
 * Pivots are kept above `least`, so that repeated eigenvalues give a vector too (LAPACK's dtrevc).
 */
export function quasiEigenvector(
  n: number,
  T: Float64Array,
  off: number,
  k: number,
  lr: number,
  li: number,
  least: number,
  re: Float64Array,
  im: Float64Array,
): void {
  re.fill(0);
  im.fill(0);
  re[k] = 1;
  let top = k;
  if (li !== 0) {
    // Row k of the block: c·x_{k-1} + (a - λ)·x_k = 0, or row k-1, whichever has the larger off-diagonal entry.
    top = k - 1;
    const b = T[off + top * n + k];
    const c = T[off + k * n + top];
    if (Math.abs(b) >= Math.abs(c)) {
      re[top] = 1;
      re[k] = 0;
      im[k] = li / b;
    } else im[top] = li / c;
  }
  for (let i = top - 1; i >= 0; i--) {
    const p = off + i * n;
    const pair = i > 0 && T[p + i - 1] !== 0;
    const from = pair ? i - 1 : i;
    for (let r = from; r <= i; r++) {
      let x = 0;
      let y = 0;
      for (let j = i + 1, q = off + r * n + i + 1; j <= k; j++, q++) {
        x -= T[q] * re[j];
        y -= T[q] * im[j];
      }
      re[r] = x;
      im[r] = y;
    }
    if (pair) {
      solvePair(T, p - n + i - 1, n, lr, li, least, i - 1, re, im);
      i--;
    } else {
      const d = T[p + i] - lr;
      const small = Math.abs(d) + Math.abs(li) < least;
      divide(re[i], im[i], small ? least : d, small ? 0 : -li);
      re[i] = z[0];
      im[i] = z[1];
    }
    guard(from, k + 1, re, im);
  }
}

/** Solves ([[a, b], [c, a]] - λI)·(x_r, x_{r+1}) = (x_r, x_{r+1}) by elimination with row pivoting. */
function solvePair(
  T: Float64Array,
  p: number,
  row: number,
  lr: number,
  li: number,
  least: number,
  r: number,
  re: Float64Array,
  im: Float64Array,
): void {
  const b = T[p + 1];
  const c = T[p + row];
  const d = T[p] - lr;
  const swap = Math.abs(c) > Math.abs(d) + Math.abs(li);
  const [first, second] = swap ? [r + 1, r] : [r, r + 1];
  const [x1, y1, x2, y2] = [re[first], im[first], re[second], im[second]];
  // Rows (pivot, other | rhs): swapped (c, d-iλ) over (d-iλ, b), else (d-iλ, b) over (c, d-iλ).
  if (swap) divide(d, -li, c, 0);
  else divide(c, 0, d, -li);
  const [fx, fy] = z;
  const ox = swap ? d : b;
  const oy = swap ? -li : 0;
  let px = (swap ? b : d) - (fx * ox - fy * oy);
  let py = (swap ? 0 : -li) - (fx * oy + fy * ox);
  if (Math.abs(px) + Math.abs(py) < least) {
    px = least;
    py = 0;
  }
  divide(x2 - (fx * x1 - fy * y1), y2 - (fx * y1 + fy * x1), px, py);
  const [vx, vy] = z;
  const ux = x1 - (ox * vx - oy * vy);
  const uy = y1 - (ox * vy + oy * vx);
  if (swap) divide(ux, uy, c, 0);
  else divide(ux, uy, d, -li);
  re[r] = z[0];
  im[r] = z[1];
  re[r + 1] = vx;
  im[r + 1] = vy;
}
