import type { ArrayInput, NdArray } from '../array.ts';
import { eye, ones } from '../constants.ts';
import { shapeOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { add } from './add.ts';
import { hadamard } from './hadamard.ts';
import { matmul } from './matmul.ts';
import { permuteAxes } from './permuteAxes.ts';
import { scale } from './scale.ts';
import { stack } from './stack.ts';
import { trace } from './trace.ts';

/**
 * Coefficients of the characteristic polynomial, by Faddeev and LeVerrier: products only, exact on small integers.
 *
 * @param A n×n matrix
 * @returns c of n+1 entries, c_0 = 1, with det(λI - A) = Σ c_k·λ^(n-k)
 * @throws {ShapeError} if A is not square
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(charpoly([[1, 2], [3, 4]])) //=> [1, -5, -2]
 */
export function charpoly(A: ArrayInput): NdArray {
  const X = toValue('charpoly', A, 0);
  const shape = shapeOf('charpoly', X);
  const [n, m] = shape.slice(-2);
  if (shape.length < 2 || n !== m) throw new ShapeError('charpoly', 'a square matrix', showShape(shape));
  const unit = eye(n);
  const coefficients: ArrayInput[] = [ones(...shape.slice(0, -2))];
  let M: NdArray = unit;
  for (let k = 1; k <= n; k++) {
    const product = matmul(X, M);
    const c = hadamard(-1 / k, trace(product));
    coefficients.push(c);
    M = add(product, scale(c, unit));
  }
  const y = stack(coefficients);
  return permuteAxes(
    y,
    [...y.shape.keys()].map((i) => (i + 1) % y.shape.length),
  );
}
