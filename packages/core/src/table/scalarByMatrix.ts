import { ambient } from '../define/ambient.ts';
import { cofactor } from '../identity/cofactor.ts';
import { det } from '../identity/det.ts';
import { eigh } from '../identity/eigh.ts';
import { eigvalsh } from '../identity/eigvalsh.ts';
import { expm } from '../identity/expm.ts';
import { inv } from '../identity/inv.ts';
import { logabsdet } from '../identity/logabsdet.ts';
import { logdet } from '../identity/logdet.ts';
import { logVolume } from '../identity/logVolume.ts';
import { matrixPower } from '../identity/matrixPower.ts';
import { pinv } from '../identity/pinv.ts';
import { makeTable, row } from './row.ts';
import { fullRank, graded, invertible, matrix, spd, square, symmetric, vector } from './space.ts';
import { add, eye, mul, neg, scalarOf, scale, squared, sub, t, trace, twice } from './words.ts';

const X = matrix('m', 'n');
const [a, b] = [vector('m'), vector('n')];
const bilinear = { a, X, b };
const gramian = fullRank('m', 'n');
const n = { A: square('n'), X: invertible('n'), B: square('n') };
const inverses = { A: matrix('p', 'n'), X: invertible('n'), B: matrix('n', 'p') };

/** Gradients of scalar functions of a matrix, in its shape: the G of df = tr(Gᵀ dX). */
export const scalarByMatrix = makeTable('gradient', {
  'tr(X)': row(
    { X },
    'X',
    ({ X }) => trace(X),
    ({ X }) => eye(X),
  ),
  'tr(AX)': row(
    { A: matrix('n', 'm'), X },
    'X',
    ({ A, X }) => trace(mul(A, X)),
    ({ A }) => t(A),
  ),
  "tr(AX')": row(
    { A: X, X },
    'X',
    ({ A, X }) => trace(mul(A, t(X))),
    ({ A }) => A,
  ),
  "tr(X'A)": row(
    { A: X, X },
    'X',
    ({ A, X }) => trace(mul(t(X), A)),
    ({ A }) => A,
  ),
  "tr(X'AX)": row(
    { A: square('m'), X },
    'X',
    ({ A, X }) => trace(mul(t(X), A, X)),
    ({ A, X }) => mul(add(A, t(A)), X),
  ),
  "tr(XAX')": row(
    { A: square('n'), X },
    'X',
    ({ A, X }) => trace(mul(X, A, t(X))),
    ({ A, X }) => mul(X, add(A, t(A))),
  ),
  'tr(AXB)': row(
    { A: matrix('p', 'm'), X, B: matrix('n', 'p') },
    'X',
    ({ A, X, B }) => trace(mul(A, X, B)),
    ({ A, B }) => mul(t(A), t(B)),
  ),
  "tr(AX'B)": row(
    { A: matrix('p', 'n'), X, B: matrix('m', 'p') },
    'X',
    ({ A, X, B }) => trace(mul(A, t(X), B)),
    ({ A, B }) => mul(B, A),
  ),
  "tr(AXBX'C)": row(
    { A: matrix('p', 'm'), X, B: square('n'), C: matrix('m', 'p') },
    'X',
    ({ A, X, B, C }) => trace(mul(A, X, B, t(X), C)),
    ({ A, X, B, C }) => add(mul(t(A), t(C), X, t(B)), mul(C, A, X, B)),
  ),
  'tr(AXBXC)': row(
    { A: matrix('p', 'm'), X, B: matrix('n', 'm'), C: matrix('n', 'p') },
    'X',
    ({ A, X, B, C }) => trace(mul(A, X, B, X, C)),
    ({ A, X, B, C }) => add(mul(t(A), t(C), t(X), t(B)), mul(t(B), t(X), t(A), t(C))),
  ),
  'tr(X^2)': row(
    { X: square('n') },
    'X',
    ({ X }) => trace(mul(X, X)),
    ({ X }) => twice(t(X)),
  ),
  'tr(X^3)': row(
    { X: square('n') },
    'X',
    ({ X }) => trace(mul(X, X, X)),
    ({ X }) => scale(3, t(mul(X, X))),
  ),
  'tr(AX^3)': row(
    { A: square('n'), X: square('n') },
    'X',
    ({ A, X }) => trace(mul(A, X, X, X)),
    ({ A, X }) => t(add(add(mul(X, X, A), mul(X, A, X)), mul(A, X, X))),
  ),
  'tr(exp(X))': row(
    { X: square('n') },
    'X',
    ({ X }) => trace(expm(X)),
    ({ X }) => t(expm(X)),
  ),
  'tr(inv(X))': row(
    { X: invertible('n') },
    'X',
    ({ X }) => trace(inv(X)),
    ({ X }) => neg(t(mul(inv(X), inv(X)))),
  ),
  'tr(Ainv(X)B)': row(
    inverses,
    'X',
    ({ A, X, B }) => trace(mul(A, inv(X), B)),
    ({ A, X, B }) => neg(t(mul(inv(X), B, A, inv(X)))),
  ),
  "a'inv(X)b": row(
    { a: b, X: invertible('n'), b },
    'X',
    ({ a, X, b }) => scalarOf(mul(t(a), inv(X), b)),
    ({ a, X, b }) => neg(mul(t(inv(X)), a, t(b), t(inv(X)))),
  ),
  "a'Xb": row(
    bilinear,
    'X',
    ({ a, X, b }) => scalarOf(mul(t(a), X, b)),
    ({ a, b }) => mul(a, t(b)),
  ),
  "a'X'b": row(
    { a: b, X, b: a },
    'X',
    ({ a, X, b }) => scalarOf(mul(t(a), t(X), b)),
    ({ a, b }) => mul(b, t(a)),
  ),
  "a'X'Xb": row(
    { a: b, X, b },
    'X',
    ({ a, X, b }) => scalarOf(mul(t(a), t(X), X, b)),
    ({ a, X, b }) => mul(X, add(mul(a, t(b)), mul(b, t(a)))),
  ),
  "a'X'CXb": row(
    { a: b, X, C: square('m'), b },
    'X',
    ({ a, X, C, b }) => scalarOf(mul(t(a), t(X), C, X, b)),
    ({ a, X, C, b }) => add(mul(C, X, b, t(a)), mul(t(C), X, a, t(b))),
  ),
  "(Xa+b)'C(Xa+b)": row(
    { a: b, X, b: a, C: square('m') },
    'X',
    ({ a, X, b, C }) => scalarOf(mul(t(add(mul(X, a), b)), C, add(mul(X, a), b))),
    ({ a, X, b, C }) => mul(add(C, t(C)), add(mul(X, a), b), t(a)),
  ),
  'det(X)': row(
    { X: square('n') },
    'X',
    ({ X }) => det(X),
    ({ X }) => cofactor(X),
  ),
  'log|det(X)|': row(
    { X: invertible('n') },
    'X',
    ({ X }) => logabsdet(X),
    ({ X }) => t(inv(X)),
  ),
  'logdet(S)': row(
    { S: spd('n') },
    'S',
    ({ S }) => logdet(S),
    ({ S }) => inv(S),
  ),
  'det(AXB)': row(
    { ...n, A: invertible('n'), B: invertible('n') },
    'X',
    ({ A, X, B }) => det(mul(A, X, B)),
    ({ A, X, B }) => scale(det(mul(A, X, B)), t(inv(X))),
  ),
  'det(X^3)': row(
    { X: invertible('n') },
    'X',
    ({ X }) => det(matrixPower(X, 3)),
    ({ X }) => scale(scale(3, det(matrixPower(X, 3))), t(inv(X))),
    { value: '\\det(X^3)', derivative: '3 \\det(X)^3\\, X^{-\\top}' },
  ),
  'log|det(X^3)|': row(
    { X: invertible('n') },
    'X',
    ({ X }) => logabsdet(matrixPower(X, 3)),
    ({ X }) => scale(3, t(inv(X))),
    { value: '\\log|\\det(X^3)|', derivative: '3\\, X^{-\\top}' },
  ),
  "det(X'X)": row(
    { X: gramian },
    'X',
    ({ X }) => det(mul(t(X), X)),
    ({ X }) => scale(twice(det(mul(t(X), X))), mul(X, inv(mul(t(X), X)))),
  ),
  "det(X'SX)": row(
    { X: gramian, S: spd('m') },
    'X',
    ({ X, S }) => det(mul(t(X), S, X)),
    ({ X, S }) => scale(twice(det(mul(t(X), S, X))), mul(S, X, inv(mul(t(X), S, X)))),
  ),
  "logdet(X'X)": row(
    { X: gramian },
    'X',
    ({ X }) => twice(logVolume(X)),
    ({ X }) => twice(t(pinv(X))),
    { value: '\\log \\det(X^{\\top} X)', derivative: '2\\, (X^{+})^{\\top}' },
  ),
  '|X|^2': row(
    { X },
    'X',
    ({ X }) => squared(X),
    ({ X }) => twice(X),
  ),
  '|AX-B|^2': row(
    { A: matrix('p', 'm'), X, B: matrix('p', 'n') },
    'X',
    ({ A, X, B }) => squared(sub(mul(A, X), B)),
    ({ A, X, B }) => twice(mul(t(A), sub(mul(A, X), B))),
    { value: '\\|A X - B\\|^2', derivative: '2\\, A^{\\top} (A X - B)' },
  ),
  'tr(X)^2': row(
    { X: square('n') },
    'X',
    ({ X }) => scale(trace(X), trace(X)),
    ({ X }) => scale(twice(trace(X)), eye(X)),
  ),
  "tr(inv(X'X))": row(
    { X: gramian },
    'X',
    ({ X }) => trace(inv(mul(t(X), X))),
    ({ X }) => neg(twice(mul(X, inv(mul(t(X), X)), inv(mul(t(X), X))))),
  ),
  'tr(SAS)': row(
    { S: symmetric('n'), A: square('n') },
    'S',
    ({ S, A }) => trace(mul(S, A, S)),
    ({ S, A }) => scale(0.5, add(mul(add(A, t(A)), S), mul(S, add(A, t(A))))),
  ),
  'lambda_max(S)': row(
    { S: graded('n') },
    'S',
    ({ S }) => {
      const values = eigvalsh(S);
      return ambient.take(values, values.shape[0] - 1);
    },
    ({ S }) => {
      // V·diag(0, …, 0, 1)·Vᵀ as eigh pulls it back: refused where the largest is not alone.
      const { value, pullback } = eigh.vjp(S);
      const last = value[0].shape[0] - 1;
      return pullback([ambient.put(ambient.take(ambient.fill(value[0], 1), last), last, last + 1), null])[0];
    },
    { value: '\\lambda_{\\max}(S)', derivative: 'v_{\\max} v_{\\max}^{\\top}' },
  ),
});
