import { type NdArray, sameShape } from '../array.ts';

/** Identity matrices that are known to be such: what is divided into them is an inverse, which takes less than n right-hand sides. */
export class Eye implements NdArray {
  readonly shape: readonly number[];
  readonly data: Float64Array;

  constructor(shape: readonly number[], data: Float64Array) {
    this.shape = shape;
    this.data = data;
  }
}

/** Whether A\B is A⁻¹, for one or as many members. */
export const isEyeFor = (A: NdArray, B: NdArray): boolean => B instanceof Eye && sameShape(A.shape, B.shape);
