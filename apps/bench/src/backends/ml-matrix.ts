import { CholeskyDecomposition, determinant, inverse, Matrix, solve } from 'ml-matrix';
import type { Kind, Op } from '../golden/format.ts';
import { toRows } from '../matrix.ts';
import { type Backend, float64, type Inputs, type Prepared, prepared } from './backend.ts';
import { versionOf } from './version.ts';

const read = (M: Matrix) => [M.to1DArray()];

function prepare(op: Op, _kind: Kind, inputs: Inputs): Prepared {
  const A = new Matrix(toRows(inputs.A));
  const B = new Matrix(toRows(inputs.B));
  switch (op) {
    case 'inv':
      return prepared(() => inverse(A), read);
    case 'det':
      return prepared(
        () => determinant(A),
        (d) => [[d]],
      );
    case 'solve':
      return prepared(() => solve(A, B), read);
    case 'cholesky':
      return prepared(() => new CholeskyDecomposition(A).lowerTriangularMatrix, read);
    case 'slogdet':
      throw new Error('ml-matrix has no slogdet');
  }
}

/** https://github.com/mljs/matrix */
export const mlMatrix: Backend = {
  name: 'ml-matrix',
  version: versionOf('ml-matrix'),
  unit: float64,
  supports: (op, kind) => kind === 'value' && op !== 'slogdet',
  prepare,
};
