import { broadcastIndex, broadcastShapes, type NdArray, sizeOf, stackOf } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { gemm } from '../../kernel/gemm.ts';
import { transpose } from '../../kernel/transpose.ts';
import { workspace } from '../../kernel/workspace.ts';

export const rowsOf = (A: NdArray): number => A.shape[A.shape.length - 2];

/** Member m of a stack, as a view. */
export function member(A: NdArray, m: number): Float64Array {
  const size = A.shape[A.shape.length - 1] * A.shape[A.shape.length - 2];
  return A.data.subarray(m * size, (m + 1) * size);
}

/** Which member a message names: none where there is no stack. */
export const named = (A: NdArray, m: number): number | undefined => (A.shape.length === 2 ? undefined : m);

/**
 * A stack of m×n matrices from the members of several stacks that broadcast: `each` gets the indices of the members and
 * the place for the result.
 */
export function overStacks(
  stacks: readonly (readonly number[])[],
  m: number,
  n: number,
  each: (index: readonly number[], out: Float64Array) => void,
): NdArray {
  const stack = stacks.reduce((a, b) => broadcastShapes(a, b) as readonly number[]);
  const from = stacks.map((s) => broadcastIndex(s, stack));
  const count = sizeOf(stack);
  const data = allocate(count * m * n);
  for (let i = 0; i < count; i++) {
    each(
      from.map((f) => f[i]),
      data.subarray(i * m * n, (i + 1) * m * n),
    );
  }
  return { shape: [...stack, m, n], data };
}

/** Aᵀ of an m×n matrix. */
export function turned(m: number, n: number, A: Float64Array): Float64Array {
  const T = allocate(m * n);
  transpose(m, n, A, 0, n, T, 0, m);
  return T;
}

/** Transposes each member of a stack. */
export function turnedStack(A: NdArray): NdArray {
  const n = A.shape[A.shape.length - 1];
  return overStacks([stackOf(A)], n, rowsOf(A), ([i], out) => out.set(turned(rowsOf(A), n, member(A, i))));
}

/** A·B for row-major m×k and k×n. */
export function times(m: number, n: number, k: number, A: Float64Array, B: Float64Array): Float64Array {
  const C = allocate(m * n);
  gemm(m, n, k, 1, A, 0, k, 1, B, 0, n, 1, 0, C, 0, n);
  return C;
}

/** Pᵀ·C·Q (or, `back`, P·C·Qᵀ) for m×m P, n×n Q and m×n C. */
export function congruence(
  m: number,
  n: number,
  P: Float64Array,
  C: Float64Array,
  Q: Float64Array,
  back: boolean,
): Float64Array {
  const W = workspace(m * n);
  const X = allocate(m * n);
  gemm(m, n, m, 1, P, 0, back ? m : 1, back ? 1 : m, C, 0, n, 1, 0, W, 0, n);
  gemm(m, n, n, 1, W, 0, n, 1, Q, 0, back ? 1 : n, back ? n : 1, 0, X, 0, n);
  return X;
}

/** ‖X‖₁ of an n×n matrix: its largest column sum. */
export function norm1(n: number, X: Float64Array): number {
  let max = 0;
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let p = j; p < X.length; p += n) sum += Math.abs(X[p]);
    max = Math.max(max, sum);
  }
  return max;
}
