import { diagonalProduct, type Split } from '../../kernel/diagonalProduct.ts';
import { exponent } from '../../kernel/exponent.ts';
import { type LUFactors, scalesAt } from './divide.ts';

/** det A of member m: det P · det U · det Q / (det R · det C), where R and C only move the exponent. */
export function determinant(f: LUFactors, m: number): Split {
  const { n, F, piv, colPiv, zero } = f;
  if (zero[m] >= 0) return [0, 0];
  let [mantissa, e] = diagonalProduct(n, F, m * n * n, n + 1);
  for (let i = 0, r = scalesAt(f, m), p = m * n; i < n; i++, r++, p++) {
    e -= exponent(F[r]) + exponent(F[r + n]);
    if (piv[p] !== i) mantissa = -mantissa;
    if (colPiv && colPiv[p] !== i) mantissa = -mantissa;
  }
  return [mantissa, e];
}
