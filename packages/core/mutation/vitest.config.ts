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
    exclude: ['**/node_modules/**', 'src/{kernel,factor}/**', 'mutation/**'],
    reporters: ['dot'],
    bail: 1,
  },
});
