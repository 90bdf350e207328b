import { allocate } from '../../kernel/allocate.ts';
import { padeExpErrorLog2 } from '../../kernel/padeExp.ts';
import { norm1, times } from '../schur/members.ts';

const DEGREES = [3, 5, 7, 9, 13];

/**
 * log2 of the largest norms for which the approximants have backward errors below 2^-53 for the exponential (Al-Mohy and Higham
 * 2009a, table 3.1) and for its derivative (2009b, table 6.1) alike: the smaller of the two. Degree 13 gets half of its 4.25:
 * at the full bound the denominator's condition, e^4.25, costs two digits.
 */
const THETA = [1.08e-2, 2e-1, 7.83e-1, 1.78, 2.1].map(Math.log2);

/** Powers of 2^ROOM up to that of the degree are far from overflow. */
const ROOM = 64;

/** How to evaluate exp(B·2^e): the approximant's degree, the number of squarings, and powers of B computed on the way. */
export interface Plan {
  readonly degree: number;
  readonly squarings: number;
  /** B², B⁴, B⁶ as far as the degree needs them. */
  readonly powers: Float64Array[];
}

const logNorm = (n: number, X: Float64Array): number => Math.log2(norm1(n, X));

/** log2 of ‖ |B|^p ‖₁ = ‖ (|B|ᵀ)^p·e ‖_∞ */
function logAbsolutePower(n: number, B: Float64Array, p: number): number {
  let [x, y] = [allocate(n).fill(1), allocate(n)];
  for (let k = 0; k < p; k++) {
    y.fill(0);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) y[j] += Math.abs(B[i * n + j]) * x[i];
    [x, y] = [y, x];
  }
  return Math.log2(x.reduce((a, b) => Math.max(a, b), 0));
}

/** Further squarings that rounding in the evaluation calls for (2009a, section 5), at s squarings already. */
function extra(n: number, B: Float64Array, shift: number, m: number): number {
  const grown = logAbsolutePower(n, B, 2 * m + 1);
  if (grown === -1 / 0) return 0;
  const alpha = padeExpErrorLog2(m) + grown - logNorm(n, B) + 2 * m * shift;
  return Math.max(0, Math.ceil((alpha + 53) / (2 * m)));
}

/**
 * The cheapest safe way for exp(B·2^e), ‖B‖ about 1 (2009a, algorithm 6.1): norms of powers, α_p = max(‖A^p‖^{1/p},
 * ‖A^{p+1}‖^{1/(p+1)}), instead of powers of the norm, so that non-normal matrices are not scaled too far.
 */
export function plan(n: number, B: Float64Array, e: number): Plan {
  const B2 = times(n, n, n, B, B);
  // All sizes are log2. ‖A‖ bounds every α_p, so small matrices need no further powers.
  const d1 = e + logNorm(n, B);
  if (d1 <= THETA[0]) return { degree: 3, squarings: 0, powers: [B2] };
  const B4 = times(n, n, n, B2, B2);
  if (d1 <= THETA[1]) return { degree: 5, squarings: 0, powers: [B2, B4] };
  const B6 = times(n, n, n, B2, B4);
  const powers = [B2, B4, B6];
  const fits = (eta: number, i: number): boolean =>
    e <= ROOM && eta <= THETA[i] && extra(n, B, e, DEGREES[i]) === 0;
  const d4 = e + logNorm(n, B4) / 4;
  const d6 = e + logNorm(n, B6) / 6;
  const eta1 = Math.max(d4, d6);
  for (const i of [0, 1]) {
    if (fits(eta1, i)) return { degree: DEGREES[i], squarings: 0, powers: powers.slice(0, i + 1) };
  }
  const d8 = e + logNorm(n, times(n, n, n, B4, B4)) / 8;
  const eta3 = Math.max(d6, d8);
  for (const i of [2, 3]) if (fits(eta3, i)) return { degree: DEGREES[i], squarings: 0, powers };
  const squaringsFor = (eta: number): number => Math.max(0, Math.ceil(eta - THETA[4]));
  let s = squaringsFor(Math.min(eta1, eta3));
  if (s > 0) {
    const d10 = e + logNorm(n, times(n, n, n, B4, B6)) / 10;
    s = Math.min(s, squaringsFor(Math.max(d8, d10)));
  }
  // Nilpotent matrices, of any norm, need no squaring but for the powers of their scale.
  s = Math.max(s, e - ROOM);
  return { degree: 13, squarings: s + extra(n, B, e - s, 13), powers };
}

/**
 * The way for the derivatives: that for the value where it is as good as one chosen by the norm (2009b, algorithm 6.4).
 * Norms of powers do not bound the words A^i·E·A^j in a derivative: they may be large where A is nilpotent. Where A is balanced
 * its directions need not be, and may make truncation errors larger than A shows: degree 13, with 26 bits to spare, has room.
 */
export function planDerivatives(n: number, B: Float64Array, e: number, value: Plan, balanced: boolean): Plan {
  const d1 = e + logNorm(n, B);
  const i = balanced ? -1 : THETA.findIndex((theta) => d1 <= theta);
  const degree = DEGREES[i] ?? 13;
  const squarings = i < 0 ? Math.max(0, Math.ceil(d1 - THETA[4])) : 0;
  const enough = value.squarings > squarings || (value.squarings === squarings && value.degree >= degree);
  if (enough) return value;
  const [B2, known4, known6] = value.powers;
  const B4 = known4 ?? times(n, n, n, B2, B2);
  return { degree, squarings, powers: [B2, B4, known6 ?? times(n, n, n, B2, B4)] };
}
