import { broadcastIndex, broadcastShapes, type NdArray, sizeOf, stackOf } from '../../array.ts';
import type { Differences } from './differences.ts';

/** A factored stack of matrices and a function of them: its value and its derivatives of every order. */
export interface SpectralFactor {
  readonly A: NdArray;
  /** The value for no direction, else the derivative along all of them; stacks broadcast. */
  spectral(directions: readonly NdArray[]): NdArray;
}

/** What a function is, once eigenvalues (or singular values with both signs) of a member are known. */
export type Chosen = (values: Float64Array, member: number | undefined) => Differences;

/** Makes the factor of a stack from the derivatives of its members along directions. */
export function makeFactor(
  A: NdArray,
  derivative: (member: number, directions: readonly Float64Array[]) => Float64Array,
): SpectralFactor {
  const [m, n] = A.shape.slice(-2);
  const size = m * n;
  return {
    A,
    spectral(directions) {
      const stacks = [A, ...directions].map(stackOf);
      const shape: readonly number[] = stacks.reduce<readonly number[]>(
        (s, other) => broadcastShapes(s, other) as readonly number[],
        [],
      );
      const index = stacks.map((s) => broadcastIndex(s, shape));
      const data = new Float64Array(sizeOf(shape) * size);
      for (let i = 0; i < index[0].length; i++) {
        const E = directions.map(({ data }, d) => {
          const at = index[d + 1][i] * size;
          return data.subarray(at, at + size);
        });
        data.set(derivative(index[0][i], E), i * size);
      }
      return { shape: [...shape, m, n], data };
    },
  };
}
