import type { Nested } from '../../../src/array.ts';
import { DomainError, type MatgradError, NonFiniteError, ShapeError } from '../../../src/index.ts';
import type { ForwardCase, Result } from './cases.ts';
import { expExactly, rootExactly, solveExactly } from './exact.ts';

/** What is right where a library's test-suite wants something else. */
export interface Disagreement {
  readonly why: string;
  /** The error that is raised. */
  readonly throws?: new (
    ...args: never[]
  ) => MatgradError;
  /** The value, in exact arithmetic or by its definition; `run` applies the operation to something else. */
  readonly value?: (c: ForwardCase, run: (A: unknown) => Result) => Result;
}

type Rows = readonly (readonly number[])[];
const rowsOf = ({ input }: ForwardCase) => input.A as Rows;

const stack: Disagreement = {
  why: 'Leading axes are a stack, not an error: the result is that of each member.',
  value: ({ input }, run) => {
    const each = (A: unknown): Nested =>
      Array.isArray((A as unknown[][])[0]?.[0]) ? (A as unknown[]).map(each) : (run(A) as Nested);
    return each(input.A);
  },
};
const rounded = (value: (c: ForwardCase) => Result): Disagreement => ({
  why: 'The suite shows fewer digits than its tolerance asks for.',
  value,
});
const solved = rounded((c) => solveExactly(rowsOf(c), c.input.b as readonly number[]));
const exponential = rounded((c) => expExactly(rowsOf(c)));
const nothing: Disagreement = { why: 'A sum of nothing is 0, as in NumPy.', value: () => 0 };
const nonFinite: Disagreement = {
  why: 'NaN and Infinity are refused at the door, so that no result is one of them without a word.',
  throws: NonFiniteError,
};
const boolean: Disagreement = { why: 'true and false are no numbers.', throws: DomainError };
const diagonalSum: Disagreement = {
  why: 'The trace of a rectangular matrix is the sum of its main diagonal, as in NumPy.',
  value: (c) => rowsOf(c).reduce((sum, row, i) => sum + (row[i] as number), 0),
};

/** Every case of other libraries in which matgrad does not do what is expected there, and why that is right. */
export const disagreements: Readonly<Record<string, Disagreement>> = {
  'tensorflow/det/23': nonFinite,
  'tensorflow/det/24': nonFinite,
  'tensorflow/det/25': nonFinite,
  'mathjs/det/21': { why: 'A 2×0 matrix is not square.', throws: ShapeError },
  'mathjs/det/28': stack,
  'mathjs/inv/21': {
    why: 'The second argument of inv are options, of which there are none in it; the inverse of a 0×0 matrix is 0×0.',
    value: () => [],
  },
  'mathjs/pinv/18': stack,
  'mathjs/expm/5': exponential,
  'mathjs/expm/6': exponential,
  'mathjs/expm/8': exponential,
  'mathjs/expm/9': exponential,
  'mathjs/sqrtm/2': rounded((c) => rootExactly(rowsOf(c) as [[number, number], [number, number]])),
  'mathjs/sqrtm/10': stack,
  'mathjs/sqrtm/11': stack,
  'mathjs/sqrtm/12': stack,
  'mathjs/trace/24': diagonalSum,
  'mathjs/trace/28': stack,
  'mathjs/trace/33': diagonalSum,
  'mathjs/kron/15': {
    why: 'Leading axes are a stack: one product for each pair of members, not for all of them.',
    value: ({ input: { A, B } }) => (A as Rows[]).map((X, i) => kronecker(X, (B as Rows[])[i] as Rows)),
  },
  'mathjs/dot/24': {
    why: 'The inner product of matrices is Σ A_ij·B_ij.',
    value: ({ input: { A, B } }) => {
      const other = (B as Rows).flat();
      return (A as Rows).flat().reduce((sum, x, i) => sum + x * (other[i] as number), 0);
    },
  },
  'mathjs/dot/26': nothing,
  'mathjs/qr/3': {
    why: 'There are no sparse matrices in matgrad, and the factors of this one are those of the dense case beside it.',
    value: () => ({ Q: [[0.6, -0.8], [0.8, 0.6]], R: [[25, 90], [0, 15]] }), // biome-ignore format: matrices
  },
  'mathjs/lusolve/20': solved,
  'mathjs/lusolve/21': solved,
  'mathjs/lusolve/22': solved,
  'mathjs/lusolve/23': solved,
  'mathjs/norm/1': boolean,
  'mathjs/norm/2': boolean,
  'mathjs/norm/27': {
    why: 'Order 0 counts the entries other than 0, as in NumPy.',
    value: ({ input }) => (input.A as readonly number[]).filter((x) => x !== 0).length,
  },
  'mathjs/norm/48': nothing,
  'mathjs/norm/49': nothing,
  'mathjs/norm/50': nothing,
  'mathjs/norm/51': nothing,
  'mathjs/norm/52': {
    why: 'Rectangular matrices have a spectral norm too: A·Aᵀ = [14 13; 13 14] has the eigenvalues 27 and 1.',
    value: () => Math.sqrt(27),
  },
};

const kronecker = (A: Rows, B: Rows): Nested =>
  A.flatMap((row) => B.map((other) => row.flatMap((a) => other.map((b) => a * b))));
