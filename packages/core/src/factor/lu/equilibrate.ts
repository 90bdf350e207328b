import { exponent, pow2 } from '../../kernel/exponent.ts';

/** 2^-e for the exponent e of x, kept where neither it nor its inverse is denormal. */
const inverseScale = (x: number) => pow2(-Math.max(-1020, Math.min(1020, exponent(x))));

/**
 * Powers of two S[r+i], S[c+j] for which max_j |a_ij|·r_i and then max_i |a_ij|·r_i·c_j lie in [1, 2).
 *
 * Rows come first, unless a column would then vanish by underflow: the columns do instead (`turned`).
 */
export function equilibrate(
  n: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  aCol: number,
  S: Float64Array,
  r: number,
  c: number,
  turned = false,
): void {
  for (let j = c; j < c + n; j++) S[j] = 0;
  for (let i = 0; i < n; i++) {
    let max = 0;
    const row = aOff + i * aRow;
    for (let j = 0, p = row; j < n; j++, p += aCol) {
      const x = Math.abs(A[p]);
      if (x > max) max = x;
    }
    const s = inverseScale(max);
    S[r + i] = s;
    for (let j = c, p = row; j < c + n; j++, p += aCol) {
      const x = Math.abs(A[p]) * s;
      if (x > S[j]) S[j] = x;
    }
  }
  let lost = false;
  for (let j = c; j < c + n; j++) {
    lost ||= S[j] < 2 ** -500;
    S[j] = inverseScale(S[j]);
  }
  if (lost && !turned) equilibrate(n, A, aOff, aCol, aRow, S, c, r, true);
}

/**
 * F := R·A·C for m rows of A, with R at S[r] and C at S[c].
 *
 * The larger factor goes first: the product is below 2, while a·min(r_i, c_j) may underflow.
 */
export function scaleBy(
  m: number,
  n: number,
  S: Float64Array,
  r: number,
  c: number,
  A: Float64Array,
  aOff: number,
  F: Float64Array,
  fOff: number,
): void {
  for (let i = 0, p = aOff, q = fOff; i < m; i++) {
    const s = S[r + i];
    for (let j = c; j < c + n; j++) F[q++] = A[p++] * Math.max(s, S[j]) * Math.min(s, S[j]);
  }
}

/** ‖R·A·C‖₁ for an n×n matrix. */
export function scaledNorm(
  n: number,
  S: Float64Array,
  r: number,
  c: number,
  A: Float64Array,
  aOff: number,
): number {
  const sums = new Float64Array(n);
  const row = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    scaleBy(1, n, S, r + i, c, A, aOff + i * n, row, 0);
    for (let j = 0; j < n; j++) sums[j] += Math.abs(row[j]);
  }
  return Math.max(...sums);
}
