import { allocate } from '../../kernel/allocate.ts';
import { gemm } from '../../kernel/gemm.ts';
import { mapped } from '../../kernel/mapped.ts';
import type { Differences } from './differences.ts';

/** A thin singular value decomposition of an m×n matrix, k = min(m, n), and an odd function of its singular values. */
export interface ThinSpectrum {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  /** m×k and n×k, row-major. */
  readonly U: Float64Array;
  readonly V: Float64Array;
  readonly differences: Differences;
}

function product(
  [m, n, k]: readonly [number, number, number],
  A: Float64Array,
  At: boolean,
  B: Float64Array,
  Bt: boolean,
  C: Float64Array = allocate(m * n),
): Float64Array {
  gemm(m, n, k, 1, A, 0, At ? 1 : k, At ? m : 1, B, 0, Bt ? 1 : n, Bt ? k : 1, 1, C, 0, n);
  return C;
}

/** U·diag(f(σ))·Vᵀ. */
export function singularValue({ m, n, k, U, V, differences }: ThinSpectrum): Float64Array {
  const f = Array.from({ length: k }, (_, j) => differences([j]));
  return product(
    [m, n, k],
    mapped(U, (u, p) => u * f[p % k]),
    false,
    V,
    true,
  );
}

/**
 * The derivative of U·f(Σ)·Vᵀ as a function of its direction E, without the dilation.
 *
 * Its eigenvectors are (u_i, ±v_i)/√2 and, with a zero, what completes U or V; so with P = UᵀEV what remains of f of the dilation is
 * U·M·Vᵀ, M_ij = ½f[σ_i, σ_j](P_ij + P_ji) + ½f[σ_i, -σ_j](P_ij - P_ji), and (EV - U·P)·diag(f[0, σ_j])·Vᵀ for m > n, or its like
 * for m < n. The differences are computed once for all directions.
 */
export function singularFirst({ m, n, k, U, V, differences }: ThinSpectrum) {
  const even = allocate(k * k);
  const odd = allocate(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      const p = i * k + j;
      const q = j * k + i;
      even[p] = even[q] = differences([i, j]) / 2;
      odd[p] = odd[q] = differences([i, k + j]) / 2;
    }
  }
  const outside = Array.from({ length: m === n ? 0 : k }, (_, j) => differences([j, 2 * k]));
  return (E: Float64Array): Float64Array => {
    const [long, short] = m >= n ? [U, V] : [V, U];
    const size = Math.max(m, n);
    // E·V, or Eᵀ·U where A is wide; P, or Pᵀ.
    const X = product([size, k, k], E, m < n, short, false);
    const P = product([k, k, size], long, true, X, false);
    const M = allocate(k * k);
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < k; j++) {
        const p = i * k + j;
        const x = P[p];
        const y = P[j * k + i];
        M[p] = even[p] * (x + y) + odd[p] * (x - y);
        if (m !== n) M[p] -= x * outside[j];
      }
    }
    if (m === n) X.fill(0);
    else for (let p = 0; p < X.length; p++) X[p] *= outside[p % k];
    product([size, k, k], long, false, M, false, X);
    return m >= n ? product([m, n, k], X, false, short, true) : product([m, n, k], short, false, X, true);
  };
}
