import { type NdArray, sizeOf } from '../../array.ts';

const rows = (s: NdArray, value: (row: Float64Array) => number): NdArray => {
  const shape = s.shape.slice(0, -1);
  const k = s.shape[s.shape.length - 1];
  return {
    shape,
    data: Float64Array.from({ length: sizeOf(shape) }, (_, i) => value(s.data.subarray(i * k, (i + 1) * k))),
  };
};

/** Sums of the singular values of each member. */
export const totals = (s: NdArray): NdArray => rows(s, (row) => row.reduce((sum, value) => sum + value, 0));

/** The largest singular value of each member, 0 where there is none. */
export const largest = (s: NdArray): NdArray => rows(s, (row) => row[0] ?? 0);
