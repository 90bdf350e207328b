import type { Elementwise } from '../../algebra.ts';
import type { NdArray } from '../../array.ts';
import { DomainError } from '../../errors.ts';
import { combine, each } from './layout.ts';

export const add = (A: NdArray, B: NdArray): NdArray => combine(A, B, (a, b) => a + b);
export const sub = (A: NdArray, B: NdArray): NdArray => combine(A, B, (a, b) => a - b);
export const had = (A: NdArray, B: NdArray): NdArray => combine(A, B, (a, b) => a * b);
export const over = (A: NdArray, B: NdArray): NdArray => combine(A, B, (a, b) => a / b);
export const neg = (A: NdArray): NdArray => each(A, (a) => -a);

export function scale(c: NdArray | number, A: NdArray): NdArray {
  if (typeof c === 'number') return each(A, (a) => c * a);
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
