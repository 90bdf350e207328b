import { swap } from '../../kernel/swap.ts';
import { swapRows } from '../../kernel/swapRows.ts';
import { trsmLower } from '../../kernel/trsmLower.ts';
import type { LUFactors } from './divide.ts';
import { equilibrate, scaleBy, scaledNorm } from './equilibrate.ts';

const STRIP = 24;

/** X := M⁻¹ = Q·U⁻¹·L⁻¹·P for member m, into zeros; strips of L⁻¹ start at their diagonal. */
function invertFactored({ n, F, piv, colPiv }: LUFactors, m: number, X: Float64Array, x: number): void {
  const f = m * n * n;
  for (let i = 0; i < n; i++) X[x + i * (n + 1)] = 1;
  for (let j = 0; j < n; j += STRIP) {
    const d = j * (n + 1);
    trsmLower(true, n - j, Math.min(STRIP, n - j), F, f + d, n, 1, X, x + d, n);
  }
  // U from the last row up.
  trsmLower(false, n, n, F, f + n * n - 1, -n, -1, X, x + n * n - n, -n);
  for (let k = n - 1; k >= 0; k--) {
    const to = piv[m * n + k];
    if (to !== k) swap(n, X, x + k, x + to, n);
  }
  if (colPiv) swapRows(true, n, n, colPiv, m * n, X, x, n);
}

/** X := A⁻¹ = C·M⁻¹·R for member m, into zeros. */
export function invert(f: LUFactors, m: number, X: Float64Array, x: number): void {
  invertFactored(f, m, X, x);
  unscale(f, m, X, x);
}

function unscale({ n, S }: LUFactors, m: number, X: Float64Array, x: number): void {
  if (S) scaleBy(n, n, S, 2 * n * m + n, 2 * n * m, X, x, X, x);
}

/**
 * X := A⁻¹ for member m, which is at A[a], into zeros.
 *
 * @returns rcond of the equilibrated matrix, exactly, or 1 where it is above ε for certain
 */
export function invertJudged(
  f: LUFactors,
  m: number,
  A: Float64Array,
  a: number,
  X: Float64Array,
  x: number,
): number {
  invertFactored(f, m, X, x);
  const { n, members, F } = f;
  // With |m_ij| < 2, 1/r_i <= max|A| and 1/c_j < 2, the condition number is below 4n²·max|A|·max|A⁻¹|.
  const limit = 2 ** 50 / (n * n * F[members * n * n + m]);
  const end = x + n * n;
  let p = x;
  while (p < end && Math.abs(X[p]) <= limit) p++;
  unscale(f, m, X, x);
  if (p === end) return 1;
  const scales = new Float64Array(2 * n);
  equilibrate(n, A, a, n, 1, scales, 0, n);
  const norm = scaledNorm(n, scales, 0, n, A, a);
  // M⁻¹ = C⁻¹·A⁻¹·R⁻¹; 0 where X has overflowed.
  const back = scales.map((s) => 1 / s);
  return 1 / (norm * scaledNorm(n, back, n, 0, X, x)) || 0;
}
