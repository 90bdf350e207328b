import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Prepared, prepared } from '../../backends/backend.ts';
import { versionOf } from '../../backends/version.ts';
import { transpose } from '../../matrix.ts';
import type { Problem } from '../problem.ts';
import type { Family } from './family.ts';

type Fortran = (...pointers: number[]) => void;
type Module = {
  readonly calledRun?: boolean;
  readonly HEAPF64: Float64Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
} & Readonly<Record<`_${string}_` | '_f2c_dgemm', Fortran>>;

/** Its WebAssembly build finds its binary only in the working directory, and only where there is no `fetch`. */
async function load(): Promise<Module> {
  const require = createRequire(import.meta.url);
  const [{ fetch }, folder] = [globalThis, process.cwd()];
  const { log, warn } = console;
  try {
    Object.assign(globalThis, { fetch: undefined });
    // It tells how it starts.
    Object.assign(console, { log: () => undefined, warn: () => undefined });
    process.chdir(dirname(require.resolve('emlapack/package.json')));
    const module = require('emlapack/wasm.js') as Module;
    for (let k = 0; !module.calledRun; k++) {
      if (k > 1000) throw new Error('emlapack does not start');
      await setTimeout(10);
    }
    return module;
  } finally {
    process.chdir(folder);
    Object.assign(console, { log, warn });
    Object.assign(globalThis, { fetch });
  }
}

/** Memory for one case, and arguments as Fortran takes them: by address. */
function arena(module: Module) {
  const taken: number[] = [];
  const take = (bytes: number) => {
    const at = module._malloc(bytes);
    if (at === 0) throw new RangeError('out of memory');
    taken.push(at);
    return at;
  };
  return {
    doubles: (count: number) => take(8 * Math.max(1, count)),
    ints: (count: number) => take(4 * Math.max(1, count)),
    int(x: number) {
      const at = take(4);
      module.HEAP32[at >> 2] = x;
      return at;
    },
    letter(x: string) {
      const at = take(4);
      module.HEAPU8[at] = x.charCodeAt(0);
      return at;
    },
    free() {
      for (const at of taken) module._free(at);
    },
  };
}

/** https://github.com/likr/emlapack: CLAPACK and its reference BLAS, compiled to WebAssembly. */
export async function emlapack(): Promise<Family> {
  const module = await load();
  const read = (at: number, count: number) => Array.from(module.HEAPF64.subarray(at >> 3, (at >> 3) + count));

  /** A case whose call starts from a fresh copy of A, by columns where `columns` says so. */
  const work = (
    { A, n, op }: Problem,
    columns: boolean,
    plan: (
      of: ReturnType<typeof arena>,
      a: number,
      size: number,
    ) => { call(): void; at: number; count: number },
  ): Prepared => {
    const into = op === 'matmulOut' || op === 'invOut';
    const members = A.map((M) => (columns ? transpose(M) : M).data);
    const of = arena(module);
    const a = of.doubles(n * n);
    const { call, at, count } = plan(of, a, of.int(n));
    // Whoever asked for a result of their own gets one; otherwise it may stay in the memory of the module.
    const take = into ? 'subarray' : 'slice';
    const run = () =>
      members.map((data) => {
        module.HEAPF64.set(data, a >> 3);
        call();
        return module.HEAPF64[take](at >> 3, (at >> 3) + count);
      });
    return { ...prepared(run, (answer) => answer), dispose: of.free };
  };
  /** Asks how much workspace is best, and takes it. */
  const workspace = (of: ReturnType<typeof arena>, ask: (work: number, length: number) => void) => {
    const probe = of.doubles(1);
    ask(probe, of.int(-1));
    const length = read(probe, 1)[0] as number;
    return [of.doubles(length), of.int(length)] as const;
  };

  const matmul = (p: Problem) =>
    work(p, false, (of, a, n) => {
      const [b, c, none, one, zero] = [
        of.doubles(p.n ** 2),
        of.doubles(p.n ** 2),
        of.letter('N'),
        of.doubles(1),
        of.doubles(1),
      ];
      module.HEAPF64.set(p.B.data, b >> 3);
      module.HEAPF64[one >> 3] = 1;
      module.HEAPF64[zero >> 3] = 0;
      // By columns: Cᵀ = Bᵀ Aᵀ.
      const call = () => module._f2c_dgemm(none, none, n, n, n, one, b, n, a, n, zero, c, n);
      return { call, at: c, count: p.n ** 2 };
    });
  const inv = (p: Problem) =>
    work(p, false, (of, a, n) => {
      const [pivots, info] = [of.ints(p.n), of.int(0)];
      const [w, length] = workspace(of, (x, l) => module['_dgetri_']!(n, a, n, pivots, x, l, info));
      const call = () => {
        module['_dgetrf_']!(n, n, a, n, pivots, info);
        module['_dgetri_']!(n, a, n, pivots, w, length, info);
      };
      return { call, at: a, count: p.n ** 2 };
    });
  const spectrum = (job: 'N' | 'V') => (p: Problem) =>
    work(p, false, (of, a, n) => {
      const [v, u, w, info] = [of.letter(job), of.letter('L'), of.doubles(p.n), of.int(0)];
      const [ints, intLength] = [of.ints(5 * p.n + 3), of.int(5 * p.n + 3)];
      const [x, length] = workspace(of, (x, l) =>
        module['_dsyevd_']!(v, u, n, a, n, w, x, l, ints, intLength, info),
      );
      return {
        call: () => module['_dsyevd_']!(v, u, n, a, n, w, x, length, ints, intLength, info),
        at: w,
        count: p.n,
      };
    });
  const singular = (job: 'N' | 'S') => (p: Problem) =>
    work(p, false, (of, a, n) => {
      const size = job === 'S' ? p.n ** 2 : 1;
      const [j, s, u, vt, ints, info] = [
        of.letter(job),
        of.doubles(p.n),
        of.doubles(size),
        of.doubles(size),
        of.ints(8 * p.n),
        of.int(0),
      ];
      const call = (x: number, l: number) =>
        module['_dgesdd_']!(j, n, n, a, n, s, u, n, vt, n, x, l, ints, info);
      const [x, length] = workspace(of, call);
      return { call: () => call(x, length), at: s, count: p.n };
    });

  return {
    name: 'emlapack',
    version: versionOf('emlapack'),
    calls: {
      matmul,
      matmulOut: matmul,
      inv,
      invOut: inv,
      solve: (p) =>
        work(p, false, (of, a, n) => {
          const [x, pivots, info, one, t] = [
            of.doubles(p.n),
            of.ints(p.n),
            of.int(0),
            of.int(1),
            of.letter('T'),
          ];
          const call = () => {
            module.HEAPF64.set(p.b.data, x >> 3);
            module['_dgetrf_']!(n, n, a, n, pivots, info);
            module['_dgetrs_']!(t, n, one, a, n, pivots, x, n, info);
          };
          return { call, at: x, count: p.n };
        }),
      // The upper triangle by columns is the lower one by rows; the other one keeps what it held.
      cholesky: (p) =>
        work(p, false, (of, a, n) => {
          const [u, info] = [of.letter('U'), of.int(0)];
          return { call: () => module['_dpotrf_']!(u, n, a, n, info), at: a, count: p.n ** 2 };
        }),
      qr: (p) =>
        work(p, true, (of, a, n) => {
          const [r, tau, info] = [of.doubles(p.n ** 2), of.doubles(p.n), of.int(0)];
          const [w, length] = workspace(of, (x, l) => module['_dgeqrf_']!(n, n, a, n, tau, x, l, info));
          const call = () => {
            module['_dgeqrf_']!(n, n, a, n, tau, w, length, info);
            module.HEAPF64.copyWithin(r >> 3, a >> 3, (a >> 3) + p.n ** 2);
            module['_dorgqr_']!(n, n, n, a, n, tau, w, length, info);
          };
          return { call, at: r, count: p.n ** 2 };
        }),
      eigh: spectrum('V'),
      eigvalsh: spectrum('N'),
      svd: singular('S'),
      svdvals: singular('N'),
    },
  };
}
