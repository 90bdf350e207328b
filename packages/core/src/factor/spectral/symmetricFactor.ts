import { type NdArray, sizeOf, stackOf } from '../../array.ts';
import { eigh } from '../eigh/eigh.ts';
import { frechet, type Spectrum } from './frechet.ts';
import { type Chosen, makeFactor, type SpectralFactor } from './spectralFactor.ts';

/** f(A) = V·f(Λ)·Vᵀ of symmetric matrices. */
export function symmetricFactor(A: NdArray, op: string, choose: Chosen): SpectralFactor {
  const n = A.shape[A.shape.length - 1];
  const { w, V } = eigh(A, op);
  const spectra = Array.from({ length: sizeOf(stackOf(A)) }, (_, i): Spectrum => {
    const values = w.data.subarray(i * n, (i + 1) * n);
    const vectors = V.data.subarray(i * n * n, (i + 1) * n * n);
    return { n, values, vectors, differences: choose(values, A.shape.length > 2 ? i : undefined) };
  });
  return makeFactor(A, (i, directions) => frechet(spectra[i], directions));
}
