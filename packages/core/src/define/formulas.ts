import type { Saved } from '../algebra.ts';
import { DomainError } from '../errors.ts';
import { type Factors, type Formula, latex, symbol } from '../interpret/latex.ts';
import type { Spec } from './define.ts';

/** The formulas of an identity, printed from its rule. */
export interface Formulas {
  readonly value: string;
  /** One for each output, in terms of tangents with a dot. */
  readonly jvp: readonly string[];
  /** One for each input, in terms of cotangents with a bar. */
  readonly vjp: readonly string[];
  /** What the value satisfies, where its record has an equation that says more than the value. */
  readonly equation?: string;
}

/** Letters to print with, for those that the signature suggests. */
export interface Symbols {
  readonly inputs?: readonly string[];
  readonly output?: string;
  /** Where there are several. */
  readonly outputs?: readonly string[];
}

const all = <T>(y: T | readonly T[]): readonly T[] => (Array.isArray(y) ? y : [y]) as readonly T[];

/** Matrices are capitals and scalars and vectors lower case, as everywhere in the field. */
function inputNames({ signature, domain }: Spec): string[] {
  const elementwise = signature.inputs.every((core) => core.length === 0);
  const free = { matrix: ['A', 'B', 'C', 'D'], vector: ['x', 'b'], scalar: ['c'] };
  const inputs = signature.variadic
    ? [
        ['m', 'n'],
        ['m', 'n'],
      ]
    : signature.inputs;
  return inputs.map((core, i) => {
    const kind =
      elementwise || core.length > 1 || core[0] === '...'
        ? 'matrix'
        : core.length === 1
          ? 'vector'
          : 'scalar';
    const letter = free[kind].shift() as string;
    return domain[i]?.name === 'lower' ? 'L' : letter;
  });
}

/**
 * Prints the formulas of an identity by running its rule on symbols.
 *
 * @param spec the record of an identity, `inv.spec`
 * @param symbols letters for the inputs and the output
 * @returns LaTeX of the value, of the tangent of each output and of the cotangent of each input
 * @throws {DomainError} if there is no record, as of functions that are made of several
 * @example
 * formulas(inv.spec).vjp //=> ['-Y^{\\top} \\bar{Y} Y^{\\top}']
 */
export function formulas(spec: Spec, symbols: Symbols = {}): Formulas {
  if (!spec?.rule) {
    const advice = 'Functions made of several have none: call them on symbols, and print what they give.';
    throw new DomainError('formulas', `expected the spec of an identity, got ${typeof spec}`, advice);
  }
  const names = inputNames(spec).map((letter, i) => symbols.inputs?.[i] ?? letter);
  const x = names.map(symbol);
  const o = spec.examples[0].options;
  const { y, f } = latex.call(spec, x, o);
  const { outputs } = spec.signature;
  const letters = outputs.map((core, i) => {
    if (symbols.outputs) return [symbols.outputs[i], ''];
    const base = core.length > 0 || spec.signature.inputs.every((input) => input.length === 0) ? 'Y' : 'y';
    return outputs.length === 1 ? [symbols.output ?? base, ''] : [base, `_${i + 1}`];
  });
  const several = outputs.length > 1;
  const one = (values: Formula[]) => (several ? values : (values[0] as Formula));
  const decorated = (accent: string) =>
    one(letters.map(([letter, index]) => symbol(`${accent ? `\\${accent}{${letter}}` : letter}${index}`)));
  const values = decorated('');
  const of = spec.factors?.(x, values, latex, o);
  const saved = { x, y: values, f: of ? { ...f, A: of[0], of } : f, o } as Saved<Formula, Factors>;
  const { jvp, vjp } = spec.rule(latex);
  const value = several ? spec.latex(...names) : String(y);
  const [left, right] = spec.equation?.(latex, saved).map(String) ?? [];
  return {
    value,
    jvp: all(jvp(saved, ...names.map((name) => symbol(`\\dot{${name}}`)))).map(String),
    vjp: vjp(saved, decorated('bar')).map(String),
    ...(left !== undefined && right !== value && { equation: `${left} = ${right}` }),
  };
}
