import { type NdArray, sizeOf } from '../../array.ts';
import { copy } from '../../kernel/copy.ts';
import { pairsOf } from './pairs.ts';

/** A stack of complex vectors or matrices. */
export interface Complex {
  readonly re: NdArray;
  readonly im: NdArray;
}

/**
 * Eigenvalues and eigenvectors of a stack of general matrices.
 *
 * Eigenvalues ascend by real part, equal real parts by imaginary part (NumPy's sort_complex); the members of a conjugate
 * pair have exactly the same real part.
 */
export interface Eig {
  /** [..., n] */
  readonly values: Complex;
  /** [..., n, n]: column j, of 2-norm 1 with its largest entry real and positive, belongs to value j. */
  readonly vectors: Complex;
}

function decompose(A: NdArray, op: string, wanted: boolean): { values: Complex; vectors: Complex | null } {
  const n = A.shape[A.shape.length - 1];
  const members = sizeOf(A.shape.slice(0, -2));
  const size = wanted ? A.data.length : 0;
  const [re, im] = [new Float64Array(members * n), new Float64Array(members * n)];
  const [vre, vim] = [new Float64Array(size), new Float64Array(size)];
  for (let m = 0; m < members; m++) {
    const pairs = pairsOf(op, n, A.data, m * n * n, wanted);
    copy(n, pairs.wr, 0, re, m * n);
    copy(n, pairs.wi, 0, im, m * n);
    if (!wanted) continue;
    copy(n * n, pairs.re, 0, vre, m * n * n);
    copy(n * n, pairs.im, 0, vim, m * n * n);
  }
  const complex = (shape: readonly number[], x: Float64Array, y: Float64Array): Complex => ({
    re: { shape, data: x },
    im: { shape, data: y },
  });
  return {
    values: complex(A.shape.slice(0, -1), re, im),
    vectors: wanted ? complex(A.shape, vre, vim) : null,
  };
}

/** Eigenvalues of each member of a stack [..., n, n], in the order of `Eig`; `op` names the caller in errors. */
export const eigvals = (A: NdArray, op: string): Complex => decompose(A, op, false).values;

/**
 * Eigenvalues and right eigenvectors of each member of a stack [..., n, n]. Defective matrices have fewer than n: columns
 * then repeat, to working precision.
 */
export const eig = (A: NdArray, op: string): Eig => decompose(A, op, true) as Eig;
