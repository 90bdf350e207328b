import { deepest } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { finish, prepare } from './prepare.ts';
import type { Spec } from './spec.ts';

/** What `value` makes of a plain argument of an identity, or undefined where derivatives go through it. */
export function plainly(spec: Spec, A: ArrayInput, value: (A: NdArray) => NdArray): NdArray | undefined {
  const { x } = prepare(spec, [A]);
  return deepest(x) ? undefined : finish(spec.name, value(x[0]));
}
