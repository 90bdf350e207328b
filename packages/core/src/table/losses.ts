import type { Value } from '../algebra.ts';
import { ambient } from '../define/ambient.ts';
import { log } from '../identity/exponential.ts';
import { cosh, sigmoid, softplus, tanh } from '../identity/hyperbolic.ts';
import { inv } from '../identity/inv.ts';
import { logabsdet } from '../identity/logabsdet.ts';
import { logdet } from '../identity/logdet.ts';
import { logsumexp } from '../identity/logsumexp.ts';
import { norm } from '../identity/norm.ts';
import { reciprocal } from '../identity/powers.ts';
import { softmax } from '../identity/softmax.ts';
import { sum } from '../identity/sum.ts';
import { symmetricFunction } from '../identity/symmetricFunction.ts';
import { makeTable, row } from './row.ts';
import { invertible, matrix, nonzero, scalar, spd, symmetric, vector } from './space.ts';
import {
  add,
  eye,
  eyeColumns,
  eyeRows,
  had,
  mul,
  neg,
  scalarOf,
  scale,
  squared,
  sub,
  t,
  times,
  trace,
  twice,
} from './words.ts';

const x = vector('n');
const X = matrix('m', 'n');
const residual = { A: X, x, b: vector('m') };
const unit = (c: Value): Value => ambient.fill(c, 1);
const quadratic = (x: Value, A: Value): Value => scalarOf(mul(t(x), A, x));
const half = (A: Value): Value => scale(0.5, A);
const gaussian = { x: vector('n'), u: vector('n'), S: spd('n') };

/** Gradients of functions that people minimise: least squares, likelihoods, designs, constrained eigenproblems. */
export const losses = makeTable('gradient', {
  '|Ax-b|^2+c|x|^2': row(
    { ...residual, c: scalar },
    'x',
    ({ A, x, b, c }) => add(squared(sub(mul(A, x), b)), scale(c, squared(x))),
    ({ A, x, b, c }) => twice(add(mul(t(A), sub(mul(A, x), b)), scale(c, x))),
    { value: '\\|A x - b\\|^2 + c \\|x\\|^2', derivative: '2\\, A^{\\top} (A x - b) + 2 c\\, x' },
  ),
  '|Ax-b|': row(
    { A: X, x, b: nonzero('m') },
    'x',
    ({ A, x, b }) => norm(sub(mul(A, x), b)),
    ({ A, x, b }) => {
      const r = sub(mul(A, x), b);
      return scale(reciprocal(norm(r)), mul(t(A), r));
    },
    { value: '\\|A x - b\\|', derivative: 'A^{\\top} (A x - b) / \\|A x - b\\|' },
  ),
  '|XW-Y|^2': row(
    { X, W: matrix('n', 'p'), Y: matrix('m', 'p') },
    'W',
    ({ X, W, Y }) => squared(sub(mul(X, W), Y)),
    ({ X, W, Y }) => twice(mul(t(X), sub(mul(X, W), Y))),
    { value: '\\|X W - Y\\|^2', derivative: '2\\, X^{\\top} (X W - Y)' },
  ),
  "|Y-UV'|^2": row(
    { U: matrix('m', 'p'), V: matrix('n', 'p'), Y: X },
    'U',
    ({ U, V, Y }) => squared(sub(Y, mul(U, t(V)))),
    ({ U, V, Y }) => twice(mul(sub(mul(U, t(V)), Y), V)),
    { value: '\\|Y - U V^{\\top}\\|^2', derivative: '2\\, (U V^{\\top} - Y) V' },
  ),
  "|X-XWW'|^2": row(
    { X, W: matrix('n', 'p') },
    'W',
    ({ X, W }) => squared(sub(X, mul(X, W, t(W)))),
    ({ X, W }) => {
      const R = sub(mul(X, W, t(W)), X);
      return twice(add(mul(t(X), R, W), mul(t(R), X, W)));
    },
    {
      value: '\\|X - X W W^{\\top}\\|^2',
      derivative: '2\\, (X^{\\top} R + R^{\\top} X) W, \\quad R = X W W^{\\top} - X',
    },
  ),
  "(x-As)'S(x-As)": row(
    { x: vector('m'), A: X, s: x, S: symmetric('m') },
    'A',
    ({ x, A, s, S }) => quadratic(sub(x, mul(A, s)), S),
    ({ x, A, s, S }) => twice(mul(S, sub(mul(A, s), x), t(s))),
    { value: '(x - A s)^{\\top} S (x - A s)', derivative: '2\\, S (A s - x) s^{\\top}' },
  ),
  'sum log(1+exp(-y.*Xw))': row(
    { X, w: x, y: vector('m') },
    'w',
    ({ X, w, y }) => sum(softplus(neg(had(y, mul(X, w))))),
    ({ X, w, y }) => neg(mul(t(X), had(y, sigmoid(neg(had(y, mul(X, w))))))),
    {
      value: '\\sum_i \\log(1 + e^{-y_i (X w)_i})',
      derivative: '-X^{\\top} (y \\circ \\sigma(-y \\circ X w))',
    },
  ),
  "log sum exp(Wx)-y'Wx": row(
    { W: X, x, y: vector('m') },
    'W',
    ({ W, x, y }) => sub(logsumexp(mul(W, x)), scalarOf(mul(t(y), W, x))),
    ({ W, x, y }) => mul(sub(softmax(mul(W, x), [0, 1]), y), t(x)),
    {
      value: '\\log \\sum_i e^{(W x)_i} - y^{\\top} W x',
      derivative: '(\\mathrm{softmax}(W x) - y)\\, x^{\\top}',
    },
  ),
  "(x-u)'inv(S)(x-u)/2": row(
    gaussian,
    'u',
    ({ x, u, S }) => half(quadratic(sub(x, u), inv(S))),
    ({ x, u, S }) => mul(inv(S), sub(u, x)),
    { value: '\\tfrac12 (x - u)^{\\top} S^{-1} (x - u)', derivative: 'S^{-1} (u - x)' },
  ),
  "(x-u)'inv(S)(x-u)/2+logdet(S)/2": row(
    gaussian,
    'S',
    ({ x, u, S }) => half(add(quadratic(sub(x, u), inv(S)), logdet(S))),
    ({ x, u, S }) => {
      const a = mul(inv(S), sub(x, u));
      return half(sub(inv(S), mul(a, t(a))));
    },
    {
      value: '\\tfrac12 (x - u)^{\\top} S^{-1} (x - u) + \\tfrac12 \\log\\det(S)',
      derivative: '\\tfrac12 (S^{-1} - a a^{\\top}), \\quad a = S^{-1} (x - u)',
    },
  ),
  'tr(AS)-logdet(S)': row(
    { A: symmetric('n'), S: spd('n') },
    'S',
    ({ A, S }) => sub(trace(mul(A, S)), logdet(S)),
    ({ A, S }) => sub(A, inv(S)),
  ),
  "tr(inv(V)(X-M)'inv(U)(X-M))/2": row(
    { X, M: X, U: spd('m'), V: spd('n') },
    'M',
    ({ X, M, U, V }) => half(trace(mul(inv(V), t(sub(X, M)), inv(U), sub(X, M)))),
    ({ X, M, U, V }) => mul(inv(U), sub(M, X), inv(V)),
    {
      value: '\\tfrac12 \\mathrm{tr}(V^{-1} (X - M)^{\\top} U^{-1} (X - M))',
      derivative: 'U^{-1} (M - X) V^{-1}',
    },
  ),
  "x'y/(|x||y|)": row(
    { x: nonzero('n'), y: nonzero('n') },
    'x',
    ({ x, y }) => times(scalarOf(mul(t(x), y)), reciprocal(times(norm(x), norm(y)))),
    ({ x, y }) => {
      const [a, b] = [scale(reciprocal(norm(x)), x), scale(reciprocal(norm(y)), y)];
      return scale(reciprocal(norm(x)), sub(b, scale(scalarOf(mul(t(a), b)), a)));
    },
    {
      value: '\\frac{x^{\\top} y}{\\|x\\| \\|y\\|}',
      derivative: '\\frac{1}{\\|x\\|} (b - (a^{\\top} b)\\, a), \\quad a = x/\\|x\\|,\\; b = y/\\|y\\|',
    },
  ),
  "x'Ax/(x'Sx)": row(
    { A: symmetric('n'), S: spd('n'), x: nonzero('n') },
    'x',
    ({ A, S, x }) => times(quadratic(x, A), reciprocal(quadratic(x, S))),
    ({ A, S, x }) => {
      const c = reciprocal(quadratic(x, S));
      return twice(scale(c, sub(mul(A, x), scale(times(quadratic(x, A), c), mul(S, x)))));
    },
    {
      value: '\\frac{x^{\\top} A x}{x^{\\top} S x}',
      derivative: '\\frac{2}{x^{\\top} S x} (A x - r S x), \\quad r = \\frac{x^{\\top} A x}{x^{\\top} S x}',
    },
  ),
  "x'Ax-c(x'x-1)": row(
    { A: symmetric('n'), x, c: scalar },
    'x',
    ({ A, x, c }) => sub(quadratic(x, A), scale(c, sub(squared(x), unit(squared(x))))),
    ({ A, x, c }) => twice(sub(mul(A, x), scale(c, x))),
    { value: 'x^{\\top} A x - c\\, (x^{\\top} x - 1)', derivative: '2\\, (A x - c\\, x)' },
  ),
  "tr(W'SW)-tr(L(W'W-I))": row(
    { S: symmetric('m'), W: X, L: symmetric('n') },
    'W',
    ({ S, W, L }) => sub(trace(mul(t(W), S, W)), trace(mul(L, sub(mul(t(W), W), eyeColumns(W))))),
    ({ S, W, L }) => twice(sub(mul(S, W), mul(W, L))),
    {
      value: '\\mathrm{tr}(W^{\\top} S W) - \\mathrm{tr}(L (W^{\\top} W - I))',
      derivative: '2\\, (S W - W L)',
    },
  ),
  '-log|det(W)|-sum log cosh(Wx)': row(
    { W: invertible('n'), x },
    'W',
    ({ W, x }) => neg(add(logabsdet(W), sum(log(cosh(mul(W, x)))))),
    ({ W, x }) => neg(add(t(inv(W)), mul(tanh(mul(W, x)), t(x)))),
    {
      value: '-\\log|\\det(W)| - \\sum_i \\log \\cosh((W x)_i)',
      derivative: '-W^{-\\top} - \\tanh(W x)\\, x^{\\top}',
    },
  ),
  "tr((I-KH)P(I-KH)'+KRK')": row(
    { K: matrix('n', 'm'), H: X, P: symmetric('n'), R: symmetric('m') },
    'K',
    ({ K, H, P, R }) => {
      const J = sub(eyeRows(K), mul(K, H));
      return add(trace(mul(J, P, t(J))), trace(mul(K, R, t(K))));
    },
    ({ K, H, P, R }) => twice(sub(mul(K, R), mul(sub(eyeRows(K), mul(K, H)), P, t(H)))),
    {
      value: '\\mathrm{tr}((I - K H) P (I - K H)^{\\top} + K R K^{\\top})',
      derivative: '2\\, (K R - (I - K H) P H^{\\top})',
    },
  ),
  'tr(S log S)': row(
    { S: spd('n') },
    'S',
    ({ S }) => trace(mul(S, symmetricFunction(S, 'log'))),
    ({ S }) => add(symmetricFunction(S, 'log'), eye(S)),
    { value: '\\mathrm{tr}(S \\log S)', derivative: '\\log S + I' },
  ),
});
