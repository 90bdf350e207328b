import type { Elementwise } from '../../algebra.ts';
import { type NdArray, sameShape } from '../../array.ts';
import { DomainError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { combine, each, like } from './layout.ts';

// Loops of their own: a function called for every entry costs several times its arithmetic.

/** c·A. */
function multiple(c: number, A: NdArray): NdArray {
  const { data } = A;
  const y = allocate(data.length);
  for (let i = 0; i < y.length; i++) y[i] = c * data[i];
  return like(A, y);
}

/** A + c·B, to the last bit A ± B for c = ±1. */
function sum(A: NdArray, c: number, B: NdArray): NdArray {
  if (!sameShape(A.shape, B.shape)) return combine(A, B, (a, b) => a + c * b);
  const [a, b] = [A.data, B.data];
  const y = allocate(a.length);
  for (let i = 0; i < y.length; i++) y[i] = a[i] + c * b[i];
  return like(A, y);
}

export const add = (A: NdArray, B: NdArray): NdArray => sum(A, 1, B);
export const sub = (A: NdArray, B: NdArray): NdArray => sum(A, -1, B);
export const neg = (A: NdArray): NdArray => multiple(-1, A);

export function had(A: NdArray, B: NdArray): NdArray {
  if (A.shape.length === 0) return multiple(A.data[0], B);
  if (!sameShape(A.shape, B.shape)) return combine(A, B, (a, b) => a * b);
  const [a, b] = [A.data, B.data];
  const y = allocate(a.length);
  for (let i = 0; i < y.length; i++) y[i] = a[i] * b[i];
  return like(A, y);
}

export const over = (A: NdArray, B: NdArray): NdArray => combine(A, B, (a, b) => a / b);

export function scale(c: NdArray | number, A: NdArray): NdArray {
  if (typeof c === 'number') return multiple(c, A);
  return had(c.shape.length === 0 ? c : { shape: [...c.shape, 1, 1], data: c.data }, A);
}

export const fill = (A: NdArray, c: number): NdArray => each(A, () => c);

export function map(A: NdArray, { name, value }: Elementwise, p = 0): NdArray {
  const Y = each(A, (a) => value(a, p));
  const y = Y.data;
  const bad = y.findIndex((a) => !Number.isFinite(a));
  if (bad < 0) return Y;
  throw new DomainError(name, `expected a finite value, got ${name}(${A.data[bad]}) = ${y[bad]}`);
}
