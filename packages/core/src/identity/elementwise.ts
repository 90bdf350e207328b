import type { Elementwise, Term } from '../algebra.ts';
import { defineIdentity, type Identity } from '../define/define.ts';
import type { Domain } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { DomainError } from '../errors.ts';
import * as float64 from '../interpret/float64/elementwise.ts';
import { map } from './map.ts';

/**
 * The identity of an elementwise function: the word `map` with the function filled in.
 *
 * @flops mn
 * @source d f(X) = f′(X) ∘ dX; Magnus & Neudecker 2019, §8.3
 */
export function elementwise<O extends readonly [p?: number] = []>(
  fn: Elementwise,
  domain: Domain,
  options: readonly O[] = [],
  check: (p: number) => void = (p) => {
    if (!Number.isFinite(p)) throw new DomainError(fn.name, `expected a number as parameter, got ${p}`);
  },
): Identity<'()->()', O> {
  return defineIdentity<'()->()', O>({
    name: fn.name,
    signature: '()->()',
    domain: [domain],
    check: (_, [p]) => {
      if (options.length > 0) check(p as number);
    },
    forward: ([X], [p]) => ({ y: float64.map(X, fn, p) }),
    latex: (x, p) => fn.latex(x, p === undefined ? options[0]?.[0] : Number(p)),
    words: { had: special.had, map: special.map, add: special.add, sub: special.sub },
    rule: (k) => {
      const { jvp, vjp } = map.spec.rule(k);
      return {
        jvp: ({ o, ...saved }, dX) => jvp({ ...saved, o: [fn, ...o] }, dX) as Term,
        vjp: ({ o, ...saved }, Ybar) => vjp({ ...saved, o: [fn, ...o] }, Ybar) as [Term],
      };
    },
    ...(options.length > 0 && { examples: options.map((o) => ({ options: o })) }),
  });
}
