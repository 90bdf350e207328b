import type { Algebra, Factor } from '../../algebra.ts';
import type { NdArray } from '../../array.ts';
import * as elementwise from './elementwise.ts';
import * as factored from './factored.ts';
import * as indexing from './indexing.ts';
import * as parts from './parts.ts';
import * as products from './products.ts';
import * as shapes from './shapes.ts';
import * as triangles from './triangles.ts';

/** The algebra on float64 arrays: what everything else comes down to. */
export const float64: Algebra<NdArray, Factor> = {
  level: 0,
  ...elementwise,
  ...factored,
  ...indexing,
  ...parts,
  ...products,
  ...shapes,
  ...triangles,
  call: (id, x, o) => {
    const { y, f } = id.forward(x, o);
    return { x, y, f, o };
  },
};
