import type { Value } from '../algebra.ts';
import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { ambient } from '../define/ambient.ts';
import { shapeOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError } from '../errors.ts';
import { settle } from '../interpret/transposed.ts';
import { grad } from './grad.ts';
import { jvp } from './jvp.ts';
import { requireArgnum, requireFunction } from './require.ts';
import { reverse } from './vjp.ts';

type OneOutput = (...args: NdArray[]) => NdArray;

const ADVICE = 'Symbols print by grad, hvp, jvp and vjp.';

const basis = (shape: readonly number[], i: number): NdArray => {
  const data = new Float64Array(sizeOf(shape));
  data[i] = 1;
  return { shape, data };
};

/**
 * The Jacobian of f in one argument, entry by entry.
 *
 * Runs forward mode where the argument has fewer entries than the value, reverse mode otherwise.
 *
 * @param f a function of arrays that returns one array
 * @param argnum the argument to differentiate in
 * @returns a function of the same arguments giving J of shape [...value, ...argument], J[i,j] = ∂y_i/∂x_j
 * @throws {DomainError} at a symbol, which has no entries
 * @example
 * toNested(jacobian((x) => matmul([[1, 2], [3, 4]], x))([1, 1])) //=> [[1, 2], [3, 4]]
 */
export const jacobian = (f: OneOutput, argnum = 0) => entries('jacobian', f, argnum);

/** jacobian for the function `op`, which errors name. */
function entries(op: string, f: OneOutput, argnum: number) {
  requireFunction(op, f);
  requireArgnum(op, argnum);
  return (...args: ArrayInput[]): NdArray => {
    const partial = (x: NdArray) => f(...args.map((arg, i) => (i === argnum ? x : (arg as NdArray))));
    if (!(argnum in args)) throw new ShapeError(op, `an argument ${argnum}`, `${args.length} arguments`);
    const X = toValue(op, args[argnum], argnum);
    // Of a symbol, one matrix of ones would stand for all of the basis.
    const inputShape = shapeOf(op, X, ADVICE);
    const { value, pullback } = reverse(op, partial, [X]);
    if (Array.isArray(value)) {
      const advice = 'Take one: (A) => eigh(A)[0], say.';
      throw new ShapeError(op, 'a function that returns one array', `${value.length} of them`, advice);
    }
    const valueShape = shapeOf(op, value, ADVICE);
    const [m, n] = [sizeOf(valueShape), sizeOf(inputShape)];
    const shape = [...valueShape, ...inputShape];
    if (m === 0 || n === 0) return { shape, data: new Float64Array(0) };
    if (n < m) {
      const columns = Array.from(
        { length: n },
        (_, j) => jvp(partial, [X], [basis(inputShape, j)]).tangent as Value,
      );
      return settle(ambient.reshape(ambient.t(ambient.reshape(ambient.stack(...columns), [n, m])), shape));
    }
    const rows = Array.from({ length: m }, (_, i) => pullback(basis(valueShape, i))[0] as Value);
    return settle(ambient.reshape(ambient.stack(...rows), shape));
  };
}

/**
 * The Hessian of a scalar function in one argument.
 *
 * @param f a function of arrays that returns one scalar
 * @param argnum the argument to differentiate in, twice
 * @returns a function of the same arguments giving H of shape [...argument, ...argument], H[i,j] = ∂²f/∂x_i∂x_j
 * @throws {ShapeError} if f does not return one scalar
 * @throws {DomainError} at a symbol, which has no entries
 * @example
 * toNested(hessian((x) => quadraticForm(x, [[1, 2], [0, 3]]))([1, 1])) //=> [[2, 2], [2, 6]]
 */
export function hessian(f: OneOutput, argnum = 0) {
  requireFunction('hessian', f);
  return entries('hessian', grad(f, argnum) as OneOutput, argnum);
}

/**
 * Hessian-vector products, by forward mode over reverse mode: no Hessian is formed.
 *
 * @param f a function of one array that returns a scalar
 * @returns a function of the point x and a direction v of its shape, giving H(x)·v in that shape
 * @throws {ShapeError} if f does not return one scalar, or v has another shape than x
 * @example
 * toNested(hvp((x) => quadraticForm(x, [[1, 2], [0, 3]]))([1, 1], [1, 0])) //=> [2, 2]
 */
export const hvp =
  (f: OneOutput) =>
  (x: ArrayInput, v: ArrayInput): NdArray =>
    jvp(grad(f) as OneOutput, [x], [v]).tangent;
