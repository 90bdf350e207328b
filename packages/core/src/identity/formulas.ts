import type { Saved } from '../algebra.ts';
import { type Formula, latex, symbol } from '../interpret/latex.ts';
import type { Spec } from './define.ts';

/** The formulas of an identity, printed from its rule. */
export interface Formulas {
  readonly value: string;
  /** One for each output, in terms of tangents with a dot. */
  readonly jvp: readonly string[];
  /** One for each input, in terms of cotangents with a bar. */
  readonly vjp: readonly string[];
}

const all = <T>(y: T | readonly T[]): readonly T[] => (Array.isArray(y) ? y : [y]) as readonly T[];

/** Matrices are capitals and scalars and vectors lower case, as everywhere in the field. */
function inputNames({ signature, domain }: Spec): string[] {
  const elementwise = signature.inputs.every((core) => core.length === 0);
  const free = { matrix: ['A', 'B', 'C'], vector: ['x', 'b'], scalar: ['c'] };
  const inputs = signature.variadic
    ? [
        ['m', 'n'],
        ['m', 'n'],
      ]
    : signature.inputs;
  return inputs.map((core, i) => {
    if (domain[i]?.name === 'lower') return 'L';
    const kind =
      elementwise || core.length > 1 || core[0] === '...'
        ? 'matrix'
        : core.length === 1
          ? 'vector'
          : 'scalar';
    return free[kind].shift() as string;
  });
}

/**
 * Prints the formulas of an identity by running its rule on symbols.
 *
 * @param spec the record of an identity, `inv.spec`
 * @returns LaTeX of the value, of the tangent of each output and of the cotangent of each input
 * @example
 * formulas(inv.spec).vjp //=> ['-Y^{\\top} \\bar{Y} Y^{\\top}']
 */
export function formulas(spec: Spec): Formulas {
  const names = inputNames(spec);
  const x = names.map(symbol);
  const o = spec.example?.options ?? [];
  const { y, f } = latex.call(spec, x, o);
  const { outputs } = spec.signature;
  const bases = outputs.map((core, i) => {
    const base = core.length > 0 || spec.signature.inputs.every((input) => input.length === 0) ? 'Y' : 'y';
    return outputs.length === 1 ? base : `${base}_${i + 1}`;
  });
  const several = outputs.length > 1;
  const one = (values: Formula[]) => (several ? values : (values[0] as Formula));
  const saved = { x, y: one(bases.map(symbol)), f, o } as Saved<Formula, { readonly A: Formula }>;
  const { jvp, vjp } = spec.rule(latex);
  return {
    value: several ? spec.latex(...names) : String(y),
    jvp: all(jvp(saved, ...names.map((name) => symbol(`\\dot{${name}}`)))).map(String),
    vjp: vjp(saved, one(bases.map((base) => symbol(`\\bar{${base}}`)))).map(String),
  };
}
