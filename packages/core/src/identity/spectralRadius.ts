import { primal } from '../algebra.ts';
import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { DegenerateError } from '../errors.ts';
import { eigvals as compute } from '../factor/eig/eig.ts';
import { spectrumOf, squareValue } from './eigvals.ts';
import { hadamard } from './hadamard.ts';
import { hypot } from './hypot.ts';
import { modes } from './modes.ts';
import { sum } from './sum.ts';

/** The largest modulus of each member, 0 where there is none. */
function largest({ shape, data }: NdArray): NdArray {
  const n = shape[shape.length - 1];
  const lead = shape.slice(0, -1);
  const values = Array.from({ length: sizeOf(lead) }, (_, m) =>
    Math.max(0, ...data.subarray(m * n, (m + 1) * n)),
  );
  return { shape: lead, data: Float64Array.from(values) };
}

/** One at the largest of each member's moduli, a half at both of a pair; refuses what has no slope: others as large, and 0. */
function dominant(moduli: NdArray, im: NdArray): NdArray {
  const n = moduli.shape[moduli.shape.length - 1];
  const weights = new Float64Array(moduli.data.length);
  largest(moduli).data.forEach((radius, m) => {
    const slack = 8 * n * 2 ** -52 * radius;
    const all = Array.from({ length: n }, (_, i) => m * n + i);
    const top = all.filter((p) => moduli.data[p] >= radius - slack);
    const pair = top.length === 2 && im.data[top[0]] !== 0 && im.data[top[0]] === -im.data[top[1]];
    if (n > 0 && (radius === 0 || !(pair || top.length === 1))) {
      throw new DegenerateError(
        'spectralRadius',
        radius - Math.min(...top.map((p) => moduli.data[p])),
        top.map((p) => p % n),
        'It has a kink where eigenvalues of one modulus compete, or all are 0; spectralNorm and norms are subdifferentiable.',
      );
    }
    for (const p of top) weights[p] = 1 / top.length;
  });
  return { shape: moduli.shape, data: weights };
}

/**
 * Spectral radius of a square matrix: the largest modulus of its eigenvalues.
 *
 * @param A n×n matrix
 * @returns y = max |λ_i|, a scalar; 0 where n is
 * @throws {ShapeError} if A is not square
 * @throws {DegenerateError} from derivatives where eigenvalues coincide, or several but a complex pair have the largest modulus, or it is 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(spectralRadius([[0, -2], [2, 0]])) //=> 2
 */
export function spectralRadius(A: ArrayInput): NdArray {
  const [X, plain] = squareValue('spectralRadius', A);
  if (plain) {
    const { re, im } = compute(X, 'spectralRadius');
    return largest(hypot(re, im));
  }
  const { re, im } = spectrumOf('spectralRadius', modes(X)[0]);
  const moduli = hypot(re, im);
  return sum(hadamard(dominant(primal(moduli) as NdArray, primal(im) as NdArray), moduli), -1);
}
