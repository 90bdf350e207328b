import {
  CholeskyDecomposition,
  EigenvalueDecomposition,
  inverse,
  Matrix,
  QrDecomposition,
  SingularValueDecomposition,
  solve,
} from 'ml-matrix';
import { prepared } from '../../backends/backend.ts';
import { versionOf } from '../../backends/version.ts';
import { toRows } from '../../matrix.ts';
import type { Problem } from '../problem.ts';
import { each, type Family } from './family.ts';

const first = ({ A }: Problem) => new Matrix(toRows(A[0]!));
const flat = (M: Matrix) => [M.to1DArray()];
const options = { autoTranspose: true };

const matmul = (p: Problem) => {
  const [A, B] = [first(p), new Matrix(toRows(p.B))];
  return prepared(() => A.mmul(B), flat);
};
const inv = (p: Problem) =>
  each(
    p.A.map((A) => new Matrix(toRows(A))),
    (A) => inverse(A),
    (X) => X.to1DArray(),
  );

/** https://github.com/mljs/matrix */
export const mlMatrix: Family = {
  name: 'ml-matrix',
  version: versionOf('ml-matrix'),
  calls: {
    matmul,
    inv,
    solve: (p) => {
      const [A, b] = [first(p), new Matrix(toRows(p.b))];
      return prepared(() => solve(A, b), flat);
    },
    cholesky: (p) => {
      const A = first(p);
      return prepared(() => new CholeskyDecomposition(A).lowerTriangularMatrix, flat);
    },
    qr: (p) => {
      const A = first(p);
      return prepared(
        () => {
          const f = new QrDecomposition(A);
          return [f.orthogonalMatrix, f.upperTriangularMatrix] as const;
        },
        ([, R]) => flat(R),
      );
    },
    // It has no way to leave the vectors out.
    eigh: (p) => {
      const A = first(p);
      return prepared(
        () => new EigenvalueDecomposition(A, { assumeSymmetric: true }),
        (f) => [f.realEigenvalues],
      );
    },
    svd: (p) => {
      const A = first(p);
      return prepared(
        () => new SingularValueDecomposition(A, options),
        (f) => [f.diagonal],
      );
    },
    svdvals: (p) => {
      const A = first(p);
      const none = { ...options, computeLeftSingularVectors: false, computeRightSingularVectors: false };
      return prepared(
        () => new SingularValueDecomposition(A, none),
        (f) => [f.diagonal],
      );
    },
  },
};
