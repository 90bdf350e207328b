import { adjugate } from '../identity/adjugate.ts';
import { det } from '../identity/det.ts';
import { exp } from '../identity/exponential.ts';
import { inv } from '../identity/inv.ts';
import { kron } from '../identity/kron.ts';
import { logabsdet } from '../identity/logabsdet.ts';
import { cos, sin } from '../identity/trigonometric.ts';
import { makeTable, row } from './row.ts';
import { fullRank, invertible, matrix, scalar, square } from './space.ts';
import { add, fill, had, inner, mul, neg, scale, sub, t, trace, twice } from './words.ts';

const X = matrix('m', 'n');
const one = { X: ['dX'] } as const;
const two = { X: ['dX'], Y: ['dY'] } as const;
const same = { X, Y: X, dX: X, dY: X };
const inverse = { X: invertible('n'), dX: square('n') };

/** Differentials: what dX does to first order, from which all gradients are read off. */
export const differential = makeTable('differential', {
  A: row(
    { A: X, X, dX: X },
    one,
    ({ A }) => A,
    ({ A }) => fill(A, 0),
  ),
  cX: row(
    { c: scalar, X, dX: X },
    one,
    ({ c, X }) => scale(c, X),
    ({ c, dX }) => scale(c, dX),
  ),
  'X+Y': row(
    same,
    two,
    ({ X, Y }) => add(X, Y),
    ({ dX, dY }) => add(dX, dY),
  ),
  XY: row(
    { X, Y: matrix('n', 'p'), dX: X, dY: matrix('n', 'p') },
    two,
    ({ X, Y }) => mul(X, Y),
    ({ X, Y, dX, dY }) => add(mul(dX, Y), mul(X, dY)),
  ),
  'kron(X,Y)': row(
    { X, Y: matrix('p', 'q'), dX: X, dY: matrix('p', 'q') },
    two,
    ({ X, Y }) => kron(X, Y),
    ({ X, Y, dX, dY }) => add(kron(dX, Y), kron(X, dY)),
  ),
  'X.*Y': row(
    same,
    two,
    ({ X, Y }) => had(X, Y),
    ({ X, Y, dX, dY }) => add(had(dX, Y), had(X, dY)),
  ),
  "X'": row(
    { X, dX: X },
    one,
    ({ X }) => t(X),
    ({ dX }) => t(dX),
  ),
  'tr(X)': row(
    { X: square('n'), dX: square('n') },
    one,
    ({ X }) => trace(X),
    ({ dX }) => trace(dX),
  ),
  'det(X)': row(
    { X: square('n'), dX: square('n') },
    one,
    ({ X }) => det(X),
    ({ X, dX }) => trace(mul(adjugate(X), dX)),
  ),
  'log|det(X)|': row(
    inverse,
    one,
    ({ X }) => logabsdet(X),
    ({ X, dX }) => trace(mul(inv(X), dX)),
  ),
  'inv(X)': row(
    inverse,
    one,
    ({ X }) => inv(X),
    ({ X, dX }) => neg(mul(inv(X), dX, inv(X))),
  ),
  'sin(X)': row(
    { X, dX: X },
    one,
    ({ X }) => sin(X),
    ({ X, dX }) => had(cos(X), dX),
  ),
  '|X|^2': row(
    { X, dX: X },
    one,
    ({ X }) => inner(X, X),
    ({ X, dX }) => twice(inner(X, dX)),
  ),
  AXB: row(
    { A: matrix('p', 'm'), X, B: matrix('n', 'q'), dX: X },
    one,
    ({ A, X, B }) => mul(A, X, B),
    ({ A, B, dX }) => mul(A, dX, B),
  ),
  'X^2': row(
    { X: square('n'), dX: square('n') },
    one,
    ({ X }) => mul(X, X),
    ({ X, dX }) => add(mul(dX, X), mul(X, dX)),
  ),
  "X'X": row(
    { X, dX: X },
    one,
    ({ X }) => mul(t(X), X),
    ({ X, dX }) => add(mul(t(dX), X), mul(t(X), dX)),
  ),
  'exp(X)': row(
    { X, dX: X },
    one,
    ({ X }) => exp(X),
    ({ X, dX }) => had(exp(X), dX),
  ),
  'tr(X^2)': row(
    { X: square('n'), dX: square('n') },
    one,
    ({ X }) => trace(mul(X, X)),
    ({ X, dX }) => twice(trace(mul(X, dX))),
  ),
  "inv(X'X)": row(
    { X: fullRank('m', 'n'), dX: X },
    one,
    ({ X }) => inv(mul(t(X), X)),
    ({ X, dX }) => {
      const G = inv(mul(t(X), X));
      return neg(mul(G, add(mul(t(dX), X), mul(t(X), dX)), G));
    },
    {
      value: '(X^{\\top} X)^{-1}',
      derivative: '-G (\\mathrm{d}X^{\\top} X + X^{\\top} \\mathrm{d}X) G, \\quad G = (X^{\\top} X)^{-1}',
    },
  ),
  'adj(X)': row(
    inverse,
    one,
    ({ X }) => adjugate(X),
    ({ X, dX }) => sub(scale(trace(mul(inv(X), dX)), adjugate(X)), mul(inv(X), dX, adjugate(X))),
  ),
});
