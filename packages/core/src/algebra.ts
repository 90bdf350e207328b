import type { NdArray } from './array.ts';

/** All that rules may ask of a value beside the words. */
export interface Shaped {
  readonly shape: readonly number[];
}

declare const opaque: unique symbol;
/** What rules are written on: they can do nothing to it but use the words, so they hold in every interpreter. */
export interface Term extends Shaped {
  readonly [opaque]: 'term';
}
/** A factorised matrix as rules see it: something to hand to the words that take one. */
export interface Factored {
  readonly [opaque]: 'factored';
}

/** The shape of what has none: a symbol fits every signature. */
export const unshaped: readonly number[] = [];

/**
 * The closed vocabulary in which every derivative rule is written.
 *
 * `T` is whatever the interpreter computes with (float64 arrays, dual numbers, tape nodes, symbols, tensors), `F` its
 * factorised matrices. Words act on the last two axes and broadcast the leading ones. Each word is itself an identity
 * with a rule in this vocabulary (`identity/words.ts`): the language is closed under differentiation, and that is all
 * that gives derivatives of any order.
 */
export interface Algebra<T extends Shaped, F> {
  /** Nesting depth of this interpreter: the word goes to the deepest one among its arguments. */
  readonly level: number;

  /** A + B, broadcasting as NumPy does. */
  add(A: T, B: T): T;
  /** A - B, broadcasting as NumPy does. */
  sub(A: T, B: T): T;
  neg(A: T): T;
  /** A ∘ B, entry by entry, broadcasting as NumPy does. */
  had(A: T, B: T): T;
  /** c·A with a scalar c (one for each member of a stack) and a matrix A; scalars of a stack multiply by had. */
  scale(c: T | number, A: T): T;
  /** The matrix product, of two factors or more. */
  mul(A: T, B: T, ...more: T[]): T;
  /** Aᵀ. */
  t(A: T): T;
  /** tr A. */
  trace(A: T): T;
  /** ⟨A, B⟩ = tr(AᵀB). */
  inner(A: T, B: T): T;
  /** An elementwise function, with its parameter where it has one. */
  map(A: T, fn: Elementwise, p?: number): T;

  /** The constant c in the shape of A. */
  fill(A: T, c: number): T;
  /** The identity (ones on the main diagonal) in the shape of A. */
  eye(A: T): T;

  /** (A + Aᵀ)/2. */
  sym(A: T): T;
  /** The lower triangle, zeros above. */
  tril(A: T): T;
  /** The lower triangle with its diagonal halved. */
  phi(A: T): T;

  /** A⁻¹B by the factorisation f of A. */
  ldiv(f: F, B: T): T;
  /** A⁻ᵀB by the factorisation f of A. */
  ldivT(f: F, B: T): T;
  /** The derivative along E_1, …, E_k of the function of A that f was made for, its value for no direction; self-adjoint. */
  spectral(f: F, ...E: T[]): T;
  /** The derivative along E_1, …, E_k of the function of A that f was made for, with adjoint Y ↦ (D[…, Yᵀ, …])ᵀ. */
  frechet(f: F, ...E: T[]): T;
  /** M_ij/(w_j - w_i) by the eigenvalues w that f knows; in clusters, where M must vanish, 0. */
  gap(f: F, M: T): T;
  /** d itself, which must be constant on clusters of eigenvalues. */
  even(f: F, d: T): T;
  /** X with AX + XB = C, by the factorisation f of the pair A, B. */
  sylvester(f: F, C: T): T;
  /** X with AᵀX + XBᵀ = C, by the factorisation f of the pair A, B. */
  sylvesterT(f: F, C: T): T;
  /** X with X - AXB = C, by the factorisation f of the pair A, B. */
  stein(f: F, C: T): T;
  /** X with X - AᵀXBᵀ = C, by the factorisation f of the pair A, B. */
  steinT(f: F, C: T): T;
  /** L⁻¹B with the lower triangle of L. */
  lsolve(L: T, B: T): T;
  /** L⁻ᵀB with the lower triangle of L. */
  lsolveT(L: T, B: T): T;

  /** Sums over the axes that broadcasting to A would have added or stretched. */
  sumTo(A: T, shape: readonly number[]): T;
  broadcastTo(A: T, shape: readonly number[]): T;
  reshape(A: T, shape: readonly number[]): T;
  /** Joins arrays of one shape along a new first axis. */
  stack(...parts: T[]): T;
  /** Entry i along the first axis. */
  take(A: T, i: number): T;
  /** The adjoint of take: A as entry i of n, zeros elsewhere. */
  put(A: T, i: number, n: number): T;
  /** Entries of A copied to places of another matrix, a linear map. */
  gather(A: T, map: IndexMap): T;
  /** The adjoint of gather: entries added up where they came from, in a matrix of the given shape. */
  scatter(A: T, map: IndexMap, shape: readonly number[]): T;

  /** Runs an identity: its value, and the factorisation that it paid for. */
  call(id: Rewritable, x: readonly T[], options: readonly unknown[]): Saved<T, F>;
}

/** A linear map that copies entries of an m×n matrix. */
export interface IndexMap {
  readonly name: string;
  readonly latex: (A: string) => string;
  /** Shape of the result for an m×n matrix: a matrix, or [] for a scalar. */
  readonly shape: (m: number, n: number) => readonly number[];
  /** For each entry of the result, in row-major order, the position of its origin in the matrix, -1 for zero. */
  readonly index: (m: number, n: number) => ArrayLike<number>;
}

/** A function of one number, what it prints as, and its derivative f'(X) given X, Y = f(X) and the parameter. */
export interface Elementwise {
  readonly name: string;
  /** f(x), for the parameter p where it has one. */
  readonly value: (x: number, p: number) => number;
  /** What it prints as, of a printed x. */
  readonly latex: (x: string, p?: number) => string;
  /** f'(X), in the words of the algebra. */
  readonly derivative: (k: Algebra<Term, Factored>, X: Term, Y: Term, p: number) => Term;
}

/** Names of the words that rules use; `call` is for the machinery. */
export type Word = Exclude<keyof Algebra<Shaped, unknown>, 'level' | 'call'>;

/** The words that take a factorisation. */
export type FactoredWord = {
  [W in Word]: Algebra<Shaped, 'factored'>[W] extends (f: infer F, ...args: never[]) => unknown
    ? 'factored' extends F
      ? W
      : never
    : never;
}[Word];

/** What the forward pass leaves for a rule: inputs, output(s), factorisation and static options. */
export interface Saved<T, F> {
  readonly x: readonly T[];
  readonly y: T | readonly T[];
  readonly f: F;
  readonly o: readonly unknown[];
}

/** The forward and the reverse derivative of one identity, untyped as the interpreters see it. */
export interface AnyRule<T, F> {
  jvp(saved: Saved<T, F>, ...tangents: T[]): T | readonly T[];
  vjp(saved: Saved<T, F>, cotangent: T | readonly T[]): readonly T[];
}

/** What differentiation needs of an identity. */
export interface Derivable {
  rule<T extends Shaped, F>(k: Algebra<T, F>): AnyRule<T, F>;
  /** Whether its pullback wants to know which cotangents are zero because nothing depends on the output: null then. */
  readonly nullable?: boolean;
}

/** An identity as the interpreters see it: a value in float64, LaTeX for it, and a rule in any algebra. */
export interface Rewritable extends Derivable {
  readonly name: string;
  /** The word of the algebra that computes the value, where the identity is one. */
  readonly word?: Word;
  /** The value (and the factorisation that it took) on float64 stacks. */
  forward(
    x: readonly NdArray[],
    options: readonly unknown[],
  ): { y: NdArray | readonly NdArray[]; f?: unknown };
  latex(...x: string[]): string;
  /** In LaTeX, the function that its `spectral` has the value and the derivatives of, where that is not its own value. */
  derived?(...x: string[]): string;
  readonly signature: { readonly outputs: readonly unknown[] };
  /** The matrices that the factorisation of the forward pass is of; the first input where left out. */
  factors?<T extends Shaped, F>(
    x: readonly T[],
    y: T | readonly T[],
    k: Algebra<T, F>,
    o: readonly unknown[],
  ): readonly T[];
}

/** A value that some algebra other than plain float64 computes with. */
export interface Traced extends NdArray {
  /** The algebra that computes with it. */
  readonly algebra: Algebra<Value, Factor>;
  /** What it stands for one level below; symbols stand for nothing. */
  readonly value?: Value;
}
/** What functions under differentiation compute with: numbers, or what stands for them. */
export type Value = NdArray | Traced;
/** A factorisation, plain or traced; what is in it only the words that take it know. */
export type Factor = unknown;

/** The plain numbers under a value, none under a symbol. */
export function primal(A: Value): NdArray | undefined {
  let under: Value | undefined = A;
  while (under !== undefined && 'algebra' in under) under = under.value;
  return under;
}

type MaybeTraced = { readonly algebra?: Algebra<Value, Factor> } | null | undefined;

/** The deepest algebra among some values (and factorisations), or undefined where all are plain. */
export function deepest(values: readonly unknown[]): Algebra<Value, Factor> | undefined {
  let top: Algebra<Value, Factor> | undefined;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const algebra = typeof value === 'object' ? (value as MaybeTraced)?.algebra : undefined;
    if (algebra !== undefined && (top === undefined || algebra.level > top.level)) top = algebra;
  }
  return top;
}
