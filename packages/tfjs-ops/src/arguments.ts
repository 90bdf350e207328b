import { type ArrayInput, array, DomainError, type NdArray, ShapeError } from '@matgrad/core';
import type { Tensor, TensorLike } from '@tensorflow/tfjs-core';
import type { Tensorflow } from './tensorflow.ts';

/** What every operation takes: a tensor, nested arrays of numbers, or an array of core. */
export type Input<T extends Tensor = Tensor> = T | TensorLike | NdArray;

const show = (shape: readonly number[]): string =>
  shape.length === 0 ? 'a scalar' : shape.length === 1 ? `a vector(${shape[0]})` : shape.join('×');

/** Numbers as core takes them; what it refuses is refused in the name of `op`. */
function toArray(op: string, x: unknown): NdArray {
  try {
    return array(x as ArrayInput);
  } catch (error) {
    if (error instanceof ShapeError) throw new ShapeError(op, error.expected, error.got);
    if (error instanceof DomainError) throw new DomainError(op, error.message.replace(/^array: /, ''));
    throw error;
  }
}

/** The argument as a float32 tensor; casts are on the tape like everything else. */
export function toTensor(tf: Tensorflow, op: string, x: unknown): Tensor {
  if (!(x instanceof tf.Tensor)) {
    const { shape, data } = toArray(op, x);
    return tf.tensor(new Float32Array(data), [...shape]);
  }
  x.throwIfDisposed();
  if (x.dtype === 'complex64' || x.dtype === 'string')
    throw new DomainError(op, `expected a real tensor, got dtype ${x.dtype}`);
  return x.dtype === 'float32' ? x : tf.cast(x, 'float32');
}

/** The argument as a stack of square matrices. */
export function toSquare(tf: Tensorflow, op: string, x: unknown): Tensor {
  const A = toTensor(tf, op, x);
  const [m, n] = A.shape.slice(-2);
  if (A.rank < 2 || m !== n) throw new ShapeError(op, 'square matrices [..., n, n]', show(A.shape));
  return A;
}

/** Both sides of a linear system; the right-hand side has at least two axes, or just one. */
export function toSystem(tf: Tensorflow, op: string, matrix: unknown, rhs: unknown): [A: Tensor, B: Tensor] {
  const A = toSquare(tf, op, matrix);
  const B = toTensor(tf, op, rhs);
  const n = A.shape[A.rank - 1];
  const [a, b] = [A.shape.slice(0, -2).reverse(), B.shape.slice(0, -2).reverse()];
  const fits = b.every((d, i) => i >= a.length || d === a[i] || d === 1 || a[i] === 1);
  if (B.rank < 1 || B.shape[Math.max(0, B.rank - 2)] !== n || !fits)
    throw new ShapeError(
      op,
      `a right-hand side [..., ${n}, k] for ${show(A.shape)}`,
      show(B.shape),
      'Leading axes broadcast.',
    );
  return [A, B];
}

/** A flag that is one: options in its place would pass for `true`, and the transposes would be taken without a word. */
export function flag(op: string, name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const advice = `Options come last: ${op}(..., false, { check: true }).`;
  throw new DomainError(op, `expected true or false for ${name}, got ${typeof value}`, advice);
}
