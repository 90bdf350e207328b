import type { Algebra, Derivable, Factor, FactoredWord, Rewritable, Saved, Value, Word } from '../algebra.ts';
import { ambient } from '../define/ambient.ts';
import type { AnyIdentity } from '../define/define.ts';
import { words } from '../identity/words.ts';
import type { TracedFactor, Tracer } from './tracer.ts';

/** Turns the saved values of one identity, run one level below, into traced outputs. */
export type Derive = (
  id: Derivable,
  saved: Saved<Value, Factor>,
  inputs: readonly Value[],
  algebra: Algebra<Value, Factor>,
) => Value | Value[];

/** The words that take a factorisation, and of how many matrices it is. */
const factored: Readonly<Record<FactoredWord, 1 | 2>> = {
  ldiv: 1,
  ldivT: 1,
  spectral: 1,
  frechet: 1,
  gap: 1,
  even: 1,
  sylvester: 2,
  sylvesterT: 2,
  stein: 2,
  steinT: 2,
};

/** A plain factorisation names its matrix as A, or several as `of`. */
const matricesOf = (F: { readonly of?: readonly Value[]; readonly A?: Value }): readonly Value[] =>
  F.of ?? [F.A as Value];

/** The factorisation of a traced call. A class: V8 makes a hidden class for every literal with a getter, and old garbage of all. */
class Traceable implements TracedFactor {
  readonly algebra: Algebra<Value, Factor>;
  readonly f: Factor;
  readonly #id: Rewritable;
  readonly #saved: Saved<Value, Factor>;
  #of: readonly Value[] | undefined;

  constructor(algebra: Algebra<Value, Factor>, f: Factor, id: Rewritable, saved: Saved<Value, Factor>) {
    this.algebra = algebra;
    this.f = f;
    this.#id = id;
    this.#saved = saved;
  }

  /** Only second derivatives ask for it, and it may cost more than the first ones. */
  get of(): readonly Value[] {
    const { x, y, o } = this.#saved;
    this.#of ??= this.#id.factors?.(x, y, ambient, o) ?? x.slice(0, 1);
    return this.#of;
  }
}

let deepestLevel = 0;

/** An algebra on traced values, as its words see it. */
interface Traces extends Algebra<Value, Factor> {
  readonly derive: Derive;
}

type Lifted = (this: Traces, ...args: never[]) => Value;

/** Whether x is a value, or a factorisation, of an algebra. */
const owned = (x: unknown, algebra: unknown): x is { algebra: unknown } =>
  typeof x === 'object' && x !== null && (x as { algebra?: unknown }).algebra === algebra;
const under = (x: Value, algebra: unknown): Value => (owned(x, algebra) ? (x as Tracer).value : x);

function plainly(word: Word, { spec }: AnyIdentity): Lifted {
  const below = ambient[word] as (...args: unknown[]) => Value;
  return function (...args: unknown[]) {
    const count = spec.signature.variadic ? args.length : spec.signature.inputs.length;
    const inputs = args.slice(0, count).map((x) => (typeof x === 'number' ? scalar(x) : (x as Value)));
    const x = inputs.map((input) => under(input, this));
    const o = args.slice(count);
    return this.derive(spec, { x, y: below(...x, ...o), f: undefined, o }, inputs, this) as Value;
  };
}

function byFactors(word: FactoredWord, spec: Derivable): Lifted {
  const below = ambient[word] as (...args: unknown[]) => Value;
  return function (F: TracedFactor, ...operands: Value[]) {
    // The words of one matrix take the first, those of a pair the last two.
    const of = matricesOf(F);
    const inputs = [...(factored[word] === 1 ? of.slice(0, 1) : of.slice(-2)), ...operands];
    const f = owned(F, this) ? F.f : F;
    const y = below(f, ...operands.map((x) => under(x, this)));
    const x = inputs.map((input) => under(input, this));
    return this.derive(spec, { x, y, f, o: [] }, inputs, this) as Value;
  };
}

// Made once: a gradient of a 4×4 matrix takes less time than to make them.
const lifted = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ Object.entries(words).map(([word, id]) => [
    word,
    word in factored ? byFactors(word as FactoredWord, id.spec) : plainly(word as Word, id as AnyIdentity),
  ]),
) as Readonly<Record<Word, (this: Traces, ...args: unknown[]) => Value>>;

// Words are methods: algebras differ in `this` only.
const Lifting = /* @__PURE__ */ (() => {
  class Lifting {
    readonly level = ++deepestLevel;
    readonly derive: Derive;

    constructor(derive: Derive) {
      this.derive = derive;
    }
  }
  const own: ThisType<Traces> & Partial<Traces> = {
    mul(A, B, ...more) {
      return more.reduce<Value>((Y, C) => lifted.mul.call(this, Y, C), lifted.mul.call(this, A, B));
    },
    // Constants: only the shape of A counts.
    eye(A) {
      return ambient.eye(under(A, this));
    },
    fill(A, c) {
      return ambient.fill(under(A, this), c);
    },
    call(id, inputs, o) {
      const value = (input: Value) => under(input, this);
      const { x, y, f } = ambient.call(id, inputs.map(value), o);
      const traced = this.derive(id, { x, y, f, o }, inputs, this);
      const saved = { x: inputs, y: traced, f, o };
      if (f !== undefined) saved.f = new Traceable(this, f, id, saved);
      return saved;
    },
  };
  Object.assign(Lifting.prototype, lifted, own);
  return Lifting;
})();

/**
 * Makes an algebra on traced values of one that differentiates single identities.
 *
 * Every word is an identity, so `derive` is all that forward and reverse mode differ in. Values of lower levels are
 * constants; rules run in the ambient algebra, that is one level below.
 */
export const transform = (derive: Derive): Algebra<Value, Factor> => new Lifting(derive) as Traces;

const scalar = (c: number): Value => ({ shape: [], data: Float64Array.of(c) });
