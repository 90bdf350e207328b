import type { ArrayInput, NdArray } from '../array.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import { requireArgnum, requireFunction } from './require.ts';
import { reverse } from './vjp.ts';

type ScalarFunction = (...args: NdArray[]) => NdArray;

/** The gradient for one argument number, an array of gradients for a list of them. */
type Gradient<A extends number | readonly number[]> = A extends number ? NdArray : NdArray[];

/**
 * The value of a scalar function together with its gradient.
 *
 * @param f a function of arrays that returns one scalar
 * @param argnum the argument to differentiate in, or several; the others are constants
 * @returns a function of the same arguments giving `[value, gradient]`
 * @throws {ShapeError} if f does not return one scalar
 * @throws {DomainError} if an argument number is given twice
 * @example
 * const [value, G] = valueAndGrad(logdet)([[2, 0], [0, 4]]);
 * toNested(G) //=> [[0.5, 0], [0, 0.25]]
 */
export function valueAndGrad<const A extends number | readonly number[] = 0>(f: ScalarFunction, argnum?: A) {
  const chosen: readonly number[] = Array.isArray(argnum) ? argnum : [(argnum as number | undefined) ?? 0];
  requireFunction('grad', f);
  for (const i of chosen) requireArgnum('grad', i);
  if (new Set(chosen).size < chosen.length) {
    throw new DomainError('grad', `expected different argument numbers, got ${chosen.join(', ')}`);
  }
  return (...args: ArrayInput[]): [value: NdArray, gradient: Gradient<A>] => {
    for (const i of chosen) {
      if (!(i in args)) throw new ShapeError('grad', `an argument ${i}`, `${args.length} arguments`);
    }
    const partial = (...xs: NdArray[]) => {
      const all = args.slice() as NdArray[];
      chosen.forEach((i, j) => {
        all[i] = xs[j];
      });
      return f(...all);
    };
    const { value, pullback } = reverse(
      'grad',
      partial,
      chosen.map((i) => args[i]),
    );
    if (Array.isArray(value) || value.shape.length > 0) {
      const got = Array.isArray(value) ? `${value.length} outputs` : showShape(value.shape);
      throw new ShapeError(
        'grad',
        'a function that returns one scalar',
        got,
        'Use sum for a total, jacobian for all.',
      );
    }
    const gradients = pullback(1);
    return [value, (Array.isArray(argnum) ? gradients : gradients[0]) as Gradient<A>];
  };
}

/**
 * The gradient of a scalar function: the G of df = tr(Gᵀ dX), in the shape of the argument.
 *
 * @param f a function of arrays that returns one scalar
 * @param argnum the argument to differentiate in (0), or several
 * @returns a function of the same arguments giving the gradient, or an array of them
 * @throws {ShapeError} if f does not return one scalar
 * @throws {DomainError} if an argument number is given twice
 * @example
 * toNested(grad((x, A) => quadraticForm(x, A))([1, 2], [[1, 0], [0, 3]])) //=> [2, 12]
 */
export function grad<const A extends number | readonly number[] = 0>(f: ScalarFunction, argnum?: A) {
  const both = valueAndGrad(f, argnum);
  return (...args: ArrayInput[]): Gradient<A> => both(...args)[1];
}
