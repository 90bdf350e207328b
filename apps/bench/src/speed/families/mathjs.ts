import { eigs, inv as inverse, lusolve, type Matrix as MathMatrix, matrix, multiply, qr } from 'mathjs';
import { prepared } from '../../backends/backend.ts';
import { versionOf } from '../../backends/version.ts';
import { toRows } from '../../matrix.ts';
import type { Problem } from '../problem.ts';
import { each, type Family } from './family.ts';

const first = ({ A }: Problem) => matrix(toRows(A[0]!));
const flat = (M: MathMatrix) => (M.toArray() as number[][]).flat();

const matmul = (p: Problem) => {
  const [A, B] = [first(p), matrix(toRows(p.B))];
  return prepared(
    () => multiply(A, B),
    (X) => [flat(X)],
  );
};
const inv = (p: Problem) =>
  each(
    p.A.map((A) => matrix(toRows(A))),
    (A) => inverse(A),
    flat,
  );

/** https://github.com/josdejong/mathjs: no Cholesky, no singular values. */
export const mathjs: Family = {
  name: 'mathjs',
  version: versionOf('mathjs'),
  calls: {
    matmul,
    inv,
    solve: (p) => {
      const [A, b] = [first(p), matrix(toRows(p.b))];
      return prepared(
        () => lusolve(A, b),
        (x) => [flat(x)],
      );
    },
    qr: (p) => {
      const A = first(p);
      return prepared(
        () => qr(A),
        ({ R }) => [flat(R as MathMatrix)],
      );
    },
    eigh: (p) => {
      const A = first(p);
      return prepared(
        () => eigs(A),
        ({ values }) => [(values as MathMatrix).toArray() as number[]],
      );
    },
    eigvalsh: (p) => {
      const A = first(p);
      return prepared(
        () => eigs(A, { eigenvectors: false }),
        ({ values }) => [(values as MathMatrix).toArray() as number[]],
      );
    },
  },
};
