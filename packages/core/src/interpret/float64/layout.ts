import { type NdArray, pairStacks, sameShape } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';

/** A function of the entries of A. */
export function each(A: NdArray, f: (a: number) => number): NdArray {
  const { data } = A;
  const y = allocate(data.length);
  for (let i = 0; i < y.length; i++) y[i] = f(data[i]);
  return like(A, y);
}

export const like = (A: NdArray, data: Float64Array): NdArray => ({ shape: A.shape, data });
export const rows = (A: NdArray): number => A.shape[A.shape.length - 2];
export const columns = (A: NdArray): number => A.shape[A.shape.length - 1];

/** The lower triangles of A with d times their diagonals. */
export function lower(A: NdArray, d: number): NdArray {
  const [m, n] = [rows(A), columns(A)];
  const { data } = A;
  const y = allocate(data.length);
  for (let at = 0, i = 0; at < y.length; at += n, i = i + 1 < m ? i + 1 : 0) {
    for (let j = 0; j < i && j < n; j++) y[at + j] = data[at + j];
    if (i < n) y[at + i] = d * data[at + i];
  }
  return like(A, y);
}

/** A function of the entries of two arrays that broadcast. */
export function combine(A: NdArray, B: NdArray, f: (a: number, b: number) => number): NdArray {
  const a = A.data;
  const b = B.data;
  if (sameShape(A.shape, B.shape)) {
    const y = allocate(a.length);
    for (let i = 0; i < y.length; i++) y[i] = f(a[i], b[i]);
    return like(A, y);
  }
  if (b.length === 1 && B.shape.length <= A.shape.length) return each(A, (x) => f(x, b[0]));
  if (a.length === 1 && A.shape.length <= B.shape.length) return each(B, (x) => f(a[0], x));
  const { stack, ia, ib } = pairStacks(A.shape, B.shape);
  const y = allocate(ia.length);
  for (let i = 0; i < y.length; i++) y[i] = f(a[ia[i]], b[ib[i]]);
  return { shape: stack, data: y };
}
