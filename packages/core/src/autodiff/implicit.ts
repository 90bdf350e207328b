import { deepest, primal, type Value } from '../algebra.ts';
import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import { reshape } from '../identity/reshape.ts';
import { solve } from '../identity/solve.ts';
import { sub } from '../identity/sub.ts';
import { jacobian } from './jacobian.ts';

/** A system of equations F(x, θ) = 0 in the entries of x, of as many equations. */
export type ImplicitEquation = (x: NdArray, ...theta: NdArray[]) => NdArray;

const OP = 'implicit';
// √ε: half of the digits of x would be wrong, and all of those of a second derivative.
const TOLERANCE = 2 ** -26;

const length = (x: NdArray): number => x.data.reduce((sum, a) => Math.hypot(sum, a), 0);

/** The solution by numbers alone; closures over values under differentiation would lose their part of the derivative. */
function solution(F: ImplicitEquation, solver: (...theta: NdArray[]) => ArrayInput, theta: NdArray[]): Value {
  const x = toValue(OP, solver(...theta), 0);
  const residual = toValue(OP, F(x, ...theta), 0);
  if (deepest([x, residual]) !== undefined) {
    throw new DomainError(
      OP,
      'the equation or its solver uses a value under differentiation that is none of its arguments',
      'Hand it over as a further argument, or as stopGradient(value) where it is to be a constant.',
    );
  }
  if (sizeOf(residual.shape) !== sizeOf(x.shape)) {
    throw new ShapeError(
      OP,
      `as many equations as unknowns, ${showShape(x.shape)}`,
      showShape(residual.shape),
    );
  }
  return x;
}

function requireSolved(step: Value, x: Value): void {
  const [left, size] = [length(primal(step) as NdArray), length(primal(x) as NdArray)];
  if (left <= TOLERANCE * Math.max(1, size)) return;
  throw new DomainError(
    OP,
    `expected F(x, θ) = 0, got an x that Newton's method would move by ${left.toExponential(2)}`,
    'Derivatives hold at a solution only: let the solver run further.',
  );
}

/**
 * A solution of equations as a differentiable function of their parameters, however it was found.
 *
 * Nothing is differentiated through the solver: dx = -(∂F/∂x)⁻¹·(∂F/∂θ)·dθ, one linear system for each pass, forward or
 * reverse. Higher derivatives come by differentiating that again.
 *
 * @param F the equations F(x, θ, ...) = 0, written with matgrad's operations: as many as x has entries
 * @param solver gives x for plain numbers θ, by whatever means
 * @returns x as a function of θ, ...; what else is under differentiation must be among its arguments
 * @throws {SingularMatrixError} from its derivatives, if ∂F/∂x is singular to working precision
 * @throws {DomainError} from its derivatives, if x is no solution to √ε·max(1, ‖x‖); and if F uses values under
 * differentiation that it is not given
 * @throws {ShapeError} if there are more equations than unknowns, or fewer
 * @example
 * const root = implicit((x, a) => sub(hadamard(x, x), a), ({ data }) => Math.sqrt(data[0]));
 * toNested(root(9)) //=> 3
 * toNested(grad(root)(9)) //=> 0.16666666666666666
 * toNested(hessian(root)(1)) //=> -0.25
 */
export function implicit(F: ImplicitEquation, solver: (...theta: NdArray[]) => ArrayInput) {
  // One level of differentiation after the other. At level k, x and J = ∂F/∂x are constants that know the levels below, and
  // x - J⁻¹·(F(x, θ) - value) has the value x and the derivative -J⁻¹·∂F/∂θ·dθ: exact in all that J and x depend on below.
  const at = (theta: readonly Value[]): Value => {
    const k = deepest(theta);
    if (k === undefined) return solution(F, solver, theta as NdArray[]);
    const lower = (A: Value): Value => {
      if (!('algebra' in A && A.algebra === k)) return A;
      if (A.value === undefined) throw new DomainError(OP, 'expected numbers, got a symbol');
      return A.value;
    };
    const below = theta.map(lower);
    const x = at(below);
    const n = sizeOf(x.shape);
    const J = reshape(jacobian((unknown) => F(unknown, ...below))(x), [n, n]);
    const step = reshape(solve(J, reshape(F(x, ...theta), [n])), x.shape);
    requireSolved(step, x);
    return sub(x, sub(step, lower(step)));
  };
  return (...theta: ArrayInput[]): NdArray => at(theta.map((A, i) => toValue(OP, A, i)));
}
