import { defineConfig } from 'vitest/config';
import { base } from '../../../vitest.base.ts';
import { applyEdits, type Edit } from './mutants.ts';

/** A mutant of the file at `path`, and the identity whose tests are wanted; '' for all. */
interface Given {
  readonly path?: string;
  readonly edits?: readonly Edit[];
  readonly only?: string;
}
const { path, edits = [], only = '' } = JSON.parse(process.env['MUTANT'] ?? '{}') as Given;

/** The tests of core with one rule broken: the file on disk stays as it is. */
export default defineConfig({
  ...base,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      transform: (code, id) => (id === path ? applyEdits(code, edits) : null),
    },
  ],
  test: {
    ...base.test,
    // The cache would bring back the module without its mutant.
    fsModuleCache: false,
    exclude: ['**/node_modules/**', 'src/{kernel,factor}/**', 'mutation/**'],
    // Every mutant prints another formula; what must catch it is a number.
    testNamePattern: new RegExp(`^${only}\\b(?!.*\\bprints? )`),
    reporters: ['dot'],
    bail: 1,
  },
});
