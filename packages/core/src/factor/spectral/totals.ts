import { type NdArray, sizeOf } from '../../array.ts';

/** Sums of the largest singular values of each member, at most `count` of them. */
export function totals(s: NdArray, count: number): NdArray {
  const shape = s.shape.slice(0, -1);
  const k = s.shape[s.shape.length - 1];
  const data = new Float64Array(sizeOf(shape));
  for (let i = 0; i < data.length; i++) {
    for (let j = 0; j < k && j < count; j++) data[i] += s.data[i * k + j];
  }
  return { shape, data };
}
