import { allocate } from './allocate.ts';

/** f of each entry and its place, in new memory: for a 4×4 matrix `X.map(f)` takes ten times as long as a product. */
export function mapped(X: Float64Array, f: (x: number, p: number) => number): Float64Array {
  const Y = allocate(X.length);
  for (let p = 0; p < Y.length; p++) Y[p] = f(X[p], p);
  return Y;
}

/** X in new memory. */
export function copied(X: Float64Array): Float64Array {
  const Y = allocate(X.length);
  for (let p = 0; p < Y.length; p++) Y[p] = X[p];
  return Y;
}
