import type { ArrayInput, NdArray } from '../array.ts';
import { ShapeError } from '../errors.ts';
import { fromVectors } from './fromVectors.ts';
import { solveBanded } from './solveBanded.ts';

/**
 * Solution of the linear system A·X = B with a tridiagonal matrix, by LU with partial pivoting, in O(n).
 *
 * @param below the diagonal below the main one, a vector of n-1 entries; leading axes of the diagonals are a stack
 * @param diagonal the main diagonal, a vector of n entries
 * @param above the diagonal above, a vector of n-1 entries
 * @param B n×k matrix of right-hand sides, or a vector of n entries
 * @returns X in B's shape, with A·X = B
 * @throws {ShapeError} if the sizes do not fit
 * @throws {SingularMatrixError} if A is singular to working precision: rcond below ε after equilibration
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(solveTridiagonal([1, 1], [2, 2, 2], [1, 1], [3, 4, 3])) //=> [1, 1, 1]
 */
export function solveTridiagonal(
  below: ArrayInput,
  diagonal: ArrayInput,
  above: ArrayInput,
  B: ArrayInput,
): NdArray {
  const op = 'solveTridiagonal';
  const D = fromVectors(
    op,
    [above, diagonal, below],
    (p, n, q) => {
      if (p !== n - 1 || q !== n - 1)
        throw new ShapeError(op, 'diagonals of n-1, n and n-1 entries', `${q}, ${n}, ${p}`);
      return [3, n];
    },
    (i, j, p) => [j - 1, p + j, j < p ? 2 * p + 1 + j : -1][i],
  );
  return solveBanded(D, B, 1, 1);
}
