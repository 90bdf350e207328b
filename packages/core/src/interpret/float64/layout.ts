import { broadcastIndex, broadcastShapes, type NdArray, sameShape, sizeOf } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';

/** A function of the entries of A. */
export function each(A: NdArray, f: (a: number) => number): NdArray {
  const { data } = A;
  const y = allocate(data.length);
  for (let i = 0; i < y.length; i++) y[i] = f(data[i]);
  return like(A, y);
}

export const like = (A: NdArray, data: Float64Array): NdArray => ({ shape: A.shape, data });
export const stackOf = (A: NdArray): readonly number[] => A.shape.slice(0, -2);
export const rows = (A: NdArray): number => A.shape[A.shape.length - 2];
export const columns = (A: NdArray): number => A.shape[A.shape.length - 1];

/** The common shape of two operands and, for each of its entries, which entry of either it is; null where it is the same one. */
export function pair(a: readonly number[], b: readonly number[]) {
  // The public call has checked that they broadcast.
  const shape = broadcastShapes(a, b) as readonly number[];
  const index = (from: readonly number[]) => (sameShape(from, shape) ? null : broadcastIndex(from, shape));
  return { shape, count: sizeOf(shape), ia: index(a), ib: index(b) };
}

/** A with every entry of its matrices rewritten by position. */
export function entries(A: NdArray, f: (a: number, i: number, j: number) => number): NdArray {
  const [m, n] = [rows(A), columns(A)];
  const { data } = A;
  const y = allocate(data.length);
  for (let at = 0; at < y.length; ) {
    for (let i = 0; i < m; i++) for (let j = 0; j < n; j++, at++) y[at] = f(data[at], i, j);
  }
  return like(A, y);
}

/** A function of the entries of two arrays that broadcast. */
export function combine(A: NdArray, B: NdArray, f: (a: number, b: number) => number): NdArray {
  const a = A.data;
  const b = B.data;
  const { shape, count, ia, ib } = pair(A.shape, B.shape);
  const y = allocate(count);
  for (let i = 0; i < count; i++) y[i] = f(a[ia ? ia[i] : i], b[ib ? ib[i] : i]);
  return { shape, data: y };
}
