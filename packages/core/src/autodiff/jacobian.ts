import type { Value } from '../algebra.ts';
import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { ambient } from '../define/ambient.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError } from '../errors.ts';
import { settle } from '../interpret/transposed.ts';
import { grad } from './grad.ts';
import { jvp } from './jvp.ts';
import { requireArgnum, requireFunction } from './require.ts';
import { reverse } from './vjp.ts';

type OneOutput = (...args: NdArray[]) => NdArray;

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
 * @example
 * toNested(jacobian((x) => matmul([[1, 2], [3, 4]], x))([1, 1])) //=> [[1, 2], [3, 4]]
 */
export function jacobian(f: OneOutput, argnum = 0) {
  requireFunction('jacobian', f);
  requireArgnum('jacobian', argnum);
  return (...args: ArrayInput[]): NdArray => {
    const partial = (x: NdArray) => f(...args.map((arg, i) => (i === argnum ? x : (arg as NdArray))));
    if (!(argnum in args))
      throw new ShapeError('jacobian', `an argument ${argnum}`, `${args.length} arguments`);
    const X = toValue('jacobian', args[argnum], argnum);
    const { value, pullback } = reverse('jacobian', partial, [X]);
    if (Array.isArray(value)) {
      const advice = 'Take one: (A) => eigh(A)[0], say.';
      throw new ShapeError(
        'jacobian',
        'a function that returns one array',
        `${value.length} of them`,
        advice,
      );
    }
    const inputShape = X.shape;
    const [m, n] = [sizeOf(value.shape), sizeOf(inputShape)];
    const shape = [...value.shape, ...inputShape];
    if (m === 0 || n === 0) return { shape, data: new Float64Array(0) };
    if (n < m) {
      const columns = Array.from(
        { length: n },
        (_, j) => jvp(partial, [X], [basis(inputShape, j)]).tangent as Value,
      );
      return settle(ambient.reshape(ambient.t(ambient.reshape(ambient.stack(...columns), [n, m])), shape));
    }
    const rows = Array.from({ length: m }, (_, i) => pullback(basis(value.shape, i))[0] as Value);
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
 * @example
 * toNested(hessian((x) => quadraticForm(x, [[1, 2], [0, 3]]))([1, 1])) //=> [[2, 2], [2, 6]]
 */
export const hessian = (f: OneOutput, argnum = 0) => jacobian(grad(f, argnum) as OneOutput, argnum);

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
