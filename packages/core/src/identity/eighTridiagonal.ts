import type { ArrayInput, NdArray } from '../array.ts';
import { real } from '../define/domain.ts';
import { besideDiagonal } from '../define/indexMaps.ts';
import { linear } from '../define/linear.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { add } from './add.ts';
import { diag } from './diag.ts';
import { eigh } from './eigh.ts';

const beside = /* @__PURE__ */ linear(besideDiagonal, '(k)->(n,n)', real);

/**
 * Eigenvalues and eigenvectors of a symmetric tridiagonal matrix.
 *
 * @param d vector of n entries, the diagonal
 * @param e vector of n-1 entries, above and below it
 * @returns `[w, V]`, n eigenvalues, ascending, and orthonormal eigenvectors as columns of V, n×n, with T·V = V·diag(w)
 * @throws {ShapeError} if e does not have one entry less than d
 * @throws {DegenerateError} from derivatives that depend on the basis of a repeated eigenvalue
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(eighTridiagonal([2, 2, 2], [0, 0])[0]) //=> [2, 2, 2]
 */
export function eighTridiagonal(d: ArrayInput, e: ArrayInput): readonly [w: NdArray, V: NdArray] {
  const [a, b] = [toValue('eighTridiagonal', d, 0), toValue('eighTridiagonal', e, 1)];
  const n = a.shape[a.shape.length - 1];
  if (!(n > 0) || b.shape[b.shape.length - 1] !== n - 1)
    throw new ShapeError('eighTridiagonal', '(n),(n-1)', `${showShape(a.shape)} and ${showShape(b.shape)}`);
  return eigh(add(diag(a), beside(b)));
}
