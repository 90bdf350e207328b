import type { Algebra, Factor, Traced, Value } from '../algebra.ts';
import { ambient } from '../define/ambient.ts';

type Run = (...args: unknown[]) => Value;

/** What a word will be of some arguments: computed when somebody asks for it, and once. */
class Later implements Traced {
  readonly algebra = algebra;
  readonly run: Run;
  readonly args: readonly unknown[];
  #value: Value | undefined;

  constructor(run: Run, args: readonly unknown[]) {
    this.run = run;
    this.args = args;
  }

  get value(): Value {
    this.#value ??= this.run(...this.args.map(now));
    return this.#value;
  }

  get shape(): readonly number[] {
    return this.value.shape;
  }

  get data(): Float64Array {
    return this.value.data;
  }
}

/** x itself, computed now if it has not been. */
export const now = <T>(x: T): T | Value => (x instanceof Later ? x.value : x);

/** x, so marked that what a rule makes of it waits until `now` asks for it. */
export const later = (x: Value): Value => new Later((value) => value as Value, [x]);

// Deeper than every tape: what has waited goes to the algebra that it would have gone to at once.
const algebra = /* @__PURE__ */ (() => {
  class Waiting {
    readonly level = 1 / 0;
  }
  const words = Object.entries(ambient).map(([word, run]) => [
    word,
    (...args: unknown[]) => new Later(run as Run, args),
  ]);
  const call: typeof ambient.call = (id, x, o) => ambient.call(id, x.map(now), o);
  // As methods of a class, words are found fast.
  Object.assign(Waiting.prototype, Object.fromEntries(words), { call });
  return new Waiting() as unknown as Algebra<Value, Factor>;
})();
