import { type NdArray, sizeOf } from '../../array.ts';
import { svd } from '../gesvd/svd.ts';
import type { Differences } from './differences.ts';
import type { Spectrum } from './frechet.ts';
import { makeFactor, type SpectralFactor, stackOf } from './spectralFactor.ts';

/** The singular values of a member, and the eigenvalues ±σ and 0 of its dilation in their order. */
export interface SingularChoice {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly s: Float64Array;
  readonly values: Float64Array;
}

/**
 * f(A) = U·f(Σ)·Vᵀ of rectangular matrices, f odd.
 *
 * It is the corner of f of the symmetric matrix [0 A; Aᵀ 0], whose eigenvalues are ±σ and zeros: so derivatives divide by
 * sums and by gaps of singular values alone, and repeated ones are nothing special (Jordan and Wielandt).
 */
export function singularFactor(
  A: NdArray,
  op: string,
  choose: (choice: SingularChoice) => Differences,
): SpectralFactor & { readonly s: NdArray } {
  const [m, n] = A.shape.slice(-2);
  const N = m + n;
  const k = Math.min(m, n);
  const { U, s, V } = svd(A, op, { vectors: 'full' });
  const spectra = Array.from({ length: sizeOf(stackOf(A)) }, (_, member): Spectrum => {
    const values = new Float64Array(N);
    const vectors = new Float64Array(N * N);
    const u = (i: number, j: number) => U.data[member * m * m + i * m + j];
    const v = (i: number, j: number) => V.data[member * n * n + i * n + j];
    for (let j = 0; j < k; j++) {
      values[j] = s.data[member * k + j];
      values[k + j] = -values[j];
      for (let i = 0; i < m; i++) {
        vectors[i * N + j] = Math.SQRT1_2 * u(i, j);
        vectors[i * N + k + j] = vectors[i * N + j];
      }
      for (let i = 0; i < n; i++) {
        vectors[(m + i) * N + j] = Math.SQRT1_2 * v(i, j);
        vectors[(m + i) * N + k + j] = -vectors[(m + i) * N + j];
      }
    }
    for (let j = k; j < m; j++) for (let i = 0; i < m; i++) vectors[i * N + k + j] = u(i, j);
    for (let j = k; j < n; j++) for (let i = 0; i < n; i++) vectors[(m + i) * N + k + j] = v(i, j);
    const differences = choose({ m, n, k, s: s.data.subarray(member * k, (member + 1) * k), values });
    return { n: N, values, vectors, differences };
  });
  const embed = (E: Float64Array) => {
    const J = new Float64Array(N * N);
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        J[i * N + m + j] = E[i * n + j];
        J[(m + j) * N + i] = E[i * n + j];
      }
    }
    return J;
  };
  const extract = (F: Float64Array) => {
    const E = new Float64Array(m * n);
    for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) E[i * n + j] = F[i * N + m + j];
    return E;
  };
  return { ...makeFactor(A, spectra, embed, extract), s };
}
