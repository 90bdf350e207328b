import { prepared } from '../../backends/backend.ts';
import { versionOf } from '../../backends/version.ts';
import { type Matrix, toRows } from '../../matrix.ts';
import type { Problem } from '../problem.ts';
import type { Family } from './family.ts';

/** What is used of its matrices; memory of the module that `delete` gives back. */
type Handle = { rows(): number; cols(): number; get(i: number, j: number): number; delete(): void };
type Eigen = {
  ready: Promise<void>;
  Matrix: new (rows: number[][]) => Handle & { matMul(B: Handle): Handle; inverse(): Handle };
  Decompositions: {
    cholesky(A: Handle): { L: Handle };
    qr(A: Handle): { Q: Handle; R: Handle };
    svd(A: Handle, thin: boolean): { sv: Handle; U: Handle; V: Handle };
  };
};

const flat = (M: Handle): number[] =>
  Array.from({ length: M.rows() * M.cols() }, (_, k) => M.get(Math.floor(k / M.cols()), k % M.cols()));

/** https://github.com/BertrandBev/eigen-js: C++'s Eigen as WebAssembly. Neither dense systems nor symmetric eigenvalues. */
export async function eigen(): Promise<Family> {
  const { default: eig } = (await import('eigen')) as unknown as { default: Eigen };
  await eig.ready;
  const matrix = (A: Matrix) => new eig.Matrix(toRows(A));
  // What a call made is given back before the next one: the heap has 16 MB.
  const freeing = (call: () => Handle[], read: (result: Handle[]) => Handle) => {
    let last: Handle[] = [];
    return prepared(
      () => {
        for (const M of last) M.delete();
        last = call();
        return last;
      },
      (result) => [flat(read(result))],
    );
  };
  const product = (p: Problem) => {
    const [A, B] = [matrix(p.A[0]!), matrix(p.B)];
    return freeing(
      () => [A.matMul(B)],
      ([C]) => C!,
    );
  };
  const inverse = (p: Problem) => {
    const A = p.A.map(matrix);
    return freeing(
      () => A.map((M) => M.inverse()),
      ([X]) => X!,
    );
  };
  return {
    name: 'eigen',
    version: versionOf('eigen'),
    calls: {
      matmul: product,
      inv: inverse,
      cholesky: (p) => {
        const A = matrix(p.A[0]!);
        return freeing(
          () => [eig.Decompositions.cholesky(A).L],
          ([L]) => L!,
        );
      },
      qr: (p) => {
        const A = matrix(p.A[0]!);
        return freeing(
          () => {
            const { Q, R } = eig.Decompositions.qr(A);
            return [Q, R];
          },
          ([, R]) => R!,
        );
      },
      svd: (p) => {
        const A = matrix(p.A[0]!);
        return freeing(
          () => {
            const { sv, U, V } = eig.Decompositions.svd(A, true);
            return [sv, U, V];
          },
          ([s]) => s!,
        );
      },
    },
  };
}
