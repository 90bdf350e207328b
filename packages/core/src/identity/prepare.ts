import { primal, unshaped, type Value } from '../algebra.ts';
import { sameShape, toArray } from '../array.ts';
import { NonFiniteError, ShapeError, showShape } from '../errors.ts';
import { settle } from '../interpret/transposed.ts';
import { type Fit, fitShapes } from '../signature.ts';
import { ambient } from './ambient.ts';
import type { Spec } from './define.ts';

/** An argument as a value that the words take: traced as it is, all else as finite float64. */
export function toValue(op: string, argument: unknown, index: number): Value {
  if (typeof argument === 'object' && argument !== null && 'algebra' in argument) return argument as Value;
  const A = toArray(op, argument);
  const { data } = A;
  for (let i = 0; i < data.length; i++) {
    if (!Number.isFinite(data[i])) throw new NonFiniteError(op, index, i, data[i]);
  }
  return A;
}

const each = <T, R>(y: T | readonly T[], f: (y: T, i: number) => R): R | R[] =>
  Array.isArray(y) ? (y as readonly T[]).map(f) : f(y as T, 0);

const reshape = (A: Value, shape: readonly number[]): Value =>
  A.shape === shape || sameShape(A.shape, shape) ? A : ambient.reshape(A, shape);

/** The arguments of one call made ready for its rule, and the way back. */
export function prepare({ name, signature, domain, check }: Spec, args: readonly unknown[]) {
  const count = signature.variadic ? args.length : signature.inputs.length;
  if (args.length < count) throw new ShapeError(name, `${count} arguments`, `${args.length}`);
  const options = args.slice(count);
  const values = args.slice(0, count).map((argument, i) => toValue(name, argument, i));
  const shapes = values.map((A) => A.shape);
  const { full, restore }: Fit =
    signature.variadic || shapes.includes(unshaped)
      ? { full: shapes, restore: (_, shape) => shape }
      : fitShapes(name, signature, shapes);
  const project = (A: Value, i: number) => domain[i]?.project?.(ambient, A) ?? A;
  const ready = (A: Value, i: number) => project(reshape(A, full[i]), i);
  const match = (what: string, A: Value, shape: readonly number[]) => {
    if (sameShape(A.shape, shape)) return A;
    throw new ShapeError(name, `a ${what} of shape ${showShape(shape)}`, showShape(A.shape));
  };
  check?.(values, options);
  values.forEach((A, i) => {
    const plain = domain[i]?.check && primal(A);
    if (plain) domain[i].check?.(name, plain);
  });
  return {
    x: values.map(ready),
    options,
    tangents: (d: readonly unknown[]) =>
      values.map((A, i) => ready(match('tangent', toValue(name, d[i], i), A.shape), i)),
    /** Cotangents in the shapes that the rule computed the outputs in. */
    cotangents: (y: Value | readonly Value[], bar: unknown) =>
      each(y, (part, i) => {
        const given = Array.isArray(y) ? (bar as readonly unknown[] | null)?.[i] : bar;
        if (given === null || given === undefined) return ambient.fill(part, 0);
        return reshape(match('cotangent', toValue(name, given, i), restore(i, part.shape)), part.shape);
      }),
    /** The projections are self-adjoint; sums undo what broadcasting did. */
    back: (g: Value, i: number) => settle(reshape(project(ambient.sumTo(g, full[i]), i), values[i].shape)),
    out: (y: Value | readonly Value[]) => each(y, (part, i) => settle(reshape(part, restore(i, part.shape)))),
  };
}
