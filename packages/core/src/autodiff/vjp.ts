import type { Value } from '../algebra.ts';
import { type ArrayInput, type NdArray, sameShape } from '../array.ts';
import { ambient } from '../define/ambient.ts';
import { finish, toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { requireFunction, requireResult } from './require.ts';
import { tape } from './tape.ts';
import { isOf, Tracer } from './tracer.ts';

type Reversed<R> = {
  value: R;
  pullback(cotangent: R extends NdArray ? ArrayInput : readonly (ArrayInput | null)[]): NdArray[];
};

/** vjp for the function `op`, which errors name. */
export function reverse<R extends NdArray | readonly NdArray[]>(
  op: string,
  f: (...args: NdArray[]) => R,
  primals: readonly ArrayInput[],
): Reversed<R> {
  requireFunction(op, f);
  const { algebra, close, backward } = tape();
  const inputs = primals.map((primal, i) => new Tracer(algebra, toValue(op, primal, i)));
  const y = f(...inputs);
  close();
  requireResult(op, y);
  const several = Array.isArray(y);
  const outputs = ((several ? y : [y]) as Value[]).map((part) => toValue(op, part, 0));
  const plain = outputs.map((part) => (isOf(algebra, part) ? part.value : part));
  const pullback = (cotangent: unknown) => {
    const given = several ? cotangent : [cotangent];
    if (!Array.isArray(given) || given.length !== outputs.length) {
      const got = Array.isArray(given) ? `${given.length}` : 'no list';
      throw new ShapeError(op, `a list of ${outputs.length} cotangents, null for zero`, got);
    }
    const bars = outputs.map((part, i) => {
      if (given[i] === null) return ambient.fill(plain[i], 0);
      const bar = toValue(op, given[i], i);
      if (!sameShape(bar.shape, part.shape)) {
        throw new ShapeError(op, `a cotangent of shape ${showShape(part.shape)}`, showShape(bar.shape));
      }
      return bar;
    });
    return backward(outputs, bars, inputs).map((bar) => finish(op, bar));
  };
  const values = plain.map((part) => finish(op, part));
  return { value: (several ? values : values[0]) as R, pullback };
}

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
export const vjp = <R extends NdArray | readonly NdArray[]>(
  f: (...args: NdArray[]) => R,
  ...primals: readonly ArrayInput[]
): Reversed<R> => reverse('vjp', f, primals);
