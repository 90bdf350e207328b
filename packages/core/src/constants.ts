import { type NdArray, sizeOf } from './array.ts';
import { DomainError } from './errors.ts';

/** Refuses what are no sizes of an array in memory; `cells` entries there will be. */
function requireSizes(
  op: string,
  sizes: readonly number[],
  cells: (sizes: readonly number[]) => number,
): void {
  if (sizes.every((d) => Number.isInteger(d) && d >= 0) && cells(sizes) < 2 ** 32) return;
  throw new DomainError(op, `expected integers of 0 or more, and fewer than 2^32 entries, got [${sizes}]`);
}

function filled(op: string, shape: readonly number[], value: number): NdArray {
  requireSizes(op, shape, sizeOf);
  return { shape, data: new Float64Array(sizeOf(shape)).fill(value) };
}

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
 * @throws {DomainError} if a size is no integer of 0 or more, or the result too large
 * @example
 * toNested(zeros(2, 2)) //=> [[0, 0], [0, 0]]
 */
export const zeros = (...shape: readonly number[]): NdArray => filled('zeros', shape, 0);

/**
 * Array of ones.
 *
 * @param shape sizes of its axes
 * @returns the array
 * @throws {DomainError} if a size is no integer of 0 or more, or the result too large
 * @example
 * toNested(ones(3)) //=> [1, 1, 1]
 */
export const ones = (...shape: readonly number[]): NdArray => filled('ones', shape, 1);

/**
 * Identity matrix, or as much of one as there are columns.
 *
 * @param n rows
 * @param columns as many as rows where left out
 * @returns I, with ones on the main diagonal
 * @throws {DomainError} if a size is no integer of 0 or more, or the result too large
 * @example
 * toNested(eye(2)) //=> [[1, 0], [0, 1]]
 */
export function eye(n: number, columns: number = n): NdArray {
  requireSizes('eye', [n, columns], sizeOf);
  const data = new Float64Array(n * columns);
  for (let i = 0; i < n && i < columns; i++) data[i * columns + i] = 1;
  return { shape: [n, columns], data };
}

/**
 * Commutation matrix, which takes the stacked columns of a matrix to those of its transpose; `commute` applies it.
 *
 * @param m number of rows of the matrix
 * @param n number of its columns
 * @returns K, mn×mn, with K·vec(A) = vec(Aᵀ) for every m×n matrix A
 * @throws {DomainError} if a size is no integer of 0 or more, or the result too large
 * @example
 * toNested(matmul(commutationMatrix(2, 2), [1, 2, 3, 4])) //=> [1, 3, 2, 4]
 */
export function commutationMatrix(m: number, n: number): NdArray {
  requireSizes('commutationMatrix', [m, n], () => (m * n) ** 2);
  return selection(m * n, m * n, (i) => (i % n) * m + Math.floor(i / n));
}

/** Position of (i, j), i ≥ j, among the stacked columns of a lower triangle. */
const lowerAt = (n: number, i: number, j: number): number => j * n - (j * (j - 1)) / 2 + i - j;

/**
 * Duplication matrix, which takes the free entries of a symmetric matrix to all of them; `unvech` applies it.
 *
 * @param n order of the matrix
 * @returns D, n²×n(n+1)/2, with D·vech(A) = vec(A) for every symmetric A
 * @throws {DomainError} if a size is no integer of 0 or more, or the result too large
 * @example
 * toNested(matmul(duplicationMatrix(2), [1, 2, 3])) //=> [1, 2, 2, 3]
 */
export function duplicationMatrix(n: number): NdArray {
  requireSizes('duplicationMatrix', [n], () => n ** 4);
  return selection(n * n, (n * (n + 1)) / 2, (k) => {
    const [i, j] = [k % n, Math.floor(k / n)];
    return lowerAt(n, Math.max(i, j), Math.min(i, j));
  });
}

/**
 * Elimination matrix, which takes all entries of a matrix to those of its lower triangle; `vech` applies it.
 *
 * @param n order of the matrix
 * @returns L, n(n+1)/2×n², with L·vec(A) = vech(A)
 * @throws {DomainError} if a size is no integer of 0 or more, or the result too large
 * @example
 * toNested(matmul(eliminationMatrix(2), [1, 2, 3, 4])) //=> [1, 2, 4]
 */
export function eliminationMatrix(n: number): NdArray {
  requireSizes('eliminationMatrix', [n], () => n ** 4);
  const from: number[] = [];
  for (let j = 0; j < n; j++) for (let i = j; i < n; i++) from.push(j * n + i);
  return selection(from.length, n * n, (k) => from[k]);
}
