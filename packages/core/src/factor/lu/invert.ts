import { swap } from '../../kernel/swap.ts';
import { swapRows } from '../../kernel/swapRows.ts';
import { trsm } from '../../kernel/trsm.ts';
import type { LUFactors } from './divide.ts';
import { scaleBy } from './equilibrate.ts';

const STRIP = 32;

/** X := A⁻¹ = C·Q·U⁻¹·L⁻¹·P·R for member m, into zeros; strips of L⁻¹ start at their diagonal. */
export function invert({ n, F, piv, colPiv, S }: LUFactors, m: number, X: Float64Array, x: number): void {
  const f = m * n * n;
  for (let i = 0; i < n; i++) X[x + i * (n + 1)] = 1;
  for (let j = 0; j < n; j += STRIP) {
    const d = j * (n + 1);
    trsm(false, true, n - j, Math.min(STRIP, n - j), F, f + d, n, 1, X, x + d, n);
  }
  trsm(true, false, n, n, F, f, n, 1, X, x, n);
  for (let k = n - 1; k >= 0; k--) {
    const to = piv[m * n + k];
    if (to !== k) swap(n, X, x + k, x + to, n);
  }
  if (colPiv) swapRows(true, n, n, colPiv, m * n, X, x, n);
  if (S) scaleBy(n, n, S, 2 * n * m + n, 2 * n * m, X, x, X, x);
}
