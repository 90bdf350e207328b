import { diag } from '../identity/diag.ts';
import { exp, reciprocal } from '../identity/elementwise.ts';
import { kron } from '../identity/kron.ts';
import { logsumexp } from '../identity/logsumexp.ts';
import { norm } from '../identity/norm.ts';
import { normalize } from '../identity/normalize.ts';
import { softmax } from '../identity/softmax.ts';
import { sum } from '../identity/sum.ts';
import { vec } from '../identity/vec.ts';
import { makeTable, row } from './row.ts';
import { matrix, nonzero, square, vector } from './space.ts';
import {
  add,
  eyeColumns,
  eyeRows,
  fill,
  mul,
  scalarOf,
  scale,
  squared,
  sub,
  t,
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
});
