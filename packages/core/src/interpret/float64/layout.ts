import { broadcastIndex, broadcastShapes, type NdArray, sameShape } from '../../array.ts';

export const like = (A: NdArray, data: Float64Array): NdArray => ({ shape: A.shape, data });
export const stackOf = (A: NdArray): readonly number[] => A.shape.slice(0, -2);
export const rows = (A: NdArray): number => A.shape[A.shape.length - 2];
export const columns = (A: NdArray): number => A.shape[A.shape.length - 1];

/** The common shape of two operands and, for each of its entries, which entry of either it is. */
export function pair(a: readonly number[], b: readonly number[]) {
  // The public call has checked that they broadcast.
  const shape = broadcastShapes(a, b) as readonly number[];
  return { shape, ia: broadcastIndex(a, shape), ib: broadcastIndex(b, shape) };
}

/** A with every entry of its matrices rewritten by position. */
export function entries(A: NdArray, f: (a: number, i: number, j: number) => number): NdArray {
  const [m, n] = [rows(A), columns(A)];
  const { data } = A;
  const y = new Float64Array(data.length);
  for (let at = 0; at < y.length; ) {
    for (let i = 0; i < m; i++) for (let j = 0; j < n; j++, at++) y[at] = f(data[at], i, j);
  }
  return like(A, y);
}

/** A function of the entries of two arrays that broadcast. */
export function combine(A: NdArray, B: NdArray, f: (a: number, b: number) => number): NdArray {
  const a = A.data;
  const b = B.data;
  if (sameShape(A.shape, B.shape)) {
    const y = new Float64Array(a.length);
    for (let i = 0; i < y.length; i++) y[i] = f(a[i], b[i]);
    return like(A, y);
  }
  const { shape, ia, ib } = pair(A.shape, B.shape);
  const y = new Float64Array(ia.length);
  for (let i = 0; i < y.length; i++) y[i] = f(a[ia[i]], b[ib[i]]);
  return { shape, data: y };
}
