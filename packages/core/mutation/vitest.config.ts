import { defineConfig } from 'vitest/config';
import { base } from '../../../vitest.base.ts';
import { applyEdits, type Edit } from './mutants.ts';

const { path, edits } = JSON.parse(process.env['MUTANT'] ?? '{}') as { path?: string; edits?: Edit[] };

/** The tests of core with one rule broken: the file on disk stays as it is. */
export default defineConfig({
  ...base,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      transform: (code, id) => (id === path ? applyEdits(code, edits ?? []) : null),
    },
  ],
  test: {
    ...base.test,
    // The cache would bring back the module without its mutant.
    fsModuleCache: false,
    exclude: ['**/node_modules/**', 'src/{kernel,factor}/**', 'mutation/**'],
    // Every mutant prints another formula; what must catch it is a number.
    testNamePattern: /^(?!.*\bprints? )/,
    reporters: ['dot'],
    bail: 1,
  },
});
