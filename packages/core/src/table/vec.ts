import { diag } from '../identity/diag.ts';
import { inv } from '../identity/inv.ts';
import { kron } from '../identity/kron.ts';
import { cos, sin } from '../identity/trigonometric.ts';
import { vec as stacked } from '../identity/vec.ts';
import { makeTable, row } from './row.ts';
import { invertible, matrix, square } from './space.ts';
import { add, eyeColumns, eyeRows, eyeStacked, had, mul, neg, t, timesCommutation, twice } from './words.ts';

const X = matrix('m', 'n');

/** Jacobians of matrix functions of a matrix in vec form, d vec F = J d vec X, with columns stacked. */
export const vec = makeTable('jacobian', {
  AXB: row(
    { A: matrix('p', 'm'), X, B: matrix('n', 'q') },
    'X',
    ({ A, X, B }) => mul(A, X, B),
    ({ A, B }) => kron(t(B), A),
  ),
  "X'": row(
    { X },
    'X',
    ({ X }) => t(X),
    ({ X }) => timesCommutation(eyeStacked(X), X),
  ),
  'inv(X)': row(
    { X: invertible('n') },
    'X',
    ({ X }) => inv(X),
    ({ X }) => neg(kron(t(inv(X)), inv(X))),
  ),
  'Ainv(X)B': row(
    { A: matrix('p', 'n'), X: invertible('n'), B: matrix('n', 'q') },
    'X',
    ({ A, X, B }) => mul(A, inv(X), B),
    ({ A, X, B }) => neg(kron(t(mul(inv(X), B)), mul(A, inv(X)))),
  ),
  'X^2': row(
    { X: square('n') },
    'X',
    ({ X }) => mul(X, X),
    ({ X }) => add(kron(t(X), eyeRows(X)), kron(eyeRows(X), X)),
  ),
  "X'X": row(
    { X },
    'X',
    ({ X }) => mul(t(X), X),
    ({ X }) => add(timesCommutation(kron(t(X), eyeColumns(X)), X), kron(eyeColumns(X), t(X))),
  ),
  "XX'": row(
    { X },
    'X',
    ({ X }) => mul(X, t(X)),
    ({ X }) => add(kron(X, eyeRows(X)), timesCommutation(kron(eyeRows(X), X), X)),
  ),
  "X'AX": row(
    { X, A: square('m') },
    'X',
    ({ X, A }) => mul(t(X), A, X),
    ({ X, A }) =>
      add(timesCommutation(kron(mul(t(X), t(A)), eyeColumns(X)), X), kron(eyeColumns(X), mul(t(X), A))),
  ),
  'X.*X': row(
    { X },
    'X',
    ({ X }) => had(X, X),
    ({ X }) => twice(diag(stacked(X))),
    { value: 'X \\circ X', derivative: '2\\, \\mathrm{Diag}(\\mathrm{vec}(X))' },
  ),
  AX: row(
    { A: matrix('p', 'm'), X },
    'X',
    ({ A, X }) => mul(A, X),
    ({ A, X }) => kron(eyeColumns(X), A),
  ),
  XB: row(
    { X, B: matrix('n', 'q') },
    'X',
    ({ X, B }) => mul(X, B),
    ({ X, B }) => kron(t(B), eyeRows(X)),
  ),
  'X^3': row(
    { X: square('n') },
    'X',
    ({ X }) => mul(X, X, X),
    ({ X }) => add(add(kron(t(mul(X, X)), eyeRows(X)), kron(t(X), X)), kron(eyeRows(X), mul(X, X))),
  ),
  "XAX'": row(
    { X, A: square('n') },
    'X',
    ({ X, A }) => mul(X, A, t(X)),
    ({ X, A }) => add(kron(mul(X, t(A)), eyeRows(X)), timesCommutation(kron(eyeRows(X), mul(X, A)), X)),
  ),
  'sin(X)': row(
    { X },
    'X',
    ({ X }) => sin(X),
    ({ X }) => diag(stacked(cos(X))),
  ),
});
