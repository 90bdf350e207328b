/** Matrices and plain reference loops for the tests of kernel and factor. */

/** A generator of numbers in [-½, ½) that gives the same ones in every run (Park and Miller 1988). */
export function seeded(seed: number): () => number {
  let s = seed;
  return () => {
    s = (s * 16807) % 2147483647;
    return s / 2147483647 - 0.5;
  };
}

export const random = (size: number, seed = 1): Float64Array => {
  const next = seeded(seed);
  return Float64Array.from({ length: size }, next);
};

export const build = (m: number, n: number, entry: (i: number, j: number) => number): Float64Array =>
  Float64Array.from({ length: m * n }, (_, p) => entry(Math.floor(p / n), p % n));

export const eye = (n: number): Float64Array => build(n, n, (i, j) => (i === j ? 1 : 0));

export const transposed = (m: number, n: number, A: Float64Array): Float64Array =>
  build(n, m, (i, j) => A[j * n + i]);

/** A·B for row-major A (m×k) and B (k×n), by the definition. */
export const product = (m: number, n: number, k: number, A: Float64Array, B: Float64Array): Float64Array =>
  build(m, n, (i, j) => {
    let s = 0;
    for (let l = 0; l < k; l++) s += A[i * k + l] * B[l * n + j];
    return s;
  });

/** ‖X‖_F without overflow or underflow. */
export function norm(X: Float64Array): number {
  const max = X.reduce((m, x) => Math.max(m, Math.abs(x)), 0);
  return max === 0 ? 0 : max * Math.sqrt(X.reduce((s, x) => s + (x / max) ** 2, 0));
}

export const distance = (X: Float64Array, Y: Float64Array): number => norm(X.map((x, i) => x - Y[i]));

/** GᵀG + shift·I: symmetric positive definite. */
export function definite(n: number, seed = 1, shift = 0.1): Float64Array {
  const G = random(n * n, seed);
  return product(n, n, n, transposed(n, n, G), G).map((x, p) => (p % (n + 1) === 0 ? x + shift : x));
}

/** Partial pivoting doubles its last column at every step (Higham and Higham 1989). */
export const gfpp = (n: number): Float64Array =>
  build(n, n, (i, j) => (j === n - 1 || i === j ? 1 : i > j ? -1 : 0));

/** Integer n×n matrix of rank r (almost surely): a product of factors with entries -2..2. */
export const ofRank = (n: number, r: number, seed = 1): Float64Array => {
  const factor = (s: number) => random(n * r, s).map((x) => Math.round(4 * x));
  return product(n, n, r, factor(seed), factor(seed + 1));
};

/** Cofactors of an integer matrix, exact as long as they are below 2^53: signed minors by fraction-free elimination. */
export const exactCofactors = (n: number, A: Float64Array): Float64Array =>
  build(n, n, (i, j) => {
    const rows = Array.from({ length: n }, (_, r) => r).filter((r) => r !== i);
    const minor = rows.map((r) =>
      Array.from({ length: n }, (_, c) => BigInt(A[r * n + c])).filter((_, c) => c !== j),
    );
    return (i + j) % 2 === 0 ? bareiss(minor) : -bareiss(minor) || 0;
  });

/** Determinant by exact integer elimination (Bareiss 1968). */
function bareiss(M: bigint[][]): number {
  let sign = 1n;
  let previous = 1n;
  for (let k = 0; k < M.length - 1; k++) {
    const at = M.findIndex((row, i) => i >= k && row[k] !== 0n);
    if (at < 0) return 0;
    if (at !== k) {
      [M[k], M[at]] = [M[at], M[k]];
      sign = -sign;
    }
    for (let i = k + 1; i < M.length; i++) {
      for (let j = k + 1; j < M.length; j++) M[i][j] = (M[i][j] * M[k][k] - M[i][k] * M[k][j]) / previous;
    }
    previous = M[k][k];
  }
  return M.length === 0 ? 1 : Number(sign * M[M.length - 1][M.length - 1]);
}
