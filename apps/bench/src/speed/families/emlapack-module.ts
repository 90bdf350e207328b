import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

type Fortran = (...pointers: number[]) => void;

/** CLAPACK as WebAssembly: its memory, and functions that take everything by address. */
export type Lapack = {
  readonly calledRun?: boolean;
  readonly HEAPF64: Float64Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
} & Readonly<Record<`_${string}_` | '_f2c_dgemm', Fortran>>;

/** Its WebAssembly build finds its binary only in the working directory, and only where there is no `fetch`. */
export async function loadLapack(): Promise<Lapack> {
  const require = createRequire(import.meta.url);
  const [{ fetch }, folder] = [globalThis, process.cwd()];
  const { log, warn } = console;
  try {
    Object.assign(globalThis, { fetch: undefined });
    // It tells how it starts.
    Object.assign(console, { log: () => undefined, warn: () => undefined });
    process.chdir(dirname(require.resolve('emlapack/package.json')));
    const module = require('emlapack/wasm.js') as Lapack;
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
export function arena(lapack: Lapack) {
  const taken: number[] = [];
  const take = (bytes: number) => {
    const at = lapack._malloc(bytes);
    if (at === 0) throw new RangeError('out of memory');
    taken.push(at);
    return at;
  };
  const doubles = (count: number) => take(8 * Math.max(1, count));
  const int = (x: number) => {
    const at = take(4);
    lapack.HEAP32[at >> 2] = x;
    return at;
  };
  return {
    doubles,
    int,
    ints: (count: number) => take(4 * Math.max(1, count)),
    double(x: number) {
      const at = doubles(1);
      lapack.HEAPF64[at >> 3] = x;
      return at;
    },
    letter(x: string) {
      const at = take(4);
      lapack.HEAPU8[at] = x.charCodeAt(0);
      return at;
    },
    /** Asks how much workspace is best, and takes it. */
    workspace(ask: (work: number, length: number) => void): readonly [work: number, length: number] {
      const probe = doubles(1);
      ask(probe, int(-1));
      const length = lapack.HEAPF64[probe >> 3] as number;
      return [doubles(length), int(length)];
    },
    free() {
      for (const at of taken) lapack._free(at);
    },
  };
}
export type Arena = ReturnType<typeof arena>;
