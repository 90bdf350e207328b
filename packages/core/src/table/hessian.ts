import { diag } from '../identity/diag.ts';
import { exp, log } from '../identity/exponential.ts';
import { inv } from '../identity/inv.ts';
import { kron } from '../identity/kron.ts';
import { logabsdet } from '../identity/logabsdet.ts';
import { logsumexp } from '../identity/logsumexp.ts';
import { norm } from '../identity/norm.ts';
import { normalize } from '../identity/normalize.ts';
import { reciprocal } from '../identity/powers.ts';
import { softmax } from '../identity/softmax.ts';
import { sum } from '../identity/sum.ts';
import { vec } from '../identity/vec.ts';
import { makeTable, row } from './row.ts';
import { invertible, matrix, nonzero, positive, square, vector } from './space.ts';
import {
  add,
  eyeColumns,
  eyeRows,
  fill,
  mul,
  neg,
  scalarOf,
  scale,
  squared,
  sub,
  t,
  timesCommutation,
  trace,
  twice,
} from './words.ts';

const x = vector('n');
const away = { x: nonzero('n') };
const X = matrix('m', 'n');

/** Hessians of scalar functions of a vector, and of a matrix in vec form, with columns stacked. */
export const hessian = makeTable('hessian', {
  "b'x": row(
    { b: vector('n'), x },
    'x',
    ({ b, x }) => scalarOf(mul(t(b), x)),
    ({ x }) => fill(mul(x, t(x)), 0),
  ),
  "x'Ax": row(
    { A: square('n'), x },
    'x',
    ({ A, x }) => scalarOf(mul(t(x), A, x)),
    ({ A }) => add(A, t(A)),
  ),
  "(a'x)(b'x)": row(
    { a: vector('n'), b: vector('n'), x },
    'x',
    ({ a, b, x }) => scalarOf(mul(t(a), x, t(b), x)),
    ({ a, b }) => add(mul(a, t(b)), mul(b, t(a))),
  ),
  '|Ax-b|^2': row(
    { A: matrix('m', 'n'), b: vector('m'), x },
    'x',
    ({ A, b, x }) => squared(sub(mul(A, x), b)),
    ({ A }) => twice(mul(t(A), A)),
    { value: '\\|A x - b\\|^2', derivative: '2\\, A^{\\top} A' },
  ),
  'log sum exp x': row(
    { x },
    'x',
    ({ x }) => logsumexp(x),
    ({ x }) => {
      const p = softmax(x, [0, 1]);
      return sub(diag(vec(p)), mul(p, t(p)));
    },
    {
      value: '\\log \\sum_i e^{x_i}',
      derivative: '\\mathrm{Diag}(p) - p p^{\\top}, \\quad p = \\mathrm{softmax}(x)',
    },
  ),
  '|x|': row(
    away,
    'x',
    ({ x }) => norm(x),
    ({ x }) => scale(reciprocal(norm(x)), sub(eyeRows(x), mul(normalize(x), t(normalize(x))))),
    {
      value: '\\|x\\|',
      derivative: '\\frac{1}{\\|x\\|} \\left(I - \\frac{x x^{\\top}}{\\|x\\|^2}\\right)',
    },
  ),
  'sum exp x': row(
    { x },
    'x',
    ({ x }) => sum(exp(x)),
    ({ x }) => diag(vec(exp(x))),
    { value: '\\sum_i e^{x_i}', derivative: '\\mathrm{Diag}(e^{x})' },
  ),
  "tr(X'AX)": row(
    { A: square('m'), X },
    'X',
    ({ A, X }) => trace(mul(t(X), A, X)),
    ({ A, X }) => kron(eyeColumns(X), add(A, t(A))),
  ),
  "tr(AXBX')": row(
    { A: square('m'), B: square('n'), X },
    'X',
    ({ A, B, X }) => trace(mul(A, X, B, t(X))),
    ({ A, B }) => add(kron(t(B), A), kron(B, t(A))),
  ),
  '|AXB-C|^2': row(
    { A: matrix('p', 'm'), X, B: matrix('n', 'q'), C: matrix('p', 'q') },
    'X',
    ({ A, X, B, C }) => squared(sub(mul(A, X, B), C)),
    ({ A, B }) => twice(kron(mul(B, t(B)), mul(t(A), A))),
    { value: '\\|A X B - C\\|^2', derivative: '2\\, (B B^{\\top}) \\otimes (A^{\\top} A)' },
  ),
  'tr(X)^2': row(
    { X: square('n') },
    'X',
    ({ X }) => scale(trace(X), trace(X)),
    ({ X }) => {
      const e = vec(eyeRows(X));
      const column = { shape: [...e.shape, 1], data: e.data };
      return twice(mul(column, t(column)));
    },
    { value: '\\mathrm{tr}(X)^2', derivative: '2\\, \\mathrm{vec}(I)\\, \\mathrm{vec}(I)^{\\top}' },
  ),
  "(x'x)^2": row(
    { x },
    'x',
    ({ x }) => scale(squared(x), squared(x)),
    ({ x }) => add(scale(8, mul(x, t(x))), scale(scale(4, squared(x)), eyeRows(x))),
    { value: '(x^{\\top} x)^2', derivative: '8\\, x x^{\\top} + 4\\, x^{\\top} x\\, I' },
  ),
  "log(x'x)": row(
    away,
    'x',
    ({ x }) => log(squared(x)),
    ({ x }) => {
      const c = reciprocal(squared(x));
      return twice(scale(c, sub(eyeRows(x), scale(twice(c), mul(x, t(x))))));
    },
    {
      value: '\\log(x^{\\top} x)',
      derivative: '\\frac{2}{x^{\\top} x} \\left(I - \\frac{2 x x^{\\top}}{x^{\\top} x}\\right)',
    },
  ),
  "x'log(x)": row(
    { x: positive('n') },
    'x',
    ({ x }) => scalarOf(mul(t(x), log(x))),
    ({ x }) => diag(vec(reciprocal(x))),
    { value: 'x^{\\top} \\log(x)', derivative: '\\mathrm{Diag}(x^{\\circ -1})' },
  ),
  'log sum exp Ax': row(
    { A: matrix('m', 'n'), x },
    'x',
    ({ A, x }) => logsumexp(mul(A, x)),
    ({ A, x }) => {
      const p = softmax(mul(A, x), [0, 1]);
      return mul(t(A), sub(diag(vec(p)), mul(p, t(p))), A);
    },
    {
      value: '\\log \\sum_i e^{(A x)_i}',
      derivative: 'A^{\\top} (\\mathrm{Diag}(p) - p p^{\\top}) A, \\quad p = \\mathrm{softmax}(A x)',
    },
  ),
  "a'XX'b": row(
    { a: vector('m'), X, b: vector('m') },
    'X',
    ({ a, X, b }) => scalarOf(mul(t(a), X, t(X), b)),
    ({ a, X, b }) => kron(eyeColumns(X), add(mul(a, t(b)), mul(b, t(a)))),
  ),
  'log|det(X)|': row(
    { X: invertible('n') },
    'X',
    ({ X }) => logabsdet(X),
    ({ X }) => neg(timesCommutation(kron(inv(X), t(inv(X))), X)),
    { value: '\\log|\\det(X)|', derivative: '-(X^{-1} \\otimes X^{-\\top}) K' },
  ),
});
