import type { Algebra, Factored, Term } from '../algebra.ts';
import { float64 } from '../interpret/float64.ts';
import { defineIdentity } from './define.ts';
import type { Domain } from './domain.ts';

type Words = Algebra<Term, Factored>;

interface Elementwise {
  readonly domain: Domain;
  readonly latex: (x: string, p?: number) => string;
  /** f'(X), given X, Y = f(X) and the parameter. */
  readonly derivative: (k: Words, X: Term, Y: Term, p: number) => Term;
}

const call = (name: string) => (x: string) => `\\${name}(${x})`;
const named = (name: string) => (x: string) => `\\operatorname{${name}}(${x})`;

/** (1-X)(1+X): no cancellation where X is close to 1. */
const oneMinusSquare = ({ had, sub, add, fill }: Words, X: Term) =>
  had(sub(fill(X, 1), X), add(fill(X, 1), X));
const onePlusSquare = ({ had, add, fill }: Words, X: Term) => add(fill(X, 1), had(X, X));
const reciprocalRoot = ({ map }: Words, X: Term) => map(map(X, 'sqrt'), 'reciprocal');

/** The calculus of elementwise functions: each derivative in the words of the algebra. */
export const functions = {
  exp: { domain: 'real', latex: call('exp'), derivative: (_, _X, Y) => Y },
  expm1: { domain: 'real', latex: named('expm1'), derivative: ({ map }, X) => map(X, 'exp') },
  log: { domain: 'positive', latex: call('log'), derivative: ({ map }, X) => map(X, 'reciprocal') },
  log1p: {
    domain: 'above minus one',
    latex: named('log1p'),
    derivative: ({ map, add, fill }, X) => map(add(fill(X, 1), X), 'reciprocal'),
  },
  sqrt: {
    domain: 'positive',
    latex: (x) => `\\sqrt{${x}}`,
    derivative: ({ map, had, fill }, X, Y) => had(fill(X, 0.5), map(Y, 'reciprocal')),
  },
  pow: {
    domain: 'positive',
    latex: (x, p) => `${x}^{${p ?? 'p'}}`,
    derivative: ({ map, had, fill }, X, _, p) =>
      p === 0 ? fill(X, 0) : had(fill(X, p), map(X, 'pow', p - 1)),
  },
  square: {
    domain: 'real',
    latex: (x) => `${x}^{\\circ 2}`,
    derivative: ({ had, fill }, X) => had(fill(X, 2), X),
  },
  reciprocal: {
    domain: 'nonzero',
    latex: (x) => `${x}^{\\circ -1}`,
    derivative: ({ had, neg }, _, Y) => neg(had(Y, Y)),
  },
  sin: { domain: 'real', latex: call('sin'), derivative: ({ map }, X) => map(X, 'cos') },
  cos: { domain: 'real', latex: call('cos'), derivative: ({ map, neg }, X) => neg(map(X, 'sin')) },
  tan: { domain: 'below one', latex: call('tan'), derivative: (k, _, Y) => onePlusSquare(k, Y) },
  asin: {
    domain: 'below one',
    latex: call('arcsin'),
    derivative: (k, X) => reciprocalRoot(k, oneMinusSquare(k, X)),
  },
  acos: {
    domain: 'below one',
    latex: call('arccos'),
    derivative: (k, X) => k.neg(reciprocalRoot(k, oneMinusSquare(k, X))),
  },
  atan: {
    domain: 'real',
    latex: call('arctan'),
    derivative: (k, X) => k.map(onePlusSquare(k, X), 'reciprocal'),
  },
  sinh: { domain: 'real', latex: call('sinh'), derivative: ({ map }, X) => map(X, 'cosh') },
  cosh: { domain: 'real', latex: call('cosh'), derivative: ({ map }, X) => map(X, 'sinh') },
  tanh: { domain: 'real', latex: call('tanh'), derivative: (k, _, Y) => oneMinusSquare(k, Y) },
  // cosh(asinh x) = √(1+x²), and cannot overflow.
  asinh: {
    domain: 'real',
    latex: named('arsinh'),
    derivative: ({ map }, _, Y) => map(map(Y, 'cosh'), 'reciprocal'),
  },
  acosh: {
    domain: 'above one',
    latex: named('arcosh'),
    derivative: ({ map }, _, Y) => map(map(Y, 'sinh'), 'reciprocal'),
  },
  atanh: {
    domain: 'below one',
    latex: named('artanh'),
    derivative: (k, X) => k.map(oneMinusSquare(k, X), 'reciprocal'),
  },
  sigmoid: {
    domain: 'real',
    latex: (x) => `\\sigma(${x})`,
    derivative: ({ map, neg, had }, X, Y) => had(Y, map(neg(X), 'sigmoid')),
  },
  softplus: { domain: 'real', latex: named('softplus'), derivative: ({ map }, X) => map(X, 'sigmoid') },
  // At the kink: the choice of JAX, PyTorch and TensorFlow, 0.
  relu: { domain: 'nonzero', latex: named('relu'), derivative: ({ map }, X) => map(X, 'step') },
  abs: { domain: 'nonzero', latex: (x) => `|${x}|`, derivative: ({ map }, X) => map(X, 'sign') },
  sign: { domain: 'nonzero', latex: named('sgn'), derivative: ({ fill }, X) => fill(X, 0) },
  step: { domain: 'nonzero', latex: named('step'), derivative: ({ fill }, X) => fill(X, 0) },
} satisfies Record<string, Elementwise>;

/** The word `map`: any of the functions by name, with its parameter. */
export const map = /* @__PURE__ */ defineIdentity<'()->()', [name: string, p?: number]>({
  name: 'map',
  signature: '()->()',
  domain: ['real'],
  word: 'map',
  latex: (X) => `f(${X})`,
  rule: (k) => ({
    jvp: ({ x: [X], y: Y, o: [name, p = 0] }, dX) => k.had(derivativeOf(name)(k, X, Y, p), dX),
    vjp: ({ x: [X], y: Y, o: [name, p = 0] }, Ybar) => [k.had(derivativeOf(name)(k, X, Y, p), Ybar)],
  }),
  flops: 'mn',
  source: 'd f(X) = f′(X) ∘ dX',
  example: { shapes: [[2, 3]], options: ['tanh'] },
});

const derivativeOf = (name: string): Elementwise['derivative'] =>
  functions[name as keyof typeof functions].derivative;

function elementwise<O extends readonly [p?: number] = []>(name: keyof typeof functions, example?: O) {
  const { domain, latex }: Elementwise = functions[name];
  return defineIdentity<'()->()', O>({
    name,
    signature: '()->()',
    domain: [domain],
    forward: ([X], [p]) => ({ y: float64.map(X, name, p) }),
    latex: (x) => latex(x as string),
    rule: (k) => {
      const { jvp, vjp } = map.spec.rule(k);
      return {
        jvp: ({ x, y, f, o }, dX) => jvp({ x, y, f, o: [name, ...o] }, dX) as Term,
        vjp: ({ x, y, f, o }, Ybar) => vjp({ x, y, f, o: [name, ...o] }, Ybar) as [Term],
      };
    },
    flops: 'mn',
    source: 'd f(X) = f′(X) ∘ dX; Magnus & Neudecker 2019, §8.3',
    ...(example && { example: { shapes: [[2, 3]], options: example } }),
  });
}

/**
 * Exponential, entry by entry (not the matrix exponential).
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(exp([0, 0])) //=> [1, 1]
 */
export const exp = /* @__PURE__ */ elementwise('exp');

/**
 * e^x - 1, entry by entry, accurate near 0.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(expm1(0)) //=> 0
 */
export const expm1 = /* @__PURE__ */ elementwise('expm1');

/**
 * Natural logarithm, entry by entry.
 *
 * @param X array of any shape with entries positive
 * @returns Y of the same shape
 * @throws {DomainError} if an entry is not positive
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(log([1, 1])) //=> [0, 0]
 */
export const log = /* @__PURE__ */ elementwise('log');

/**
 * log(1 + x), entry by entry, accurate near 0.
 *
 * @param X array of any shape with entries above -1
 * @returns Y of the same shape
 * @throws {DomainError} if an entry is not above -1
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(log1p(0)) //=> 0
 */
export const log1p = /* @__PURE__ */ elementwise('log1p');

/**
 * Square root, entry by entry; its derivative needs positive entries.
 *
 * @param X array of any shape with entries nonnegative
 * @returns Y of the same shape
 * @throws {DomainError} if an entry is not nonnegative
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sqrt([4, 9])) //=> [2, 3]
 */
export const sqrt = /* @__PURE__ */ elementwise('sqrt');

/**
 * Square, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(square([2, -3])) //=> [4, 9]
 */
export const square = /* @__PURE__ */ elementwise('square');

/**
 * 1/x, entry by entry.
 *
 * @param X array of any shape with entries nonzero
 * @returns Y of the same shape
 * @throws {DomainError} if an entry is not nonzero
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(reciprocal([2, -4])) //=> [0.5, -0.25]
 */
export const reciprocal = /* @__PURE__ */ elementwise('reciprocal');

/**
 * Sine, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sin([0])) //=> [0]
 */
export const sin = /* @__PURE__ */ elementwise('sin');

/**
 * Cosine, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cos([0])) //=> [1]
 */
export const cos = /* @__PURE__ */ elementwise('cos');

/**
 * Tangent, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(tan([0])) //=> [0]
 */
export const tan = /* @__PURE__ */ elementwise('tan');

/**
 * Inverse sine, entry by entry.
 *
 * @param X array of any shape with entries within [-1, 1]
 * @returns Y of the same shape
 * @throws {DomainError} if an entry is not within [-1, 1]
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(asin([0])) //=> [0]
 */
export const asin = /* @__PURE__ */ elementwise('asin');

/**
 * Inverse cosine, entry by entry.
 *
 * @param X array of any shape with entries within [-1, 1]
 * @returns Y of the same shape
 * @throws {DomainError} if an entry is not within [-1, 1]
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(acos([1])) //=> [0]
 */
export const acos = /* @__PURE__ */ elementwise('acos');

/**
 * Inverse tangent, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(atan([0])) //=> [0]
 */
export const atan = /* @__PURE__ */ elementwise('atan');

/**
 * Hyperbolic sine, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sinh([0])) //=> [0]
 */
export const sinh = /* @__PURE__ */ elementwise('sinh');

/**
 * Hyperbolic cosine, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cosh([0])) //=> [1]
 */
export const cosh = /* @__PURE__ */ elementwise('cosh');

/**
 * Hyperbolic tangent, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(tanh([0])) //=> [0]
 */
export const tanh = /* @__PURE__ */ elementwise('tanh');

/**
 * Inverse hyperbolic sine, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(asinh([0])) //=> [0]
 */
export const asinh = /* @__PURE__ */ elementwise('asinh');

/**
 * Inverse hyperbolic cosine, entry by entry.
 *
 * @param X array of any shape with entries at least 1
 * @returns Y of the same shape
 * @throws {DomainError} if an entry is not at least 1
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(acosh([1])) //=> [0]
 */
export const acosh = /* @__PURE__ */ elementwise('acosh');

/**
 * Inverse hyperbolic tangent, entry by entry.
 *
 * @param X array of any shape with entries within (-1, 1)
 * @returns Y of the same shape
 * @throws {DomainError} if an entry is not within (-1, 1)
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(atanh([0])) //=> [0]
 */
export const atanh = /* @__PURE__ */ elementwise('atanh');

/**
 * Logistic function 1/(1 + e^-x), entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sigmoid([0])) //=> [0.5]
 */
export const sigmoid = /* @__PURE__ */ elementwise('sigmoid');

/**
 * log(1 + e^x), entry by entry, without overflow.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(softplus([0])) //=> [0.6931471805599453]
 */
export const softplus = /* @__PURE__ */ elementwise('softplus');

/**
 * max(x, 0), entry by entry; its derivative at 0 is 0 by convention.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(relu([2, -3])) //=> [2, 0]
 */
export const relu = /* @__PURE__ */ elementwise('relu');

/**
 * Absolute value, entry by entry; its derivative at 0 is 0 by convention.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(abs([2, -3])) //=> [2, 3]
 */
export const abs = /* @__PURE__ */ elementwise('abs');

/**
 * Sign, entry by entry; its derivative is 0.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sign([2, -3])) //=> [1, -1]
 */
export const sign = /* @__PURE__ */ elementwise('sign');

/**
 * Power with a fixed exponent, entry by entry (not the matrix power).
 *
 * @param X array of any shape, with positive entries where p is no integer
 * @param p the exponent
 * @returns Y with Y_ij = X_ij^p
 * @throws {DomainError} if a power is not a finite number
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(pow([2, 3], 2)) //=> [4, 9]
 */
export const pow = /* @__PURE__ */ elementwise<[p?: number]>('pow', [2.5]);
