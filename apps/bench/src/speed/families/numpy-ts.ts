import * as np from 'numpy-ts';
import { prepared } from '../../backends/backend.ts';
import { versionOf } from '../../backends/version.ts';
import { type Matrix, toRows } from '../../matrix.ts';
import type { Problem } from '../problem.ts';
import type { Family } from './family.ts';

type Nd = ReturnType<typeof np.array>;

const array = (A: Matrix): Nd => np.array(toRows(A));
const first = ({ A }: Problem) => array(A[0]!);
const flat = (X: unknown): number[] => ((X as Nd).toArray() as number[][]).flat(Infinity) as number[];

const matmul = (p: Problem) => {
  const [A, B] = [first(p), array(p.B)];
  return prepared(
    () => np.matmul(A, B),
    (X) => [flat(X)],
  );
};
const inv = (p: Problem) => {
  const A = p.count === 1 ? first(p) : np.array(p.A.map(toRows));
  return prepared(
    () => np.linalg.inv(A),
    (X) => [flat(X)],
  );
};
const one = (call: (A: Nd) => unknown, read: (result: unknown) => unknown) => (p: Problem) => {
  const A = first(p);
  return prepared(
    () => call(A),
    (result) => [flat(read(result))],
  );
};

/** https://github.com/dupontcyborg/numpy-ts */
export const numpyTs: Family = {
  name: 'numpy-ts',
  version: versionOf('numpy-ts'),
  calls: {
    matmul,
    inv,
    solve: (p) => {
      const [A, b] = [first(p), array(p.b)];
      return prepared(
        () => np.linalg.solve(A, b),
        (x) => [flat(x)],
      );
    },
    cholesky: one(
      (A) => np.linalg.cholesky(A),
      (L) => L,
    ),
    qr: one(
      (A) => np.linalg.qr(A),
      (f) => (f as { r: Nd }).r,
    ),
    eigh: one(
      (A) => np.linalg.eigh(A),
      (f) => (f as { w: Nd }).w,
    ),
    eigvalsh: one(
      (A) => np.linalg.eigvalsh(A),
      (w) => w,
    ),
    svd: one(
      (A) => np.linalg.svd(A),
      (f) => (f as { s: Nd }).s,
    ),
    svdvals: one(
      (A) => np.linalg.svdvals(A),
      (s) => s,
    ),
  },
};
