import { adjugate } from '../identity/adjugate.ts';
import { det } from '../identity/det.ts';
import { expm } from '../identity/expm.ts';
import { inv } from '../identity/inv.ts';
import { kron } from '../identity/kron.ts';
import { logabsdet } from '../identity/logabsdet.ts';
import { makeTable, row } from './row.ts';
import { invertible, matrix, scalar, square } from './space.ts';
import { add, had, mul, neg, scale, sub, t, times, trace, twice } from './words.ts';

const U = matrix('m', 'n');
const one = { U: ['dU'] } as const;
const two = { U: ['dU'], V: ['dV'] } as const;
const same = { U, V: U, dU: U, dV: U };
const once = { U: invertible('n'), dU: square('n') };
const again = { ...once, ddU: square('n') };
const second = { U: ['dU', 'ddU'] } as const;

/** Derivatives of matrices U, V that depend on a scalar, given U′ (`dU`) and U″ (`ddU`). */
export const matrixByScalar = makeTable('derivative', {
  "(AUB)'": row(
    { A: matrix('p', 'm'), U, B: matrix('n', 'q'), dU: U },
    one,
    ({ A, U, B }) => mul(A, U, B),
    ({ A, B, dU }) => mul(A, dU, B),
  ),
  "(U+V)'": row(
    same,
    two,
    ({ U, V }) => add(U, V),
    ({ dU, dV }) => add(dU, dV),
  ),
  "(UV)'": row(
    { U, V: matrix('n', 'p'), dU: U, dV: matrix('n', 'p') },
    two,
    ({ U, V }) => mul(U, V),
    ({ U, V, dU, dV }) => add(mul(dU, V), mul(U, dV)),
  ),
  "(U.*V)'": row(
    same,
    two,
    ({ U, V }) => had(U, V),
    ({ U, V, dU, dV }) => add(had(dU, V), had(U, dV)),
  ),
  "kron(U,V)'": row(
    { U, V: matrix('p', 'q'), dU: U, dV: matrix('p', 'q') },
    two,
    ({ U, V }) => kron(U, V),
    ({ U, V, dU, dV }) => add(kron(dU, V), kron(U, dV)),
  ),
  "(U')'": row(
    { U, dU: U },
    one,
    ({ U }) => t(U),
    ({ dU }) => t(dU),
  ),
  "inv(U)'": row(
    once,
    one,
    ({ U }) => inv(U),
    ({ U, dU }) => neg(mul(inv(U), dU, inv(U))),
  ),
  "inv(U)''": row(
    again,
    second,
    ({ U }) => inv(U),
    ({ U, dU, ddU }) => mul(inv(U), sub(twice(mul(dU, inv(U), dU)), ddU), inv(U)),
  ),
  "exp(sA)'": row(
    { A: square('n'), s: scalar },
    's',
    ({ A, s }) => expm(scale(s, A)),
    ({ A, s }) => mul(A, expm(scale(s, A))),
  ),
  "det(U)'": row(
    once,
    one,
    ({ U }) => det(U),
    ({ U, dU }) => times(det(U), trace(mul(inv(U), dU))),
  ),
  "log|det(U)|'": row(
    once,
    one,
    ({ U }) => logabsdet(U),
    ({ U, dU }) => trace(mul(inv(U), dU)),
  ),
  "det(U)''": row(
    again,
    second,
    ({ U }) => det(U),
    ({ U, dU, ddU }) => {
      const [W, c] = [mul(inv(U), dU), trace(mul(inv(U), dU))];
      return times(det(U), sub(add(trace(mul(inv(U), ddU)), times(c, c)), trace(mul(W, W))));
    },
    {
      value: '\\det(U)',
      derivative:
        "\\det(U) \\left(\\mathrm{tr}(U^{-1} U'') + \\mathrm{tr}(U^{-1} U')^2 - \\mathrm{tr}((U^{-1} U')^2)\\right)",
    },
  ),
  "log|det(U)|''": row(
    again,
    second,
    ({ U }) => logabsdet(U),
    ({ U, dU, ddU }) => sub(trace(mul(inv(U), ddU)), trace(mul(inv(U), dU, inv(U), dU))),
  ),
  "(U^2)'": row(
    { U: square('n'), dU: square('n') },
    one,
    ({ U }) => mul(U, U),
    ({ U, dU }) => add(mul(dU, U), mul(U, dU)),
  ),
  "(U'U)'": row(
    { U, dU: U },
    one,
    ({ U }) => mul(t(U), U),
    ({ U, dU }) => add(mul(t(dU), U), mul(t(U), dU)),
  ),
  "(Ainv(U)B)'": row(
    { A: matrix('p', 'n'), ...once, B: matrix('n', 'q') },
    one,
    ({ A, U, B }) => mul(A, inv(U), B),
    ({ A, U, B, dU }) => neg(mul(A, inv(U), dU, inv(U), B)),
  ),
  "tr(U)'": row(
    { U: square('n'), dU: square('n') },
    one,
    ({ U }) => trace(U),
    ({ dU }) => trace(dU),
  ),
  "tr(U^2)'": row(
    { U: square('n'), dU: square('n') },
    one,
    ({ U }) => trace(mul(U, U)),
    ({ U, dU }) => twice(trace(mul(U, dU))),
  ),
  "adj(U)'": row(
    once,
    one,
    ({ U }) => adjugate(U),
    ({ U, dU }) => sub(scale(trace(mul(inv(U), dU)), adjugate(U)), mul(inv(U), dU, adjugate(U))),
  ),
});
