import { type Algebra, deepest, type Factor, type Value, type Word } from '../algebra.ts';
import type { NdArray } from '../array.ts';
import { fill, neg } from '../interpret/float64/elementwise.ts';
import { mul, t } from '../interpret/float64/products.ts';
import { reshape, sumTo } from '../interpret/float64/shapes.ts';

export type Ambient = Algebra<Value, Factor>;
type Run = (...args: unknown[]) => Value;

/** A word that goes to the deepest algebra among its arguments, float64 if all are plain. */
export function ambiently<W extends Word>(word: W, plain: Algebra<NdArray, Factor>[W]): Ambient[W] {
  const dispatch = (...args: unknown[]) => {
    // Words of a tape are methods.
    const k = deepest(args) as Record<Word, Run> | undefined;
    return k ? k[word](...args) : (plain as Run)(...args);
  };
  return dispatch as unknown as Ambient[W];
}

/**
 * The words that every rule may use without saying so.
 *
 * Others stand in `special.ts`: an identity names those that its rule needs, so that a bundle holds no word in vain.
 */
export const common = {
  level: 0,
  neg: /* @__PURE__ */ ambiently('neg', neg),
  mul: /* @__PURE__ */ ambiently('mul', mul),
  t: /* @__PURE__ */ ambiently('t', t),
  fill: /* @__PURE__ */ ambiently('fill', fill),
  sumTo: /* @__PURE__ */ ambiently('sumTo', sumTo),
  reshape: /* @__PURE__ */ ambiently('reshape', reshape),
  call: (id, x, o) => {
    const k = deepest(x);
    if (k) return k.call(id, x, o);
    const { y, f } = id.forward(x, o);
    return { x, y, f, o };
  },
} satisfies Partial<Ambient>;
