import type { Value } from '../algebra.ts';
import { type ArrayInput, type NdArray, sameShape } from '../array.ts';
import { ambient } from '../define/ambient.ts';
import { finish, toValue } from '../define/prepare.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import { dual } from './dual.ts';
import { now } from './later.ts';
import { requireFunction, requireResult } from './require.ts';
import { isOf, Tracer } from './tracer.ts';

/** A function of arrays that is to be differentiated: written with matgrad's operations, one output or several. */
export type ArrayFunction<R = NdArray | readonly NdArray[]> = (...args: NdArray[]) => R;

/** Applies f to a result or to each of several. */
export const mapOutputs = <R>(y: R, f: (y: NdArray, i: number) => NdArray): R =>
  (Array.isArray(y) ? y.map(f) : f(y as NdArray, 0)) as R;

/**
 * Forward mode: the value of f and its directional derivative, in one pass.
 *
 * @param f a function of arrays, of any shapes, that returns an array or several
 * @param primals the arguments
 * @param tangents the direction: one array for each argument, of its shape
 * @returns `value` = f(x) and `tangent` = d/dt f(x + t·dx) at t = 0
 * @throws {ShapeError} if a tangent has another shape than its primal
 * @example
 * const { tangent } = jvp(inv, [[[1, 0], [0, 2]]], [[[1, 0], [0, 1]]]);
 * toNested(tangent) //=> [[-1, 0], [0, -0.25]]
 */
export function jvp<R extends NdArray | readonly NdArray[]>(
  f: (...args: NdArray[]) => R,
  primals: readonly ArrayInput[],
  tangents: readonly ArrayInput[],
): { value: R; tangent: R } {
  requireFunction('jvp', f);
  if (!Array.isArray(primals)) {
    throw new DomainError('jvp', 'expected a list of arguments, got one', 'Write jvp(f, [x], [dx]).');
  }
  if (!Array.isArray(tangents) || primals.length !== tangents.length) {
    throw new ShapeError('jvp', `as many tangents as arguments, ${primals.length}`, `${tangents?.length}`);
  }
  const { algebra, close } = dual();
  const inputs = primals.map((primal, i) => {
    const x = toValue('jvp', primal, i);
    const dx = toValue('jvp', tangents[i], i);
    if (!sameShape(x.shape, dx.shape)) {
      throw new ShapeError('jvp', `a tangent of shape ${showShape(x.shape)}`, showShape(dx.shape));
    }
    return new Tracer(algebra, x, dx);
  });
  const y = f(...inputs);
  close();
  requireResult('jvp', y);
  const own = (part: NdArray) => isOf(algebra, part);
  const constant = (part: NdArray): Value => toValue('jvp', part, 0);
  return {
    value: mapOutputs(y, (part) => finish('jvp', own(part) ? part.value : constant(part))),
    tangent: mapOutputs(y, (part) =>
      finish('jvp', own(part) ? (now(part.tangent) as Value) : ambient.fill(constant(part), 0)),
    ),
  };
}
