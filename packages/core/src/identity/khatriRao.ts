import type { ArrayInput, NdArray } from '../array.ts';
import { shapeOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { hadamard } from './hadamard.ts';
import { reshape } from './reshape.ts';

/**
 * Khatri-Rao product: the Kronecker products of the columns of two matrices.
 *
 * @param A m×n matrix
 * @param B p×n matrix
 * @returns Y mp×n, with column j equal to A_j ⊗ B_j
 * @throws {ShapeError} if A or B is no matrix or the numbers of columns differ
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(khatriRao([[1, 2]], [[3, 4], [5, 6]])) //=> [[3, 8], [5, 12]]
 */
export function khatriRao(A: ArrayInput, B: ArrayInput): NdArray {
  const [X, Y] = [toValue('khatriRao', A, 0), toValue('khatriRao', B, 1)];
  const [m, n] = shapeOf('khatriRao', X).slice(-2);
  const [p, q] = shapeOf('khatriRao', Y).slice(-2);
  if (X.shape.length < 2 || Y.shape.length < 2 || n !== q)
    throw new ShapeError(
      'khatriRao',
      'matrices of as many columns',
      `${showShape(X.shape)}, ${showShape(Y.shape)}`,
    );
  const products = hadamard(
    reshape(X, [...X.shape.slice(0, -1), 1, n]),
    reshape(Y, [...Y.shape.slice(0, -2), 1, p, n]),
  );
  return reshape(products, [...products.shape.slice(0, -3), m * p, n]);
}
