import { padeExpErrorLog2 } from '../../kernel/padeExp.ts';
import { times } from '../schur/members.ts';

/**
 * Largest norms for which the approximants of degree 3, 5, 7, 9, 13 have a backward error below 2^-53, for the exponential
 * (Al-Mohy and Higham 2009a, table 3.1) and for its derivative (2009b, table 6.1) alike: the smaller of the two.
 */
const THETA: readonly (readonly [degree: number, theta: number])[] = [
  [3, 1.08e-2],
  [5, 2e-1],
  [7, 7.83e-1],
  [9, 1.78],
];
// Half of what the backward error allows (4.25): at the full bound the denominator's condition, e^4.25, costs two digits.
const THETA13 = 2.1;

/** How to evaluate exp(B·2^e): the approximant's degree, the number of squarings, and powers of B computed on the way. */
export interface Plan {
  readonly degree: number;
  readonly squarings: number;
  /** B², B⁴, B⁶ as far as the degree needs them. */
  readonly powers: Float64Array[];
}

/** log2 of ‖X‖₁ */
function logNorm(n: number, X: Float64Array): number {
  let max = 0;
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let p = j; p < X.length; p += n) sum += Math.abs(X[p]);
    max = Math.max(max, sum);
  }
  return Math.log2(max);
}

/** log2 of ‖ |B|^p ‖₁ = ‖ (|B|ᵀ)^p·e ‖_∞ */
function logAbsolutePower(n: number, B: Float64Array, p: number): number {
  let x = new Float64Array(n).fill(1);
  for (let k = 0; k < p; k++) {
    const y = new Float64Array(n);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) y[j] += Math.abs(B[i * n + j]) * x[i];
    x = y;
  }
  return Math.log2(x.reduce((a, b) => Math.max(a, b), 0));
}

/** Further squarings that rounding in the evaluation calls for (2009a, section 5), at s squarings already. */
function extra(n: number, B: Float64Array, shift: number, m: number): number {
  const grown = logAbsolutePower(n, B, 2 * m + 1);
  if (grown === Number.NEGATIVE_INFINITY) return 0;
  const alpha = padeExpErrorLog2(m) + grown - logNorm(n, B) + 2 * m * shift;
  return Math.max(0, Math.ceil((alpha + 53) / (2 * m)));
}

/**
 * The cheapest safe way for exp(B·2^e), ‖B‖ about 1 (2009a, algorithm 6.1): norms of powers, α_p = max(‖A^p‖^{1/p},
 * ‖A^{p+1}‖^{1/(p+1)}), instead of powers of the norm, so that non-normal matrices are not scaled too far.
 */
export function plan(n: number, B: Float64Array, e: number): Plan {
  const B2 = times(n, n, n, B, B);
  const B4 = times(n, n, n, B2, B2);
  const B6 = times(n, n, n, B2, B4);
  // All sizes are log2.
  const d4 = e + logNorm(n, B4) / 4;
  const d6 = e + logNorm(n, B6) / 6;
  const eta1 = Math.max(d4, d6);
  const powers = [B2, B4, B6];
  for (const [i, [degree, theta]] of THETA.entries()) {
    if (i === 2) break;
    if (eta1 <= Math.log2(theta) && extra(n, B, e, degree) === 0) {
      return { degree, squarings: 0, powers: powers.slice(0, i + 1) };
    }
  }
  const d8 = e + logNorm(n, times(n, n, n, B4, B4)) / 8;
  const eta3 = Math.max(d6, d8);
  for (const [degree, theta] of THETA.slice(2)) {
    if (eta3 <= Math.log2(theta) && extra(n, B, e, degree) === 0) return { degree, squarings: 0, powers };
  }
  const d10 = e + logNorm(n, times(n, n, n, B4, B6)) / 10;
  const eta5 = Math.min(eta3, Math.max(d8, d10));
  const s = Math.max(0, Math.ceil(eta5 - Math.log2(THETA13)));
  return { degree: 13, squarings: s + extra(n, B, e - s, 13), powers };
}
