import { adjugate } from '../identity/adjugate.ts';
import { cofactor } from '../identity/cofactor.ts';
import { det } from '../identity/det.ts';
import { exp, log } from '../identity/exponential.ts';
import { inv } from '../identity/inv.ts';
import { kron } from '../identity/kron.ts';
import { logdet } from '../identity/logdet.ts';
import { norm } from '../identity/norm.ts';
import { nuclearNorm } from '../identity/nuclearNorm.ts';
import { polarFactor } from '../identity/polarFactor.ts';
import { reciprocal } from '../identity/powers.ts';
import { sum } from '../identity/sum.ts';
import { makeTable, row } from './row.ts';
import { fullRank, invertible, matrix, spd, square, symmetric, vector } from './space.ts';
import {
  add,
  eye,
  eyeRows,
  fill,
  had,
  inner,
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

const X = matrix('m', 'n');
const tall = fullRank('m', 'n');

/** More gradients of scalar functions of a matrix: longer products, Kronecker's and Hadamard's, inverses of Gram matrices, norms. */
export const products = makeTable('gradient', {
  "tr(AX'BXC)": row(
    { A: matrix('p', 'n'), X, B: square('m'), C: matrix('n', 'p') },
    'X',
    ({ A, X, B, C }) => trace(mul(A, t(X), B, X, C)),
    ({ A, X, B, C }) => add(mul(B, X, C, A), mul(t(B), X, t(A), t(C))),
  ),
  "tr(AXX'B)": row(
    { A: matrix('p', 'm'), X, B: matrix('m', 'p') },
    'X',
    ({ A, X, B }) => trace(mul(A, X, t(X), B)),
    ({ A, X, B }) => mul(add(mul(B, A), mul(t(A), t(B))), X),
  ),
  '|AXB+C|^2': row(
    { A: matrix('p', 'm'), X, B: matrix('n', 'q'), C: matrix('p', 'q') },
    'X',
    ({ A, X, B, C }) => squared(add(mul(A, X, B), C)),
    ({ A, X, B, C }) => twice(mul(t(A), add(mul(A, X, B), C), t(B))),
    { value: '\\|A X B + C\\|^2', derivative: '2\\, A^{\\top} (A X B + C) B^{\\top}' },
  ),
  "|XX'-S|^2": row(
    { X, S: symmetric('m') },
    'X',
    ({ X, S }) => squared(sub(mul(X, t(X)), S)),
    ({ X, S }) => scale(4, mul(sub(mul(X, t(X)), S), X)),
    { value: '\\|X X^{\\top} - S\\|^2', derivative: '4\\, (X X^{\\top} - S) X' },
  ),
  'tr(kron(A,X))': row(
    { A: square('m'), X: square('n') },
    'X',
    ({ A, X }) => trace(kron(A, X)),
    ({ A, X }) => scale(trace(A), eye(X)),
  ),
  'tr(kron(X,X))': row(
    { X: square('n') },
    'X',
    ({ X }) => trace(kron(X, X)),
    ({ X }) => scale(twice(trace(X)), eye(X)),
  ),
  "tr(A'(X.*B))": row(
    { A: X, X, B: X },
    'X',
    ({ A, X, B }) => inner(A, had(X, B)),
    ({ A, B }) => had(A, B),
  ),
  "a'(X.*X)b": row(
    { a: vector('m'), X, b: vector('n') },
    'X',
    ({ a, X, b }) => scalarOf(mul(t(a), had(X, X), b)),
    ({ a, X, b }) => twice(had(X, mul(a, t(b)))),
    { value: 'a^{\\top} (X \\circ X) b', derivative: '2\\, X \\circ (a b^{\\top})' },
  ),
  'sum(X)': row(
    { X },
    'X',
    ({ X }) => sum(X),
    ({ X }) => fill(X, 1),
    { value: '\\sum_{ij} X_{ij}', derivative: '1\\, 1^{\\top}' },
  ),
  'sum(exp(X))': row(
    { X },
    'X',
    ({ X }) => sum(exp(X)),
    ({ X }) => exp(X),
    { value: '\\sum_{ij} e^{X_{ij}}', derivative: '\\exp(X)' },
  ),
  'tr(X)det(X)': row(
    { X: square('n') },
    'X',
    ({ X }) => times(trace(X), det(X)),
    ({ X }) => add(scale(det(X), eye(X)), scale(trace(X), cofactor(X))),
  ),
  'det(X)^2': row(
    { X: square('n') },
    'X',
    ({ X }) => times(det(X), det(X)),
    ({ X }) => scale(twice(det(X)), cofactor(X)),
    { value: '\\det(X)^2', derivative: '2 \\det(X) \\operatorname{cof}(X)' },
  ),
  'tr(adj(X)A)': row(
    { X: invertible('n'), A: square('n') },
    'X',
    ({ X, A }) => trace(mul(adjugate(X), A)),
    ({ X, A }) => {
      const Y = t(inv(X));
      return scale(det(X), sub(scale(trace(mul(inv(X), A)), Y), mul(Y, t(A), Y)));
    },
    {
      value: '\\mathrm{tr}(\\operatorname{adj}(X) A)',
      derivative: '\\det(X) (\\mathrm{tr}(X^{-1} A)\\, X^{-\\top} - X^{-\\top} A^{\\top} X^{-\\top})',
    },
  ),
  "det(I+XY')": row(
    { X, Y: X },
    'X',
    ({ X, Y }) => det(add(eyeRows(X), mul(X, t(Y)))),
    ({ X, Y }) => mul(cofactor(add(eyeRows(X), mul(X, t(Y)))), Y),
  ),
  "det(X'AX)": row(
    { X: tall, A: spd('m') },
    'X',
    ({ X, A }) => det(mul(t(X), A, X)),
    ({ X, A }) => twice(mul(A, X, cofactor(mul(t(X), A, X)))),
    {
      value: '\\det(X^{\\top} A X)',
      derivative: '2\\, A X \\operatorname{cof}(X^{\\top} A X)',
    },
  ),
  "logdet(A+XSX')": row(
    { A: spd('m'), X, S: spd('n') },
    'X',
    ({ A, X, S }) => logdet(add(A, mul(X, S, t(X)))),
    ({ A, X, S }) => twice(mul(inv(add(A, mul(X, S, t(X)))), X, S)),
  ),
  "b'inv(X'X)b": row(
    { X: tall, b: vector('n') },
    'X',
    ({ X, b }) => scalarOf(mul(t(b), inv(mul(t(X), X)), b)),
    ({ X, b }) => {
      const a = mul(inv(mul(t(X), X)), b);
      return neg(twice(mul(X, a, t(a))));
    },
    {
      value: 'b^{\\top} (X^{\\top} X)^{-1} b',
      derivative: '-2\\, X a a^{\\top}, \\quad a = (X^{\\top} X)^{-1} b',
    },
  ),
  "tr(inv(X'SX)A)": row(
    { X: tall, S: spd('m'), A: square('n') },
    'X',
    ({ X, S, A }) => trace(mul(inv(mul(t(X), S, X)), A)),
    ({ X, S, A }) => {
      const G = inv(mul(t(X), S, X));
      return neg(mul(S, X, G, add(A, t(A)), G));
    },
    {
      value: '\\mathrm{tr}((X^{\\top} S X)^{-1} A)',
      derivative: '-S X G (A + A^{\\top}) G, \\quad G = (X^{\\top} S X)^{-1}',
    },
  ),
  "log tr(X'X)": row(
    { X: tall },
    'X',
    ({ X }) => twice(log(norm(X))),
    ({ X }) => scale(twice(reciprocal(squared(X))), X),
    { value: '\\log \\mathrm{tr}(X^{\\top} X)', derivative: '\\frac{2}{\\mathrm{tr}(X^{\\top} X)}\\, X' },
  ),
  '|X|': row(
    { X: tall },
    'X',
    ({ X }) => norm(X),
    ({ X }) => scale(reciprocal(norm(X)), X),
  ),
  '|X|_*': row(
    { X: tall },
    'X',
    ({ X }) => nuclearNorm(X),
    ({ X }) => polarFactor(X),
  ),
});
