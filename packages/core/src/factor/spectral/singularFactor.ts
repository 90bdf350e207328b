import { type NdArray, sizeOf, stackOf } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { svd } from '../gesvd/svd.ts';
import type { Differences } from './differences.ts';
import { frechet, type Spectrum } from './frechet.ts';
import { singularFirst, singularValue, type ThinSpectrum } from './singularFirst.ts';
import { makeFactor, type SpectralFactor } from './spectralFactor.ts';

/** The singular values of a member, and the eigenvalues ±σ and 0 of its dilation in their order. */
export interface SingularChoice {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly s: Float64Array;
  readonly values: Float64Array;
}

const part = ({ shape, data }: NdArray, member: number): Float64Array => {
  const size = shape[shape.length - 2] * shape[shape.length - 1];
  return data.subarray(member * size, (member + 1) * size);
};

/**
 * f(A) = U·f(Σ)·Vᵀ of rectangular matrices, f odd.
 *
 * It is the corner of f of the symmetric matrix [0 A; Aᵀ 0], whose eigenvalues are ±σ and zeros: so derivatives divide by
 * sums and by gaps of singular values alone, and repeated ones are nothing special (Jordan and Wielandt). The first one comes
 * from the thin decomposition; those of higher order complete it.
 */
export function singularFactor(
  A: NdArray,
  op: string,
  choose: (choice: SingularChoice) => Differences,
): SpectralFactor & { readonly s: NdArray } {
  const [m, n] = A.shape.slice(-2);
  const k = Math.min(m, n);
  const { U, s, V } = svd(A, op);
  let full: ReturnType<typeof svd> | undefined;
  const members = Array.from({ length: sizeOf(stackOf(A)) }, (_, i) => {
    const own = s.data.subarray(i * k, (i + 1) * k);
    const values = allocate(m + n);
    for (let j = 0; j < k; j++) {
      values[j] = own[j];
      values[k + j] = -own[j];
    }
    const differences = choose({ m, n, k, s: own, values });
    const thin: ThinSpectrum = { m, n, k, U: part(U, i), V: part(V, i), differences };
    let first: ((E: Float64Array) => Float64Array) | undefined;
    let whole: Spectrum | undefined;
    return (directions: readonly Float64Array[]): Float64Array => {
      if (directions.length === 0) return singularValue(thin);
      if (directions.length === 1) {
        first ??= singularFirst(thin);
        return first(directions[0]);
      }
      full ??= m === n ? { U, s, V } : svd(A, op, { vectors: 'full' });
      whole ??= dilation({ ...thin, U: part(full.U, i), V: part(full.V, i) }, values);
      return corner(
        thin,
        frechet(
          whole,
          directions.map((E) => dilated(thin, E)),
        ),
      );
    };
  });
  return { ...makeFactor(A, (i, directions) => members[i](directions)), s };
}

/** The spectrum of [0 A; Aᵀ 0] for U m×m and V n×n. */
function dilation({ m, n, k, U, V, differences }: ThinSpectrum, values: Float64Array): Spectrum {
  const N = m + n;
  const vectors = allocate(N * N);
  const fill = (rows: number, X: Float64Array, top: number, sign: number) => {
    for (let i = 0, p = 0; i < rows; i++) {
      const row = (top + i) * N;
      for (let j = 0; j < rows; j++, p++) {
        if (j < k) {
          vectors[row + j] = Math.SQRT1_2 * X[p];
          vectors[row + k + j] = sign * vectors[row + j];
        } else vectors[row + k + j] = X[p];
      }
    }
  };
  fill(m, U, 0, 1);
  fill(n, V, m, -1);
  return { n: N, values, vectors, differences };
}

function dilated({ m, n }: ThinSpectrum, E: Float64Array): Float64Array {
  const N = m + n;
  const J = allocate(N * N);
  for (let i = 0, p = 0; i < m; i++) {
    for (let j = 0; j < n; j++, p++) {
      J[i * N + m + j] = E[p];
      J[(m + j) * N + i] = E[p];
    }
  }
  return J;
}

function corner({ m, n }: ThinSpectrum, F: Float64Array): Float64Array {
  const E = allocate(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) E[i * n + j] = F[i * (m + n) + m + j];
  return E;
}
