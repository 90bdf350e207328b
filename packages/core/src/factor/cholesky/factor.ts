import { gemm } from '../../kernel/gemm.ts';
import { LEAF, trsmLeaf } from '../../kernel/trsmLeaf.ts';
import { panel, WIDTH } from './panel.ts';

/**
 * Lower Cholesky factor of an n×n matrix whose rows are `row` apart, in place; the other triangle is neither read nor written.
 *
 * Halved recursively: L₁₁ first, then L₂₁ = A₂₁·L₁₁⁻ᵀ, then A₂₂ - L₂₁·L₂₁ᵀ, so nearly all of the work is gemm.
 *
 * @returns the first index whose pivot is not positive (F then holds that pivot on its diagonal), or -1
 */
export function choleskyFactor(n: number, F: Float64Array, off: number, row = n): number {
  if (n <= WIDTH) return panel(n, F, off, row);
  const h = n >> 1;
  const failed = choleskyFactor(h, F, off, row);
  if (failed >= 0) return failed;
  const below = off + h * row;
  const rest = below + h;
  divideRight(n - h, h, F, off, below, row);
  gemm(n - h, n - h, h, -1, F, below, row, 1, F, below, 1, row, 1, F, rest, row, true);
  const next = choleskyFactor(n - h, F, rest, row);
  return next < 0 ? next : next + h;
}

/** X := X·L⁻ᵀ for an m×n matrix X at F[x] and the lower triangle L at F[l]. */
function divideRight(m: number, n: number, F: Float64Array, l: number, x: number, row: number): void {
  if (n <= LEAF) {
    // L·Xᵀ
    trsmLeaf(false, n, m, F, l, row, 1, F, x, 1, row);
    return;
  }
  const h = n >> 1;
  divideRight(m, h, F, l, x, row);
  gemm(m, n - h, h, -1, F, x, row, 1, F, l + h * row, 1, row, 1, F, x + h, row);
  divideRight(m, n - h, F, l + h * (row + 1), x + h, row);
}
