import type { Value } from '../algebra.ts';
import { type ArrayInput, type NdArray, sameShape } from '../array.ts';
import { ShapeError, showShape } from '../errors.ts';
import { ambient } from '../identity/ambient.ts';
import { finish, toValue } from '../identity/prepare.ts';
import { tape } from './tape.ts';
import { isOf, Tracer } from './tracer.ts';

/**
 * Reverse mode: the value of f and the pullback of cotangents through it.
 *
 * @param f a function of arrays, of any shapes, that returns an array or several
 * @param primals the arguments
 * @returns `value` = f(x), and `pullback` with ⟨pullback(Ȳ), dx⟩ = ⟨Ȳ, df(x)[dx]⟩ for every dx; it gives one cotangent
 * for each argument, and takes an array of cotangents, null meaning zero, where f has several outputs
 * @throws {ShapeError} if a cotangent has another shape than its output
 * @example
 * const { pullback } = vjp(matmul, [[1, 2], [3, 4]], [[1], [1]]);
 * toNested(pullback([[1], [0]])[1]) //=> [[1], [2]]
 */
export function vjp<R extends NdArray | readonly NdArray[]>(
  f: (...args: NdArray[]) => R,
  ...primals: readonly ArrayInput[]
): {
  value: R;
  pullback(cotangent: R extends NdArray ? ArrayInput : readonly (ArrayInput | null)[]): NdArray[];
} {
  const { algebra, close, backward } = tape();
  const inputs = primals.map((primal, i) => new Tracer(algebra, toValue('vjp', primal, i)));
  const y = f(...inputs);
  close();
  const several = Array.isArray(y);
  const outputs = ((several ? y : [y]) as Value[]).map((part) => toValue('vjp', part, 0));
  const plain = outputs.map((part) => (isOf(algebra, part) ? part.value : part));
  const pullback = (cotangent: unknown) => {
    const given = several ? cotangent : [cotangent];
    if (!Array.isArray(given) || given.length !== outputs.length) {
      const got = Array.isArray(given) ? `${given.length}` : 'no list';
      throw new ShapeError('vjp', `a list of ${outputs.length} cotangents, null for zero`, got);
    }
    const bars = outputs.map((part, i) => {
      if (given[i] === null) return ambient.fill(plain[i], 0);
      const bar = toValue('vjp', given[i], i);
      if (!sameShape(bar.shape, part.shape)) {
        throw new ShapeError('vjp', `a cotangent of shape ${showShape(part.shape)}`, showShape(bar.shape));
      }
      return bar;
    });
    return backward(outputs, bars, inputs).map((bar) => finish('vjp', bar));
  };
  const values = plain.map((part) => finish('vjp', part));
  return { value: (several ? values : values[0]) as R, pullback };
}
