import { primal } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { eig as compute } from '../factor/eig/eig.ts';
import { largestOf } from '../factor/eig/modalPairs.ts';
import { add } from './add.ts';
import { spectrumOf, squareValue } from './eigvals.ts';
import { hadamard } from './hadamard.ts';
import { matmul } from './matmul.ts';
import { modes } from './modes.ts';
import { pow } from './powers.ts';
import { reshape } from './reshape.ts';
import { sub } from './sub.ts';
import { sum } from './sum.ts';

/** The columns of X + iY over their lengths, turned so that the largest entry of each is real and positive. */
function pointed(X: NdArray, Y: NdArray): [re: NdArray, im: NdArray] {
  const largest = largestOf(primal(X) as NdArray, primal(Y) as NdArray);
  const total = (Z: NdArray) => {
    const s = sum(Z, -2);
    return reshape(s, [...s.shape.slice(0, -1), 1, s.shape[s.shape.length - 1]]);
  };
  const [p, q] = [total(hadamard(largest, X)), total(hadamard(largest, Y))];
  const lengths = total(add(hadamard(X, X), hadamard(Y, Y)));
  const scale = pow(hadamard(lengths, add(hadamard(p, p), hadamard(q, q))), -0.5);
  const [c, s] = [hadamard(scale, p), hadamard(scale, q)];
  return [add(hadamard(X, c), hadamard(Y, s)), sub(hadamard(Y, c), hadamard(X, s))];
}

/**
 * Eigenvalues and right eigenvectors of a square matrix, in real and imaginary parts.
 *
 * Derivatives need simple eigenvalues. For functions of the matrix use expm, logm, sqrtm, signm and the like: they are right
 * at repeated and defective ones.
 *
 * @param A n×n matrix
 * @returns `[re, im, Vre, Vim]`, n eigenvalues as eigvals gives them and, as columns of Vre + i·Vim, n×n, their eigenvectors of
 * length 1: A·(Vre + i·Vim) = (Vre + i·Vim)·diag(re + i·im); the largest entry of each column is real and positive
 * @throws {ShapeError} if A is not square
 * @throws {DegenerateError} from derivatives where eigenvalues coincide, exactly or as far as rounding lets one tell
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * eig([[2, 0], [0, 1]]).map(toNested) //=> [[1, 2], [0, 0], [[0, 1], [1, 0]], [[0, 0], [0, 0]]]
 */
export function eig(A: ArrayInput): readonly [re: NdArray, im: NdArray, Vre: NdArray, Vim: NdArray] {
  const [X, plain] = squareValue('eig', A);
  if (plain) {
    const { values, vectors } = compute(X, 'eig');
    return [values.re, values.im, vectors.re, vectors.im];
  }
  const [B, V] = modes(X);
  const { re, im, pairs } = spectrumOf('eig', B);
  return [re, im, ...pointed(matmul(V, pairs.re), matmul(V, pairs.im))];
}
