import type { Algebra, Elementwise, Factored, Term } from '../algebra.ts';
import { DegenerateError } from '../errors.ts';

type Words = Algebra<Term, Factored>;

const call = (name: string) => (x: string) => `\\${name}(${x})`;
const named = (name: string) => call(`operatorname{${name}}`);

/** (1-X)(1+X): no cancellation where X is close to 1. */
const oneMinusSquare = ({ had, sub, add, fill }: Words, X: Term) =>
  had(sub(fill(X, 1), X), add(fill(X, 1), X));
const onePlusSquare = ({ had, add, fill }: Words, X: Term) => add(fill(X, 1), had(X, X));
const reciprocalRoot = ({ map }: Words, X: Term) => map(map(X, sqrt), reciprocal);

// The calculus of elementwise functions: each derivative in the words of the algebra.

export const reciprocal: Elementwise = {
  name: 'reciprocal',
  value: (x) => 1 / x,
  latex: (x) => `${x}^{\\circ -1}`,
  derivative: ({ had, neg }, _, Y) => neg(had(Y, Y)),
};
/** 1/x, and 0 at 0: for norms, whose derivative at 0 is chosen to be 0. */
export const reciprocalOrZero: Elementwise = {
  name: 'reciprocalOrZero',
  value: (x) => (x === 0 ? 0 : 1 / x),
  latex: (x) => `${x}^{\\circ -1}`,
  derivative: ({ map, neg }, X) => neg(map(X, reciprocalSquare)),
};
/**
 * 1/x² for second derivatives of norms, which 0 has none of.
 *
 * NaN, that is an error, where a square out of range would drop a term of a Hessian without a word.
 */
export const reciprocalSquare: Elementwise = {
  name: 'reciprocalSquare',
  value: (x) => {
    if (x === 0)
      throw new DegenerateError(
        'norm',
        0,
        [],
        'A norm has a kink at 0: no second derivative. Use sumsq for its square.',
      );
    const y = 1 / x / x;
    return y > 2 ** -1022 ? y : Number.NaN;
  },
  latex: (x) => `${x}^{\\circ -2}`,
  derivative: ({ fill, had, map }, X, Y) => had(fill(X, -2), had(Y, map(X, reciprocalOrZero))),
};
export const exp: Elementwise = {
  name: 'exp',
  value: Math.exp,
  latex: call('exp'),
  derivative: (_, _X, Y) => Y,
};
export const expm1: Elementwise = {
  name: 'expm1',
  value: Math.expm1,
  latex: named('expm1'),
  derivative: ({ map }, X) => map(X, exp),
};
export const log: Elementwise = {
  name: 'log',
  value: Math.log,
  latex: call('log'),
  derivative: ({ map }, X) => map(X, reciprocal),
};
export const log1p: Elementwise = {
  name: 'log1p',
  value: Math.log1p,
  latex: named('log1p'),
  derivative: ({ map, add, fill }, X) => map(add(fill(X, 1), X), reciprocal),
};
/** c/X. */
const overArgument =
  (c: number): Elementwise['derivative'] =>
  ({ fill, had, map }, X) =>
    had(fill(X, c), map(X, reciprocal));
export const log2: Elementwise = {
  name: 'log2',
  value: Math.log2,
  latex: call('log_2'),
  derivative: overArgument(Math.LOG2E),
};
export const log10: Elementwise = {
  name: 'log10',
  value: Math.log10,
  latex: (x) => `\\log_{10}(${x})`,
  derivative: overArgument(Math.LOG10E),
};
export const exp2: Elementwise = {
  name: 'exp2',
  value: (x) => 2 ** x,
  latex: (x) => `2^{\\circ ${x}}`,
  derivative: ({ fill, had }, X, Y) => had(fill(X, Math.LN2), Y),
};
export const cbrt: Elementwise = {
  name: 'cbrt',
  value: Math.cbrt,
  latex: (x) => `\\sqrt[3]{${x}}`,
  derivative: ({ fill, had, map }, X, Y) => had(fill(X, 1 / 3), map(had(Y, Y), reciprocal)),
};
export const sqrt: Elementwise = {
  name: 'sqrt',
  value: Math.sqrt,
  latex: (x) => `\\sqrt{${x}}`,
  derivative: ({ map, had, fill }, X, Y) => had(fill(X, 0.5), map(Y, reciprocal)),
};
export const pow: Elementwise = {
  name: 'pow',
  value: (x, p) => x ** p,
  latex: (x, p) => `${x}^{\\circ ${p}}`,
  derivative: ({ map, had, fill }, X, _, p) => (p === 0 ? fill(X, 0) : had(fill(X, p), map(X, pow, p - 1))),
};
/** sign(x)·|x|^p, which is x where p = 1 and the sign of x where p = 0. */
export const signedPower: Elementwise = {
  name: 'signedPower',
  value: (x, p) => Math.sign(x) * Math.abs(x) ** p,
  latex: (x, p) => `\\operatorname{sgn}(${x}) \\circ |${x}|^{\\circ ${p}}`,
  derivative: ({ had, fill, map }, X, _, p) =>
    p === 0 ? fill(X, 0) : had(fill(X, p), map(X, absPower, p - 1)),
};
/** |x|^p, which is 1 where p = 0. */
export const absPower: Elementwise = {
  name: 'absPower',
  value: (x, p) => Math.abs(x) ** p,
  latex: (x, p) => `|${x}|^{\\circ ${p}}`,
  derivative: ({ had, fill, map }, X, _, p) =>
    p === 0 ? fill(X, 0) : had(fill(X, p), map(X, signedPower, p - 1)),
};
export const square: Elementwise = {
  name: 'square',
  value: (x) => x * x,
  latex: (x) => `${x}^{\\circ 2}`,
  derivative: ({ had, fill }, X) => had(fill(X, 2), X),
};
export const sin: Elementwise = {
  name: 'sin',
  value: Math.sin,
  latex: call('sin'),
  derivative: ({ map }, X) => map(X, cos),
};
export const cos: Elementwise = {
  name: 'cos',
  value: Math.cos,
  latex: call('cos'),
  derivative: ({ map, neg }, X) => neg(map(X, sin)),
};
export const tan: Elementwise = {
  name: 'tan',
  value: Math.tan,
  latex: call('tan'),
  derivative: (k, _, Y) => onePlusSquare(k, Y),
};
export const asin: Elementwise = {
  name: 'asin',
  value: Math.asin,
  latex: call('arcsin'),
  derivative: (k, X) => reciprocalRoot(k, oneMinusSquare(k, X)),
};
export const acos: Elementwise = {
  name: 'acos',
  value: Math.acos,
  latex: call('arccos'),
  derivative: (k, X) => k.neg(reciprocalRoot(k, oneMinusSquare(k, X))),
};
export const atan: Elementwise = {
  name: 'atan',
  value: Math.atan,
  latex: call('arctan'),
  derivative: (k, X) => k.map(onePlusSquare(k, X), reciprocal),
};
export const sinh: Elementwise = {
  name: 'sinh',
  value: Math.sinh,
  latex: call('sinh'),
  derivative: ({ map }, X) => map(X, cosh),
};
export const cosh: Elementwise = {
  name: 'cosh',
  value: Math.cosh,
  latex: call('cosh'),
  derivative: ({ map }, X) => map(X, sinh),
};
// Where it overflows, its reciprocal is 0 to working precision.
const sech: Elementwise = {
  name: 'sech',
  value: (x) => 1 / Math.cosh(x),
  latex: named('sech'),
  derivative: ({ had, map, neg }, X, Y) => neg(had(Y, map(X, tanh))),
};
export const tanh: Elementwise = {
  name: 'tanh',
  value: Math.tanh,
  latex: call('tanh'),
  // Of 1 - tanh² nothing would be left for large x.
  derivative: ({ had, map }, X) => had(map(X, sech), map(X, sech)),
};
export const asinh: Elementwise = {
  name: 'asinh',
  value: Math.asinh,
  latex: named('arsinh'),
  // cosh(asinh x) = √(1+x²), and cannot overflow.
  derivative: ({ map }, _, Y) => map(map(Y, cosh), reciprocal),
};
export const acosh: Elementwise = {
  name: 'acosh',
  value: Math.acosh,
  latex: named('arcosh'),
  // sinh(acosh x) = √(x²-1).
  derivative: ({ map }, _, Y) => map(map(Y, sinh), reciprocal),
};
export const atanh: Elementwise = {
  name: 'atanh',
  value: Math.atanh,
  latex: named('artanh'),
  derivative: (k, X) => k.map(oneMinusSquare(k, X), reciprocal),
};
export const sigmoid: Elementwise = {
  name: 'sigmoid',
  // Each branch exponentiates what cannot overflow.
  value: (x) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
  latex: call('sigma'),
  derivative: ({ map, neg, had }, X, Y) => had(Y, map(neg(X), sigmoid)),
};
export const softplus: Elementwise = {
  name: 'softplus',
  value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  latex: named('softplus'),
  derivative: ({ map }, X) => map(X, sigmoid),
};
// At the kinks: 0, as in JAX, PyTorch and TensorFlow.
export const step: Elementwise = {
  name: 'step',
  value: (x) => (x > 0 ? 1 : 0),
  latex: named('step'),
  derivative: ({ fill }, X) => fill(X, 0),
};
export const relu: Elementwise = {
  name: 'relu',
  value: (x) => Math.max(x, 0),
  latex: named('relu'),
  derivative: ({ map }, X) => map(X, step),
};
export const sign: Elementwise = {
  name: 'sign',
  value: Math.sign,
  latex: named('sgn'),
  derivative: ({ fill }, X) => fill(X, 0),
};
export const abs: Elementwise = {
  name: 'abs',
  value: Math.abs,
  latex: (x) => `|${x}|`,
  derivative: ({ map }, X) => map(X, sign),
};

/** A function that is constant between jumps. */
const steps = (name: string, value: (x: number) => number): Elementwise => ({
  name,
  value,
  latex: named(name),
  derivative: ({ fill }, X) => fill(X, 0),
});
export const floor = /* @__PURE__ */ steps('floor', Math.floor);
export const ceil = /* @__PURE__ */ steps('ceil', Math.ceil);
export const round = /* @__PURE__ */ steps('round', (x) => {
  const y = Math.round(x);
  return y - x === 0.5 && y % 2 !== 0 ? y - 1 : y;
});
