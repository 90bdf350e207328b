import { log } from '../identity/exponential.ts';
import { logsumexp } from '../identity/logsumexp.ts';
import { norm } from '../identity/norm.ts';
import { normalize } from '../identity/normalize.ts';
import { reciprocal } from '../identity/powers.ts';
import { softmax } from '../identity/softmax.ts';
import { makeTable, row } from './row.ts';
import { matrix, nonzero, positive, square, symmetric, vector } from './space.ts';
import { add, had, inner, mul, scalarOf, scale, squared, sub, t, twice } from './words.ts';

const x = vector('n');
const away = { x: nonzero('n') };
const moving = { u: ['Ju'], v: ['Jv'] } as const;
const affine = {
  A: matrix('m', 'n'),
  b: vector('m'),
  C: matrix('m', 'p'),
  D: matrix('p', 'n'),
  e: vector('p'),
  x,
};

/** Gradients of scalar functions of a vector. */
export const scalarByVector = makeTable('gradient', {
  "a'x": row(
    { a: vector('n'), x },
    'x',
    ({ a, x }) => scalarOf(mul(t(a), x)),
    ({ a }) => a,
  ),
  "b'Ax": row(
    { b: vector('m'), A: matrix('m', 'n'), x },
    'x',
    ({ b, A, x }) => scalarOf(mul(t(b), A, x)),
    ({ b, A }) => mul(t(A), b),
  ),
  "x'x": row(
    { x },
    'x',
    ({ x }) => scalarOf(mul(t(x), x)),
    ({ x }) => twice(x),
  ),
  "x'Ax": row(
    { A: square('n'), x },
    'x',
    ({ A, x }) => scalarOf(mul(t(x), A, x)),
    ({ A, x }) => mul(add(A, t(A)), x),
  ),
  "x'Sx": row(
    { S: symmetric('n'), x },
    'x',
    ({ S, x }) => scalarOf(mul(t(x), S, x)),
    ({ S, x }) => twice(mul(S, x)),
  ),
  "u'v": row(
    { u: vector('m'), v: vector('m'), Ju: matrix('m', 'n'), Jv: matrix('m', 'n') },
    moving,
    ({ u, v }) => scalarOf(mul(t(u), v)),
    ({ u, v, Ju, Jv }) => add(mul(t(Ju), v), mul(t(Jv), u)),
  ),
  "u'Av": row(
    { u: vector('m'), A: matrix('m', 'p'), v: vector('p'), Ju: matrix('m', 'n'), Jv: matrix('p', 'n') },
    moving,
    ({ u, A, v }) => scalarOf(mul(t(u), A, v)),
    ({ u, A, v, Ju, Jv }) => add(mul(t(Ju), A, v), mul(t(Jv), t(A), u)),
  ),
  "a'xx'b": row(
    { a: vector('n'), b: vector('n'), x },
    'x',
    ({ a, b, x }) => scalarOf(mul(t(a), x, t(x), b)),
    ({ a, b, x }) => mul(add(mul(a, t(b)), mul(b, t(a))), x),
  ),
  "(Ax+b)'C(Dx+e)": row(
    affine,
    'x',
    ({ A, b, C, D, e, x }) => scalarOf(mul(t(add(mul(A, x), b)), C, add(mul(D, x), e))),
    ({ A, b, C, D, e, x }) => add(mul(t(A), C, add(mul(D, x), e)), mul(t(D), t(C), add(mul(A, x), b))),
  ),
  '|x|': row(
    away,
    'x',
    ({ x }) => norm(x),
    ({ x }) => scale(reciprocal(norm(x)), x),
  ),
  '|x-a|': row(
    { a: vector('n'), ...away },
    'x',
    ({ a, x }) => norm(sub(x, a)),
    ({ a, x }) => normalize(sub(x, a)),
    { value: '\\|x - a\\|', derivative: '\\frac{x - a}{\\|x - a\\|}' },
  ),
  '|Ax-b|^2': row(
    { A: matrix('m', 'n'), b: vector('m'), x },
    'x',
    ({ A, b, x }) => squared(sub(mul(A, x), b)),
    ({ A, b, x }) => twice(mul(t(A), sub(mul(A, x), b))),
    { value: '\\|A x - b\\|^2', derivative: '2\\, A^{\\top} (A x - b)' },
  ),
  "log(x'x)": row(
    away,
    'x',
    ({ x }) => log(scalarOf(mul(t(x), x))),
    ({ x }) => scale(twice(reciprocal(scalarOf(mul(t(x), x)))), x),
  ),
  "a'log(x)": row(
    { a: vector('n'), x: positive('n') },
    'x',
    ({ a, x }) => inner(a, log(x)),
    ({ a, x }) => had(a, reciprocal(x)),
  ),
  'log sum exp x': row(
    { x },
    'x',
    ({ x }) => logsumexp(x),
    ({ x }) => softmax(x, [0, 1]),
    { value: '\\log \\sum_i e^{x_i}', derivative: '\\mathrm{softmax}(x)' },
  ),
});
