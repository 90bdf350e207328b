import type { Family } from './family.ts';

type Load = () => Promise<Family>;

/** Every contender that runs in Node, in the order of tables. Loaded by the process that is to run it, not before. */
export const families: Readonly<Record<string, Load>> = {
  core: async () => (await import('./core.ts')).core,
  simd: async () => (await import('./simd.ts')).simd(),
  'ml-matrix': async () => (await import('./ml-matrix.ts')).mlMatrix,
  numeric: async () => (await import('./numeric.ts')).numeric,
  mathjs: async () => (await import('./mathjs.ts')).mathjs,
  'numpy-ts': async () => (await import('./numpy-ts.ts')).numpyTs,
  eigen: async () => (await import('./eigen.ts')).eigen(),
  emlapack: async () => (await import('./emlapack.ts')).emlapack(),
};
