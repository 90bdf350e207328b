import { primal, unshaped, type Value } from '../algebra.ts';
import { sameShape, toArray } from '../array.ts';
import { DomainError, NonFiniteError, ShapeError, showShape } from '../errors.ts';
import { settle } from '../interpret/transposed.ts';
import { type Fit, fitShapes } from '../signature.ts';
import { common } from './common.ts';
import type { Spec } from './spec.ts';

function finite(data: Float64Array): boolean {
  // 0·x is 0 for every finite x and NaN for all others.
  let zero = 0;
  for (let i = 0; i < data.length; i++) zero += 0 * data[i];
  return zero === 0;
}

/** An argument as a value that the words take: traced as it is, all else as finite float64. */
export function toValue(op: string, argument: unknown, index: number): Value {
  if (typeof argument === 'object' && argument !== null && 'algebra' in argument) return argument as Value;
  const A = toArray(op, argument);
  const { data } = A;
  if (finite(data)) return A;
  const at = data.findIndex((x) => !Number.isFinite(x));
  throw new NonFiniteError(op, index, at, data[at]);
}

/** The arguments of one call, checked and made ready for the rule. */
export interface Prepared {
  readonly spec: Spec;
  /** As given. */
  readonly values: readonly Value[];
  /** As the rule sees them: matrices, inside their domains. */
  readonly x: readonly Value[];
  readonly options: readonly unknown[];
  /** How shapes were fitted to the signature; undefined where there was nothing to fit. */
  readonly fit: Fit | undefined;
}

const reshape = (A: Value, shape: readonly number[]): Value =>
  A.shape === shape || sameShape(A.shape, shape) ? A : common.reshape(A, shape);

const ready = ({ domain }: Spec, fit: Fit | undefined, A: Value, i: number): Value => {
  const matrix = fit ? reshape(A, fit.full[i]) : A;
  return domain[i]?.project?.(matrix) ?? matrix;
};

const NONE: readonly unknown[] = [];

/** Checks the arguments of a call, in an array made for it, and fits them to the signature and the domains. */
export function prepare(spec: Spec, args: unknown[]): Prepared {
  const { name, signature, domain, optionCount } = spec;
  const count = signature.variadic ? args.length : signature.inputs.length;
  if (args.length < count) throw new ShapeError(name, `${count} arguments`, `${args.length}`);
  if (args.length > count + optionCount) {
    throw new ShapeError(name, `at most ${count + optionCount} arguments`, `${args.length}`);
  }
  const options = args.length > count ? args.splice(count) : NONE;
  const values = args as Value[];
  // Plain loops, and the caller's array: at n = 4 a closure or an array costs as much as the arithmetic.
  let free = signature.variadic;
  for (let i = 0; i < count; i++) {
    values[i] = toValue(name, args[i], i);
    free ||= values[i].shape === unshaped;
  }
  const fit = free ? undefined : fitShapes(name, signature, values);
  spec.check?.(values, options);
  let x = values;
  for (let i = 0; i < count; i++) {
    const A = values[i];
    const check = domain[i]?.check;
    const plain = check && primal(A);
    // What is symmetric to the last bit needs no projection, unless a derivative has to pass through it; square, it fits as it is.
    if (plain && check(name, plain) && plain === A) continue;
    const B = ready(spec, fit, A, i);
    if (B === A) continue;
    if (x === values) x = values.slice();
    x[i] = B;
  }
  return { spec, values, x, options, fit };
}

const each = <T, R>(y: T | readonly T[], f: (y: T, i: number) => R): R | R[] =>
  Array.isArray(y) ? (y as readonly T[]).map(f) : f(y as T, 0);

const match = (op: string, what: string, A: Value, shape: readonly number[]): Value => {
  if (sameShape(A.shape, shape)) return A;
  throw new ShapeError(op, `a ${what} of shape ${showShape(shape)}`, showShape(A.shape));
};

/** Tangents as the rule sees them: what is done to the arguments first is linear. */
export const prepareTangents = ({ spec, values, fit }: Prepared, d: readonly unknown[]): Value[] =>
  values.map((A, i) =>
    ready(spec, fit, match(spec.name, 'tangent', toValue(spec.name, d[i], i), A.shape), i),
  );

/** Cotangents in the shapes that the rule computed the outputs in, zero where null is given. */
export const prepareCotangents = (
  { spec: { name, nullable }, fit }: Prepared,
  y: Value | readonly Value[],
  bar: unknown,
) =>
  each(y, (part, i) => {
    const given = Array.isArray(y) ? bar && (bar as readonly unknown[])[i] : bar;
    if (given === null) return (nullable ? null : common.fill(part, 0)) as Value;
    const shape = fit ? fit.restore(i, part.shape) : part.shape;
    return reshape(match(name, 'cotangent', toValue(name, given, i), shape), part.shape);
  });

/** A result for the caller: its numbers in their own order. One that overflow has made NaN is refused. */
export function finish(op: string, A: Value): Value {
  const y = settle(A);
  if (!('algebra' in y || finite(y.data)) && y.data.some(Number.isNaN)) {
    throw new DomainError(op, 'expected numbers, got NaN by overflow');
  }
  return y;
}

/** The cotangent of an argument as given: projections are self-adjoint, and sums undo what broadcasting did. */
export function cotangentOf({ spec, values, fit }: Prepared, g: Value, i: number): Value {
  const { shape } = values[i];
  const summed = common.sumTo(g, fit ? fit.full[i] : shape);
  return finish(spec.name, reshape(spec.domain[i]?.project?.(summed) ?? summed, shape));
}

/** Outputs for the caller, without the axes that the arguments lacked. */
export function outputsOf({ spec: { name }, fit }: Prepared, y: Value | readonly Value[]): Value | Value[] {
  if (fit === undefined && !Array.isArray(y)) return finish(name, y as Value);
  return each(y, (part, i) => finish(name, fit ? reshape(part, fit.restore(i, part.shape)) : part));
}
