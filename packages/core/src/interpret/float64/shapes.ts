import { broadcastIndex, type NdArray, sameShape, sizeOf } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';

type Shape = readonly number[];

export function sumTo(A: NdArray, shape: Shape): NdArray {
  if (sameShape(A.shape, shape)) return A;
  const index = broadcastIndex(shape, A.shape);
  const y = allocate(sizeOf(shape));
  for (let i = 0; i < index.length; i++) y[index[i]] += A.data[i];
  return { shape, data: y };
}

export function broadcastTo(A: NdArray, shape: Shape): NdArray {
  if (sameShape(A.shape, shape)) return A;
  const { data } = A;
  const y = allocate(sizeOf(shape));
  if (data.length === 1) return { shape, data: y.fill(data[0]) };
  const index = broadcastIndex(A.shape, shape);
  for (let i = 0; i < y.length; i++) y[i] = data[index[i]];
  return { shape, data: y };
}

export const reshape = (A: NdArray, shape: Shape): NdArray => ({ shape, data: A.data });

export function stack(...parts: NdArray[]): NdArray {
  const [{ shape, data }] = parts;
  const y = new Float64Array(parts.length * data.length);
  parts.forEach((part, i) => {
    y.set(part.data, i * data.length);
  });
  return { shape: [parts.length, ...shape], data: y };
}

export function take({ shape: [, ...shape], data }: NdArray, i: number): NdArray {
  const size = sizeOf(shape);
  return { shape, data: data.slice(i * size, (i + 1) * size) };
}

export function put(A: NdArray, i: number, n: number): NdArray {
  const y = new Float64Array(n * A.data.length);
  y.set(A.data, i * A.data.length);
  return { shape: [n, ...A.shape], data: y };
}
