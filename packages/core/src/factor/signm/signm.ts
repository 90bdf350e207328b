import { type NdArray, stackOf } from '../../array.ts';
import { DomainError } from '../../errors.ts';
import { mapped } from '../../kernel/mapped.ts';
import { zeroPivot } from '../lu/divide.ts';
import { factorLU } from '../lu/factored.ts';
import { wellConditioned } from '../lu/rcond.ts';
import { member, named, norm1, overStacks, times } from '../schur/members.ts';

// Scaled, eigenvalues come within a factor 2 of ±1 in some ten steps, and 6 more square the error away.
const STEPS = 60;
const EPS = 2 ** -52;

function offAxis(op: string, A: NdArray, m: number): never {
  const which = named(A, m);
  throw new DomainError(
    op,
    `expected no eigenvalue on the imaginary axis${which === undefined ? '' : `, member ${which} of the stack has one`}`,
    'The sign of such an eigenvalue is not defined.',
  );
}

const apart = (n: number, X: Float64Array, Y: Float64Array): number =>
  norm1(
    n,
    mapped(X, (x, p) => x - Y[p]),
  );

/** X := (μX + (μX)⁻¹)/2 with ‖μX‖ = ‖(μX)⁻¹‖ while far from the limit (Higham 2008, §5.5). */
function newton(op: string, n: number, A: Float64Array, refuse: () => never): Float64Array {
  let X = A;
  let change = 1 / 0;
  for (let step = 0; step < STEPS; step++) {
    const f = factorLU({ shape: [n, n], data: X }, op);
    const regular = step === 0 ? zeroPivot(f.factors, 0) < 0 : wellConditioned(f.factors, 0, X, 0);
    if (!regular) refuse();
    const inverse = f.inverse().data;
    // The square root first: norms may be at either end of the range.
    const mu = change > 1e-2 ? Math.sqrt(norm1(n, inverse)) / Math.sqrt(norm1(n, X)) : 1;
    const Z = mapped(X, (x, p) => (mu * x) / 2 + inverse[p] / mu / 2);
    const size = norm1(n, Z);
    // Eigenvalues ±i cancel in the sum.
    const cancelled = size <= n * EPS * (mu * norm1(n, X) + norm1(n, inverse) / mu);
    if (n > 0 && (cancelled || !(size < 1 / 0))) refuse();
    const last = change;
    change = apart(n, Z, X) / size;
    X = Z;
    // Quadratic convergence: once it is near, a step that gains nothing was rounding.
    if (n === 0 || change === 0 || (mu === 1 && change < 1e-2 && change > last / 2)) break;
    if (step + 1 === STEPS) refuse();
  }
  return X;
}

/** ‖Y² - I‖ over ‖Y‖²: what is left where eigenvalues are next to the imaginary axis. */
const defect = (n: number, Y: Float64Array): number =>
  apart(
    n,
    times(n, n, n, Y, Y),
    mapped(Y, (_, p) => (p % (n + 1) === 0 ? 1 : 0)),
  ) /
  norm1(n, Y) ** 2;

/** sign A of one matrix; `refuse` is called where A has eigenvalues on the imaginary axis, to working precision. */
export function signOf(op: string, n: number, A: Float64Array, refuse: () => never): Float64Array {
  const Y = newton(op, n, A, refuse);
  return defect(n, Y) > n * 2 ** -26 ? refuse() : Y;
}

/** sign A of each member of a stack [..., n, n]; `op` names the caller in errors. */
export function signm(A: NdArray, op: string): NdArray {
  const n = A.shape[A.shape.length - 1];
  return overStacks([stackOf(A)], n, n, ([m], out) =>
    out.set(signOf(op, n, member(A, m), () => offAxis(op, A, m))),
  );
}
