import * as equations from './equations.ts';
import * as index from './index.ts';
import * as special from './special.ts';
import * as spectra from './spectra.ts';
import * as statistics from './statistics.ts';
import * as structured from './structured.ts';
import * as tensor from './tensor.ts';

/** What exports operations, by file: `index` is `@matgrad/core`, all others are named after their file. */
export const entryPoints: Readonly<Record<string, object>> = {
  index,
  equations,
  special,
  spectra,
  statistics,
  structured,
  tensor,
};
