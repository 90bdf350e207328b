import { type NdArray, pairStacks, sizeOf, stackOf } from '../../array.ts';
import { Eye } from '../../factor/eye.ts';
import { allocate } from '../../kernel/allocate.ts';
import { gemm } from '../../kernel/gemm.ts';
import { Transposed } from '../transposed.ts';
import { had } from './elementwise.ts';
import { columns, rows } from './layout.ts';

function product(A: NdArray, B: NdArray): NdArray {
  const [m, k, n] = [rows(A), columns(A), columns(B)];
  const { stack, ia, ib } = pairStacks(stackOf(A), stackOf(B));
  const y = allocate(ia.length * m * n);
  const a = A instanceof Transposed ? A.of.data : A.data;
  const b = B instanceof Transposed ? B.of.data : B.data;
  const [aRow, aColumn] = A instanceof Transposed ? [1, m] : [k, 1];
  const [bRow, bColumn] = B instanceof Transposed ? [1, k] : [n, 1];
  for (let i = 0; i < ia.length; i++) {
    const p = ia[i] * m * k;
    const q = ib[i] * k * n;
    gemm(m, n, k, 1, a, p, aRow, aColumn, b, q, bRow, bColumn, 1, y, i * m * n, n);
  }
  return { shape: [...stack, m, n], data: y };
}

export const mul = (A: NdArray, B: NdArray, ...more: NdArray[]): NdArray =>
  more.reduce(product, product(A, B));
export const t = (A: NdArray): NdArray => (A instanceof Transposed ? A.of : new Transposed(A));

/** A sum of each member of A, as scalars of the stack; `step` skips from one term to the next. */
function sums({ shape, data }: NdArray, step: number, count: number): NdArray {
  const stack = shape.slice(0, -2);
  const size = sizeOf(shape.slice(-2));
  const y = allocate(sizeOf(stack));
  for (let member = 0; member < y.length; member++) {
    for (let i = 0, at = member * size; i < count; i++, at += step) y[member] += data[at];
  }
  return { shape: stack, data: y };
}

export const trace = (A: NdArray): NdArray => sums(A, columns(A) + 1, Math.min(rows(A), columns(A)));

export function inner(A: NdArray, B: NdArray): NdArray {
  const both = had(A, B);
  // Scalars and vectors, as rules of elementwise functions may scale them: all of it is one member.
  if (both.shape.length < 2)
    return sums({ shape: [1, both.data.length], data: both.data }, 1, both.data.length);
  return sums(both, 1, rows(both) * columns(both));
}

export function eye(A: NdArray): NdArray {
  const [m, n] = [rows(A), columns(A)];
  const y = allocate(A.data.length);
  for (let at = 0; at < y.length; at += m * n) for (let i = 0; i < m && i < n; i++) y[at + i * (n + 1)] = 1;
  return new Eye(A.shape, y);
}
