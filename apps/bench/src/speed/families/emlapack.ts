import { type Prepared, prepared } from '../../backends/backend.ts';
import { versionOf } from '../../backends/version.ts';
import { transpose } from '../../matrix.ts';
import type { Problem } from '../problem.ts';
import { arena, type Lapack, loadLapack } from './emlapack-module.ts';
import { cholesky, inv, matmul, type Plan, qr, singular, solve, spectrum } from './emlapack-plans.ts';
import type { Family } from './family.ts';

/** A case whose call starts from a fresh copy of A, by columns where `columns` says so. */
function prepare(lapack: Lapack, plan: Plan, problem: Problem, columns: boolean): Prepared {
  const { A, n, kind } = problem;
  const members = A.map((M) => (columns ? transpose(M) : M).data);
  const of = arena(lapack);
  const a = of.doubles(n * n);
  const { call, at, count } = plan(lapack, problem, of, a, of.int(n));
  // Whoever asked for a result of their own gets one; otherwise it may stay in the memory of the module.
  const take = kind === 'out' && A.length === 1 ? 'subarray' : 'slice';
  const run = () =>
    members.map((data) => {
      lapack.HEAPF64.set(data, a >> 3);
      call();
      return lapack.HEAPF64[take](at >> 3, (at >> 3) + count);
    });
  return { ...prepared(run, (answer) => answer), dispose: of.free };
}

/** https://github.com/likr/emlapack: CLAPACK and its reference BLAS, compiled to WebAssembly. */
export async function emlapack(): Promise<Family> {
  const lapack = await loadLapack();
  const by =
    (plan: Plan, columns = false) =>
    (problem: Problem) =>
      prepare(lapack, plan, problem, columns);
  return {
    name: 'emlapack',
    version: versionOf('emlapack'),
    calls: {
      matmul: by(matmul),
      inv: by(inv),
      solve: by(solve),
      cholesky: by(cholesky),
      qr: by(qr, true),
      eigh: by(spectrum('V')),
      eigvalsh: by(spectrum('N')),
      svd: by(singular('S')),
      svdvals: by(singular('N')),
    },
  };
}
