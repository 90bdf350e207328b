import type { Algebra, AnyRule, Factor, Factored, Term, Value, Word } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { ShapeError } from '../errors.ts';
import { parseSignature } from '../signature.ts';
import { type Ambient, common } from './common.ts';
import type { Domain } from './domain.ts';
import {
  cotangentOf,
  outputsOf,
  type Prepared,
  prepare,
  prepareCotangents,
  prepareTangents,
} from './prepare.ts';
import type { Example, Failure, Spec } from './spec.ts';

export type { Spec } from './spec.ts';

type Split<S extends string> = S extends `${infer Head}),(${infer Rest}` ? [Head, ...Split<Rest>] : [S];
type Sides<S extends string> = S extends `${infer I}->${infer O}` ? [Split<I>, Split<O>] : [[], []];
type Fill<L extends readonly unknown[], T> = { [K in keyof L]: T };
/** One T for each input of a signature: a rule that returns one cotangent too few does not compile. */
export type Inputs<S extends string, T> = Fill<Sides<S>[0], T>;
/** T, or one T for each output where there are several. */
export type Outputs<S extends string, T> = Sides<S>[1]['length'] extends 1 ? T : Fill<Sides<S>[1], T>;

/** What the forward pass left: inputs, output(s), the factorisation that it paid for, static options. */
export interface SavedFor<S extends string, O extends readonly unknown[]> {
  readonly x: Inputs<S, Term>;
  readonly y: Outputs<S, Term>;
  readonly f: Factored;
  readonly o: O;
}

/** A derivative rule in both directions, in the words of the algebra. */
export interface Rule<S extends string, O extends readonly unknown[]> {
  /** The tangents of the outputs, given those of the inputs. */
  jvp(saved: SavedFor<S, O>, ...tangents: Inputs<S, Term>): Outputs<S, Term>;
  /** The cotangents of the inputs, given those of the outputs. */
  vjp(saved: SavedFor<S, O>, cotangent: Outputs<S, Term>): Inputs<S, Term>;
}

/** What the author of an identity writes down. */
export interface IdentityRecord<S extends string, O extends readonly unknown[]> {
  readonly name: string;
  /** A NumPy gufunc signature; it gives the shape check, its message, the stack semantics and the test generators. */
  readonly signature: S;
  /** Where each input lives. */
  readonly domain: Inputs<S, Domain>;
  /** Defects of the first input that it refuses. */
  readonly fails?: readonly Failure[];
  /** The word of the algebra that this identity is, if it is one. */
  readonly word?: Word;
  /** The value on float64 stacks, with the factorisation that it took. */
  readonly forward: (x: Inputs<S, NdArray>, options: O) => { y: Outputs<S, NdArray>; f?: unknown };
  /** Refuses static options that do not fit the inputs. */
  readonly check?: (x: Inputs<S, Value>, options: O) => void;
  /** The value in LaTeX. */
  readonly latex: (...x: string[]) => string;
  /** In LaTeX, the function that the word `spectral` has the value and the derivatives of, where that is not its own value. */
  readonly derived?: (...x: string[]) => string;
  /** Its derivatives, in the words of the algebra. */
  readonly rule: (k: Algebra<Term, Factored>) => Rule<S, O>;
  /** Whether `vjp` wants null for cotangents of outputs that nothing depends on. */
  readonly nullable?: boolean;
  /** The matrices that the factorisation f is of, where they are not the first input alone. */
  readonly factors?: (
    x: Inputs<S, Term>,
    y: Outputs<S, Term>,
    k: Algebra<Term, Factored>,
    options: O,
  ) => readonly Term[];
  /** The words of `special.ts` that the rule uses. */
  readonly words?: Partial<Ambient>;
  /** Both sides of the equation that defines the value: tests check it, docs print it. */
  readonly equation?: (
    k: Algebra<Term, Factored>,
    saved: SavedFor<S, O>,
  ) => readonly [left: Term, right: Term];
  /** How many static options it takes at the most; as many as the longest example shows, where left out. */
  readonly optionCount?: number;
  /** Calls for tests, docs and benchmarks, where the signature alone does not tell how to make one. */
  readonly examples?: readonly Example<O>[];
}

/** A function of arrays that carries its own derivatives. */
export interface Identity<S extends string = string, O extends readonly unknown[] = readonly unknown[]> {
  // Without its optional options, an identity is the function of arrays that `jvp(inv, ...)` asks for.
  (...args: [] extends O ? Inputs<S, ArrayInput> : [...Inputs<S, ArrayInput>, ...O]): Outputs<S, NdArray>;
  (...args: [...Inputs<S, ArrayInput>, ...O]): Outputs<S, NdArray>;
  /** Value and directional derivative along `tangents`. */
  jvp(
    primals: Inputs<S, ArrayInput>,
    tangents: Inputs<S, ArrayInput>,
    ...options: O
  ): { value: Outputs<S, NdArray>; tangent: Outputs<S, NdArray> };
  /** Value and the pullback of a cotangent to one for each input; null stands for a zero cotangent. */
  vjp(...args: [...Inputs<S, ArrayInput>, ...O]): {
    value: Outputs<S, NdArray>;
    pullback(cotangent: Outputs<S, ArrayInput | null>): Inputs<S, NdArray>;
  };
  /** Its record. */
  readonly spec: Spec;
}

/** An identity of whatever signature. */
export interface AnyIdentity {
  (...args: never[]): NdArray | readonly NdArray[];
  jvp(primals: never, tangents: never, ...options: never[]): { value: unknown; tangent: unknown };
  vjp(...args: never[]): { value: unknown; pullback(cotangent: never): readonly NdArray[] };
  readonly spec: Spec;
}

// Records leave different fields out. Their specs all have one layout, or every call would look its fields up by name.
const LAYOUT: { readonly [field in keyof Spec | 'words']: undefined } = {
  name: undefined,
  word: undefined,
  signature: undefined,
  domain: undefined,
  fails: undefined,
  check: undefined,
  forward: undefined,
  equation: undefined,
  latex: undefined,
  derived: undefined,
  factors: undefined,
  nullable: undefined,
  words: undefined,
  rule: undefined,
  examples: undefined,
  optionCount: undefined,
};

/** Makes a differentiable function of a record; its rule has the common words and those that the record names. */
export function defineIdentity<const S extends string, O extends readonly unknown[] = []>(
  record: IdentityRecord<S, O>,
): Identity<S, O> {
  const examples: readonly Example<readonly unknown[]>[] = record.examples ?? [{ options: [] }];
  // The one place where the typed record meets the untyped interpreters.
  const spec = {
    ...LAYOUT,
    ...record,
    signature: parseSignature(record.signature),
    examples,
    optionCount: record.optionCount ?? Math.max(...examples.map(({ options }) => options.length)),
  } as unknown as Spec;
  const rule = spec.rule({ ...common, ...record.words } as Ambient) as AnyRule<Value, Factor>;
  const run = ({ x, options }: Prepared) => common.call(spec, x, options);
  const id = {
    [record.name]: (...args: unknown[]) => {
      const call = prepare(spec, args);
      return outputsOf(call, run(call).y);
    },
  }[record.name];
  const jvp = (primals: readonly unknown[], tangents: readonly unknown[], ...options: unknown[]) => {
    if (!Array.isArray(primals) || primals.length !== tangents?.length) {
      throw new ShapeError(record.name, 'lists of primals and tangents', 'others');
    }
    const call = prepare(spec, [...primals, ...options]);
    const saved = run(call);
    const dy = rule.jvp(saved, ...prepareTangents(call, tangents));
    return { value: outputsOf(call, saved.y), tangent: outputsOf(call, dy) };
  };
  const vjp = (...args: unknown[]) => {
    const call = prepare(spec, args);
    const saved = run(call);
    const pullback = (bar: unknown) =>
      rule.vjp(saved, prepareCotangents(call, saved.y, bar)).map((g, i) => cotangentOf(call, g, i));
    return { value: outputsOf(call, saved.y), pullback };
  };
  return Object.assign(id, { jvp, vjp, spec }) as unknown as Identity<S, O>;
}
