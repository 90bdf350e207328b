import type { Elementwise } from '../../algebra.ts';
import type { NdArray } from '../../array.ts';
import { DomainError } from '../../errors.ts';
import { combine, like } from './layout.ts';

export const add = (A: NdArray, B: NdArray): NdArray => combine(A, B, (a, b) => a + b);
export const sub = (A: NdArray, B: NdArray): NdArray => combine(A, B, (a, b) => a - b);
export const had = (A: NdArray, B: NdArray): NdArray => combine(A, B, (a, b) => a * b);
export const over = (A: NdArray, B: NdArray): NdArray => combine(A, B, (a, b) => a / b);
export const neg = (A: NdArray): NdArray =>
  like(
    A,
    A.data.map((a) => -a),
  );

export function scale(c: NdArray | number, A: NdArray): NdArray {
  if (typeof c === 'number')
    return like(
      A,
      A.data.map((a) => c * a),
    );
  return had(c.shape.length === 0 ? c : { shape: [...c.shape, 1, 1], data: c.data }, A);
}

export const fill = (A: NdArray, c: number): NdArray => like(A, new Float64Array(A.data.length).fill(c));

export function map(A: NdArray, { name, value }: Elementwise, p = 0): NdArray {
  const y = A.data.map((a) => value(a, p));
  const bad = y.findIndex((a) => !Number.isFinite(a));
  if (bad < 0) return like(A, y);
  throw new DomainError(name, `expected a finite value, got ${name}(${A.data[bad]}) = ${y[bad]}`);
}
