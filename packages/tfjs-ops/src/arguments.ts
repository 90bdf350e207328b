import { type ArrayInput, array, DomainError, type NdArray, ShapeError } from '@matgrad/core';
import type { Tensor, TensorLike } from '@tensorflow/tfjs-core';
import type { Tensorflow } from './tensorflow.ts';

/** What every operation takes: a tensor, nested arrays of numbers, or an array of core. */
export type Input<T extends Tensor = Tensor> = T | TensorLike | NdArray;

const show = (shape: readonly number[]): string =>
  shape.length === 0 ? 'a scalar' : shape.length === 1 ? `a vector(${shape[0]})` : shape.join('×');

/** The argument as a float32 tensor; casts are on the tape like everything else. */
export function toTensor(tf: Tensorflow, op: string, x: unknown): Tensor {
  if (!(x instanceof tf.Tensor)) {
    const { shape, data } = array(x as ArrayInput);
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

/** Both sides of a linear system, where a right-hand side of rank 1 is a column, and the way back to its shape. */
export function toSystem(tf: Tensorflow, op: string, matrix: unknown, rhs: unknown) {
  const A = toSquare(tf, op, matrix);
  const given = toTensor(tf, op, rhs);
  const B = given.rank === 1 ? tf.reshape(given, [given.size, 1]) : given;
  const n = A.shape[A.rank - 1];
  const [a, b] = [A.shape.slice(0, -2).reverse(), B.shape.slice(0, -2).reverse()];
  const fits = b.every((d, i) => i >= a.length || d === a[i] || d === 1 || a[i] === 1);
  if (B.rank < 2 || B.shape[B.rank - 2] !== n || !fits)
    throw new ShapeError(
      op,
      `a right-hand side [..., ${n}, k] for ${show(A.shape)}`,
      show(given.shape),
      'Leading axes broadcast.',
    );
  const restore = (X: Tensor) => (given.rank === 1 ? tf.reshape(X, X.shape.slice(0, -1)) : X);
  return { A, B, restore };
}
