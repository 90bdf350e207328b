import { diagonalProduct, type Split } from '../../kernel/diagonalProduct.ts';
import { exponent } from '../../kernel/exponent.ts';
import { type LUFactors, zeroPivot } from './divide.ts';

/** det A of member m: det P · det U · det Q / (det R · det C), where R and C only move the exponent. */
export function determinant(f: LUFactors, m: number): Split {
  const { n, F, piv, colPiv, S } = f;
  if (zeroPivot(f, m) >= 0) return [0, 0];
  let [mantissa, e] = diagonalProduct(n, F, m * n * n, n + 1);
  for (let i = 0, p = m * n; i < n; i++, p++) {
    if (piv[p] !== i) mantissa = -mantissa;
    if (colPiv && colPiv[p] !== i) mantissa = -mantissa;
  }
  if (S) for (let i = 2 * n * m; i < 2 * n * (m + 1); i++) e -= exponent(S[i]);
  return [mantissa, e];
}
