/** log of a positive number or of a pair a ± iμ: x and y of x ± iy. */
function logarithm(a: number, mu: number): [x: number, y: number] {
  if (mu === 0) return [Math.log(a), 0];
  const modulus = Math.hypot(a, mu);
  // Near the unit circle log|λ|² = log1p(|λ|² - 1) without the cancellation in |λ|².
  const near = modulus > 0.7 && modulus < 1.4;
  const x = near ? Math.log1p((a - 1) * (a + 1) + mu * mu) / 2 : Math.log(modulus);
  return [x, Math.atan2(mu, a)];
}

/**
 * Calls `set` for each diagonal block [[a, b], [c, a]] of an upper quasi-triangular T (b = c = 0 for 1×1 blocks) with its
 * first row, size, log λ = x + iy and b/μ, c/μ.
 */
function blocks(
  n: number,
  T: Float64Array,
  set: (i: number, size: number, x: number, y: number, b: number, c: number) => void,
): void {
  for (let i = 0; i < n; i++) {
    const p = i * (n + 1);
    if (i + 1 === n || T[p + n] === 0) {
      set(i, 1, Math.log(T[p]), 0, 0, 0);
      continue;
    }
    const sb = Math.sqrt(Math.abs(T[p + 1]));
    const sc = Math.sqrt(Math.abs(T[p + n]));
    const [x, y] = logarithm(T[p], sb * sc);
    set(i, 2, x, y, (Math.sign(T[p + 1]) * sb) / sc, (Math.sign(T[p + n]) * sc) / sb);
    i++;
  }
}

/** Puts re on the diagonal and im·(b/μ, c/μ) beside it. */
function put(
  n: number,
  X: Float64Array,
  i: number,
  size: number,
  re: number,
  im: number,
  b: number,
  c: number,
) {
  const p = i * (n + 1);
  X[p] = re;
  if (size === 1) return;
  X[p + 1] = im * b;
  X[p + n] = im * c;
  X[p + n + 1] = re;
}

/** The diagonal blocks of log T, exactly. */
export function mendLog(n: number, T: Float64Array, L: Float64Array): void {
  blocks(n, T, (i, size, x, y, b, c) => put(n, L, i, size, x, y, b, c));
}

/** re + i·im = λ^f - 1 for log λ = x + iy, by expm1: without the cancellation near 1. */
function powerLessOne(f: number, x: number, y: number): [re: number, im: number] {
  const half = Math.sin((f * y) / 2);
  const re = Math.expm1(f * x) * Math.cos(f * y) - 2 * half * half;
  return [re, Math.exp(f * x) * Math.sin(f * y)];
}

/**
 * The diagonal blocks of X = T^(1/2^s) - I without the cancellation that taking roots and subtracting brings (Al-Mohy 2012).
 */
export function mendRoot(n: number, T: Float64Array, s: number, X: Float64Array): void {
  blocks(n, T, (i, size, x, y, b, c) => put(n, X, i, size, ...powerLessOne(2 ** -s, x, y), b, c));
}

/** max |λ^(1/2^s) - 1| over the spectrum of T. */
export function spectralDistance(n: number, T: Float64Array, s: number): number {
  let max = 0;
  blocks(n, T, (_i, _size, x, y) => {
    max = Math.max(max, Math.hypot(...powerLessOne(2 ** -s, x, y)));
  });
  return max;
}
