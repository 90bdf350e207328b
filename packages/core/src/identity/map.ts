import type { Elementwise } from '../algebra.ts';
import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import { tanh } from '../define/functions.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/elementwise.ts';

/** The word `map`: an elementwise function handed over as a record, with its parameter where it has one. */
export const map = /* @__PURE__ */ defineIdentity<'()->()', [fn: Elementwise, p?: number]>({
  name: 'map',
  signature: '()->()',
  domain: [real],
  word: 'map',
  forward: (x, o) => ({ y: float64.map(...x, ...o) }),
  latex: (X) => `f(${X})`,
  words: { had: special.had, map: special.map, add: special.add, sub: special.sub },
  rule: (k) => ({
    jvp: ({ x: [X], y: Y, o: [fn, p = 0] }, dX) => k.had(fn.derivative(k, X, Y, p), dX),
    vjp: ({ x: [X], y: Y, o: [fn, p = 0] }, Ybar) => [k.had(fn.derivative(k, X, Y, p), Ybar)],
  }),
  examples: [{ shapes: [[2, 3]], options: [tanh] }],
});
