import library from 'numeric';
import { prepared } from '../../backends/backend.ts';
import { versionOf } from '../../backends/version.ts';
import { toRows } from '../../matrix.ts';
import type { Problem } from '../problem.ts';
import { each, type Family } from './family.ts';

const first = ({ A }: Problem) => toRows(A[0]!);

const matmul = (p: Problem) => {
  const [A, B] = [first(p), toRows(p.B)];
  return prepared(
    () => library.dot(A, B) as number[][],
    (X) => [X.flat()],
  );
};
const inv = (p: Problem) =>
  each(
    p.A.map(toRows),
    (A) => library.inv(A),
    (X) => X.flat(),
  );

/** https://github.com/sloisel/numeric: no longer maintained, still widely used. It has neither Cholesky nor QR. */
export const numeric: Family = {
  name: 'numeric',
  version: versionOf('numeric'),
  calls: {
    matmul,
    inv,
    solve: (p) => {
      const [A, b] = [first(p), Array.from(p.b.data)];
      return prepared(
        () => library.solve(A, b),
        (x) => [x],
      );
    },
    eigh: (p) => {
      const A = first(p);
      return prepared(
        () => library.eig(A),
        ({ lambda }) => [lambda.x as number[]],
      );
    },
    svd: (p) => {
      const A = first(p);
      return prepared(
        () => library.svd(A),
        ({ S }) => [S],
      );
    },
  },
};
