import { at, fromEntries, type Matrix, matmul, transpose } from '../../matrix.ts';
import type { Random } from '../random.ts';
import { orthogonal } from './orthogonal.ts';

/** Singular values of condition κ: one large, one small, or geometric between 1 and 1/κ (Higham's modes 1, 2, 3). */
export function spectrum(n: number, kappa: number, mode: 1 | 2 | 3): number[] {
  if (mode === 1) return Array.from({ length: n }, (_, i) => (i === 0 ? 1 : 1 / kappa));
  if (mode === 2) return Array.from({ length: n }, (_, i) => (i === n - 1 ? 1 / kappa : 1));
  // Halving steps by square roots alone: Math.pow differs in the last bit between engines.
  const value = [1];
  const ratio = root(1 / kappa, n - 1);
  for (let i = 1; i < n; i++) value.push((value[i - 1] as number) * ratio);
  return value;
}

/** x^(1/k) by bisection in float64. */
function root(x: number, k: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    let power = 1;
    for (let i = 0; i < k; i++) power *= middle;
    if (power > x) high = middle;
    else low = middle;
  }
  return low;
}

const scaleColumns = (A: Matrix, s: readonly number[]) =>
  fromEntries(A.rows, A.cols, (i, j) => at(A, i, j) * (s[j] as number));

/** U diag(σ) Vᵀ with random orthogonal factors. */
export const randsvd = (n: number, kappa: number, mode: 1 | 2 | 3, random: Random) =>
  matmul(scaleColumns(orthogonal(n, random), spectrum(n, kappa, mode)), transpose(orthogonal(n, random)));

/** V diag(σ) Vᵀ, made exactly symmetric. */
export function randspd(n: number, kappa: number, mode: 1 | 2 | 3, random: Random): Matrix {
  const V = orthogonal(n, random);
  const A = matmul(scaleColumns(V, spectrum(n, kappa, mode)), transpose(V));
  return fromEntries(n, n, (i, j) => (at(A, i, j) + at(A, j, i)) / 2);
}
