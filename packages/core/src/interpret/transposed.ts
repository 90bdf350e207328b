import type { NdArray } from '../array.ts';
import { transpose } from '../kernel/transpose.ts';

/** Aᵀ without a copy: products read through strides, and whoever asks for `data` gets it copied once. */
export class Transposed implements NdArray {
  readonly shape: readonly number[];
  readonly of: NdArray;
  #data: Float64Array | undefined;

  constructor(A: NdArray) {
    const [m, n] = A.shape.slice(-2) as [number, number];
    this.shape = [...A.shape.slice(0, -2), n, m];
    this.of = A;
  }

  get data(): Float64Array {
    if (this.#data === undefined) {
      const [n, m] = this.shape.slice(-2) as [number, number];
      const { data } = this.of;
      this.#data = new Float64Array(data.length);
      for (let at = 0; at < data.length; at += m * n) transpose(m, n, data, at, n, this.#data, at, m);
    }
    return this.#data;
  }
}

/** A view's numbers in their own row-major order, everything else as it is: for values that leave the rules. */
export const settle = <T extends NdArray>(A: T): T =>
  A instanceof Transposed ? ({ shape: A.shape, data: A.data } as NdArray as T) : A;
