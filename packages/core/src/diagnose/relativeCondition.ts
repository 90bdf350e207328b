import { primal } from '../algebra.ts';
import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { jvp } from '../autodiff/jvp.ts';
import { requireFunction } from '../autodiff/require.ts';
import { vjp } from '../autodiff/vjp.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { factored } from '../identity/factored.ts';

const OP = 'relativeCondition';

/** By how much a function magnifies relative changes of its arguments. */
export interface RelativeCondition {
  /** ‖Df‖·‖x‖/‖f‖: a relative change ε of x changes the value by at most about value·ε. */
  readonly value: number;
  /** The same of its gradient; computed when it is read. */
  readonly gradient: number;
}

type Arrays = readonly NdArray[];
type Map = (x: Arrays) => Arrays;

/** Euclidean length of all entries together, without over- or underflow of squares. */
function length(x: Arrays): number {
  const largest = x.reduce((max, { data }) => data.reduce((m, a) => Math.max(m, Math.abs(a)), max), 0);
  if (largest === 0) return 0;
  return (
    largest * Math.sqrt(x.reduce((sum, { data }) => data.reduce((s, a) => s + (a / largest) ** 2, sum), 0))
  );
}
const times = (c: number, { shape, data }: NdArray): NdArray => ({ shape, data: data.map((a) => c * a) });
const ratio = (a: number, b: number) => (a === 0 ? 0 : a / b);

/** Entries between -1 and 1 that have nothing to do with anything. */
const generic = ({ shape }: NdArray, i: number): NdArray => ({
  shape,
  data: Float64Array.from({ length: sizeOf(shape) }, (_, j) => Math.sin(1 + 7 * i + 2.3 * j + j * j)),
});

// Power iteration converges from below. Where it is slow the largest singular values are close, and the estimate is good all the same.
const STEPS = 60;
const SETTLED = 1 + 2 ** -10;

/** ‖M‖₂ of a linear map and its adjoint, from below. */
function norm(map: Map, adjoint: Map, start: Arrays): number {
  let v = start;
  let estimate = 0;
  for (let step = 0; step < STEPS; step++) {
    const size = length(v);
    const u = size === 0 ? v : map(v.map((part) => times(1 / size, part)));
    const image = length(u);
    if (image === 0) return estimate;
    v = adjoint(u.map((part) => times(1 / image, part)));
    const next = length(v);
    if (next <= estimate * SETTLED) return Math.max(estimate, next);
    estimate = next;
  }
  return estimate;
}

/**
 * The relative condition number of any function at a point, and that of its gradient.
 *
 * Arguments change together, each relative to its own size: with D = diag(‖x_i‖) these are ‖J·D‖₂/‖f‖ for the Jacobian J, and
 * ‖D·H·D‖₂/‖D·g‖ for the gradient g and the Hessian H, of ⟨w, f⟩ with fixed generic weights w where f is no scalar. They are estimated
 * from below by power iteration on JVPs and VJPs, to within a percent or so; no Jacobian is formed, and matrices among the
 * arguments are factored once.
 *
 * @param f a function of arrays that returns one array
 * @param args the point; under differentiation, its value
 * @returns `value` and `gradient`: 0 for constants, Infinity where f or its gradient is 0 but its derivative is not
 * @throws {ShapeError} if f has several outputs
 * @throws {DomainError} if f is no function, or an argument is a symbol
 * @example
 * relativeCondition(square, 3).value //=> 2
 * relativeCondition(inv, [[1, 0], [0, 1e-3]]).value > 999 //=> true
 * relativeCondition(trace, [[1, 0], [0, 1]]).gradient //=> 0
 */
export function relativeCondition(
  f: (...args: NdArray[]) => NdArray,
  ...args: ArrayInput[]
): RelativeCondition {
  requireFunction(OP, f);
  const x = args.map((A, i) => {
    const X = primal(toValue(OP, A, i));
    if (X === undefined) throw new DomainError(OP, 'expected numbers, got a symbol');
    return X.shape.length < 2 ? X : factored(X);
  });
  const sizes = x.map((A) => length([A]));
  const scaled = (parts: Arrays) => parts.map((part, i) => times(sizes[i], part));
  const { value, pullback } = vjp(f, ...x);
  if (Array.isArray(value)) {
    throw new ShapeError(
      OP,
      'a function that returns one array',
      `${value.length} of them`,
      'Take one: (A) => eigh(A)[0], say.',
    );
  }
  const start = x.map(generic);
  const weights = value.shape.length === 0 ? 1 : generic(value, 0);
  const gradient = (...at: NdArray[]) => vjp(f, ...at).pullback(weights);
  const push: Map = (v) => [jvp(f, x, scaled(v)).tangent];
  const pull: Map = ([u]) => scaled(pullback(u));
  const along: Map = (v) => scaled(jvp(gradient, x, scaled(v)).tangent as Arrays);
  let known: number | undefined;
  return {
    value: ratio(norm(push, pull, start), length([value])),
    get gradient() {
      known ??= ratio(norm(along, along, start), length(scaled(gradient(...x))));
      return known;
    },
  };
}
