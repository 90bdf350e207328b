import type { ConformanceCase, ConformanceResult, Part } from './format.ts';
import { toResultPart } from './format.ts';

/** An array as a backend returns it. */
export type Output = { readonly shape: readonly number[]; readonly data: ArrayLike<number> };

/** A library as the conformance command sees it. */
export type Runner = {
  readonly ops: ReadonlySet<string>;
  value(c: ConformanceCase): readonly Output[];
  vjp(c: ConformanceCase, cotangent: readonly Part[]): readonly Output[];
  jvp?(c: ConformanceCase, tangent: readonly Part[]): readonly Output[];
};

/** Runs one case; null where the library does not know its operation. */
export function runCase(runner: Runner, c: ConformanceCase): ConformanceResult | null {
  if (!runner.ops.has(c.op)) return null;
  const { cotangent, tangent } = c;
  const errors: Partial<Record<'value' | 'vjp' | 'jvp', string>> = {};
  const attempt = (kind: 'value' | 'vjp' | 'jvp', run: () => readonly Output[]) => {
    try {
      return { [kind]: run().map(toResultPart) };
    } catch (error) {
      errors[kind] = error instanceof Error ? error.message : String(error);
      return {};
    }
  };
  return {
    id: c.id,
    ...attempt('value', () => runner.value(c)),
    ...(cotangent && c.vjp !== undefined ? attempt('vjp', () => runner.vjp(c, cotangent)) : {}),
    ...(tangent && c.jvp !== undefined && runner.jvp
      ? attempt('jvp', () => runner.jvp?.(c, tangent) ?? [])
      : {}),
    errors,
  };
}
