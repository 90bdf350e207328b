import { type Algebra, deepest, type Factor, type Value, type Word } from '../algebra.ts';
import { float64 } from '../interpret/float64.ts';

type Base = Algebra<Value, Factor>;

/**
 * The algebra that rules run in: each word goes to the deepest algebra among its arguments, float64 if all are plain.
 *
 * So a tape wraps whatever is there already, and how modes nest need never be said.
 */
export const ambient: Base = /* @__PURE__ */ (() => {
  const at = (values: readonly unknown[]): Base => deepest(values) ?? (float64 as Base);
  const words = (Object.keys(float64) as (keyof Base)[]).filter(
    (key): key is Word => key !== 'level' && key !== 'call',
  );
  const entries = words.map((word) => [
    word,
    (...args: never[]) => (at(args)[word] as (...a: never[]) => unknown)(...args),
  ]);
  const call: Base['call'] = (id, x, o) => at(x).call(id, x, o);
  return { level: 0, ...Object.fromEntries(entries), call } as Base;
})();
