import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { add } from './add.ts';
import { adjugate } from './adjugate.ts';
import { det } from './det.ts';
import { inner } from './inner.ts';
import { matmul } from './matmul.ts';
import { reshape } from './reshape.ts';

/**
 * Determinant of A + u·vᵀ by the matrix determinant lemma in its adjugate form, which holds at singular A too.
 *
 * @param A n×n matrix, of any rank
 * @param u vector of n entries
 * @param v vector of n entries
 * @returns y = det A + vᵀ·adj(A)·u, a scalar
 * @throws {ShapeError} if the sizes do not fit
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(detUpdate([[1, 2], [2, 4]], [1, 0], [0, 1])) //=> -2
 */
export function detUpdate(A: ArrayInput, u: ArrayInput, v: ArrayInput): NdArray {
  const [x, y] = [u, v].map((z, i) => {
    const value = toValue('detUpdate', z, i + 1);
    return reshape(value, [...value.shape, 1]);
  });
  return add(det(A), inner(y, matmul(adjugate(A), x)));
}
