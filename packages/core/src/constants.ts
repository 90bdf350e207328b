import { type NdArray, sizeOf } from './array.ts';

const filled = (shape: readonly number[], value: number): NdArray => ({
  shape,
  data: new Float64Array(sizeOf(shape)).fill(value),
});

/** The matrix with ones at (i, at(i)) for every row i. */
function selection(rows: number, columns: number, at: (i: number) => number): NdArray {
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) data[i * columns + at(i)] = 1;
  return { shape: [rows, columns], data };
}

/**
 * Array of zeros.
 *
 * @param shape sizes of its axes
 * @returns the array
 * @example
 * toNested(zeros(2, 2)) //=> [[0, 0], [0, 0]]
 */
export const zeros = (...shape: readonly number[]): NdArray => filled(shape, 0);

/**
 * Array of ones.
 *
 * @param shape sizes of its axes
 * @returns the array
 * @example
 * toNested(ones(3)) //=> [1, 1, 1]
 */
export const ones = (...shape: readonly number[]): NdArray => filled(shape, 1);

/**
 * Identity matrix.
 *
 * @param n its order
 * @returns I, n×n
 * @example
 * toNested(eye(2)) //=> [[1, 0], [0, 1]]
 */
export const eye = (n: number): NdArray => selection(n, n, (i) => i);

/**
 * Commutation matrix, which takes the stacked columns of a matrix to those of its transpose; `commute` applies it.
 *
 * @param m number of rows of the matrix
 * @param n number of its columns
 * @returns K, mn×mn, with K·vec(A) = vec(Aᵀ) for every m×n matrix A
 * @example
 * toNested(matmul(commutationMatrix(2, 2), [1, 2, 3, 4])) //=> [1, 3, 2, 4]
 */
export const commutationMatrix = (m: number, n: number): NdArray =>
  selection(m * n, m * n, (i) => (i % n) * m + Math.floor(i / n));

/** Position of (i, j), i ≥ j, among the stacked columns of a lower triangle. */
const lowerAt = (n: number, i: number, j: number): number => j * n - (j * (j - 1)) / 2 + i - j;

/**
 * Duplication matrix, which takes the free entries of a symmetric matrix to all of them; `unvech` applies it.
 *
 * @param n order of the matrix
 * @returns D, n²×n(n+1)/2, with D·vech(A) = vec(A) for every symmetric A
 * @example
 * toNested(matmul(duplicationMatrix(2), [1, 2, 3])) //=> [1, 2, 2, 3]
 */
export const duplicationMatrix = (n: number): NdArray =>
  selection(n * n, (n * (n + 1)) / 2, (k) => {
    const [i, j] = [k % n, Math.floor(k / n)];
    return lowerAt(n, Math.max(i, j), Math.min(i, j));
  });

/**
 * Elimination matrix, which takes all entries of a matrix to those of its lower triangle; `vech` applies it.
 *
 * @param n order of the matrix
 * @returns L, n(n+1)/2×n², with L·vec(A) = vech(A)
 * @example
 * toNested(matmul(eliminationMatrix(2), [1, 2, 3, 4])) //=> [1, 2, 4]
 */
export function eliminationMatrix(n: number): NdArray {
  const from: number[] = [];
  for (let j = 0; j < n; j++) for (let i = j; i < n; i++) from.push(j * n + i);
  return selection(from.length, n * n, (k) => from[k]);
}
