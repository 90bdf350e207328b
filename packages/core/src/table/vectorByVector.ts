import type { Value } from '../algebra.ts';
import { ambient } from '../define/ambient.ts';
import { diag } from '../identity/diag.ts';
import { inv } from '../identity/inv.ts';
import { norm } from '../identity/norm.ts';
import { normalize } from '../identity/normalize.ts';
import { reciprocal } from '../identity/powers.ts';
import { softmax } from '../identity/softmax.ts';
import { solve } from '../identity/solve.ts';
import { cos, sin } from '../identity/trigonometric.ts';
import { makeTable, row } from './row.ts';
import { invertible, matrix, nonzero, vector } from './space.ts';
import { add, eyeRows, had, mul, scalarOf, scale, sub, t, twice } from './words.ts';

const x = vector('n');
const away = { x: nonzero('n') };
/** The diagonal matrix of a column. */
const diagonal = (v: Value): Value =>
  diag(v.shape.length === 2 ? ambient.reshape(v, v.shape.slice(0, 1)) : v);
const moving = { u: ['Ju'] } as const;
const u = { u: vector('m'), Ju: matrix('m', 'n') };

/** Jacobians of vector functions of a vector, J_ij = ∂y_i/∂x_j. */
export const vectorByVector = makeTable('jacobian', {
  x: row(
    { x },
    'x',
    ({ x }) => x,
    ({ x }) => eyeRows(x),
  ),
  Ax: row(
    { A: matrix('m', 'n'), x },
    'x',
    ({ A, x }) => mul(A, x),
    ({ A }) => A,
  ),
  "A'x": row(
    { A: matrix('n', 'm'), x },
    'x',
    ({ A, x }) => mul(t(A), x),
    ({ A }) => t(A),
  ),
  "(a'x)x": row(
    { a: vector('n'), x },
    'x',
    ({ a, x }) => mul(x, t(a), x),
    ({ a, x }) => add(mul(x, t(a)), scale(scalarOf(mul(t(a), x)), eyeRows(x))),
  ),
  "(x'x)x": row(
    { x },
    'x',
    ({ x }) => scale(scalarOf(mul(t(x), x)), x),
    ({ x }) => add(twice(mul(x, t(x))), scale(scalarOf(mul(t(x), x)), eyeRows(x))),
  ),
  Au: row(
    { A: matrix('p', 'm'), ...u },
    moving,
    ({ A, u }) => mul(A, u),
    ({ A, Ju }) => mul(A, Ju),
  ),
  'sin(u)': row(
    u,
    moving,
    ({ u }) => sin(u),
    ({ u, Ju }) => mul(diagonal(cos(u)), Ju),
  ),
  'u.*v': row(
    { ...u, v: vector('m'), Jv: matrix('m', 'n') },
    { u: ['Ju'], v: ['Jv'] },
    ({ u, v }) => had(u, v),
    ({ u, v, Ju, Jv }) => add(mul(diagonal(v), Ju), mul(diagonal(u), Jv)),
  ),
  'x.*a': row(
    { a: vector('n'), x },
    'x',
    ({ a, x }) => had(x, a),
    ({ a }) => diagonal(a),
  ),
  'x/|x|': row(
    away,
    'x',
    ({ x }) => normalize(x),
    ({ x }) => scale(reciprocal(norm(x)), sub(eyeRows(x), mul(normalize(x), t(normalize(x))))),
    {
      value: '\\frac{x}{\\|x\\|}',
      derivative: '\\frac{1}{\\|x\\|} \\left(I - \\frac{x x^{\\top}}{\\|x\\|^2}\\right)',
    },
  ),
  'softmax(x)': row(
    { x },
    'x',
    ({ x }) => softmax(x, [0, 1]),
    ({ x }) => sub(diagonal(softmax(x, [0, 1])), mul(softmax(x, [0, 1]), t(softmax(x, [0, 1])))),
    {
      value: 'p = \\mathrm{softmax}(x)',
      derivative: '\\mathrm{Diag}(p) - p p^{\\top}',
    },
  ),
  'inv(A)x': row(
    { A: invertible('n'), x },
    'x',
    ({ A, x }) => solve(A, x),
    ({ A }) => inv(A),
  ),
  'Ax.*Bx': row(
    { A: matrix('m', 'n'), B: matrix('m', 'n'), x },
    'x',
    ({ A, B, x }) => had(mul(A, x), mul(B, x)),
    ({ A, B, x }) => add(mul(diagonal(mul(B, x)), A), mul(diagonal(mul(A, x)), B)),
  ),
  "(x'Ax)x": row(
    { A: matrix('n', 'n'), x },
    'x',
    ({ A, x }) => mul(x, t(x), A, x),
    ({ A, x }) => add(mul(x, t(x), add(A, t(A))), scale(scalarOf(mul(t(x), A, x)), eyeRows(x))),
  ),
  "x/(x'x)": row(
    away,
    'x',
    ({ x }) => scale(reciprocal(scalarOf(mul(t(x), x))), x),
    ({ x }) => {
      const c = reciprocal(scalarOf(mul(t(x), x)));
      return scale(c, sub(eyeRows(x), scale(twice(c), mul(x, t(x)))));
    },
    {
      value: '\\frac{x}{x^{\\top} x}',
      derivative: '\\frac{1}{x^{\\top} x} \\left(I - \\frac{2 x x^{\\top}}{x^{\\top} x}\\right)',
    },
  ),
  'softmax(Ax)': row(
    { A: matrix('m', 'n'), x },
    'x',
    ({ A, x }) => softmax(mul(A, x), [0, 1]),
    ({ A, x }) => {
      const p = softmax(mul(A, x), [0, 1]);
      return mul(sub(diagonal(p), mul(p, t(p))), A);
    },
    {
      value: '\\mathrm{softmax}(A x)',
      derivative: '(\\mathrm{Diag}(p) - p p^{\\top}) A, \\quad p = \\mathrm{softmax}(A x)',
    },
  ),
  'A(x.*b)': row(
    { A: matrix('m', 'n'), x, b: vector('n') },
    'x',
    ({ A, x, b }) => mul(A, had(x, b)),
    ({ A, b }) => mul(A, diagonal(b)),
  ),
});
