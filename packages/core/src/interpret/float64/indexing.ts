import type { IndexMap } from '../../algebra.ts';
import { type NdArray, sizeOf, stackOf } from '../../array.ts';
import { columns, rows } from './layout.ts';

export function gather(A: NdArray, { index, shape }: IndexMap): NdArray {
  const [m, n] = [rows(A), columns(A)];
  const from = index(m, n);
  const members = sizeOf(stackOf(A));
  const y = new Float64Array(members * from.length);
  for (let i = 0, at = 0; i < members; i++) {
    for (let j = 0; j < from.length; j++, at++) if (from[j] >= 0) y[at] = A.data[i * m * n + from[j]];
  }
  return { shape: [...stackOf(A), ...shape(m, n)], data: y };
}

export function scatter(A: NdArray, { index, shape }: IndexMap, to: readonly number[]): NdArray {
  const [m, n] = to.slice(-2);
  const from = index(m, n);
  const stack = A.shape.slice(0, A.shape.length - shape(m, n).length);
  const members = sizeOf(stack);
  const y = new Float64Array(members * m * n);
  for (let i = 0, at = 0; i < members; i++) {
    for (let j = 0; j < from.length; j++, at++) if (from[j] >= 0) y[i * m * n + from[j]] += A.data[at];
  }
  return { shape: [...stack, m, n], data: y };
}
