import type { Algebra, Derivable, Factored, Term } from '../algebra.ts';
import type { Rule } from './define.ts';

/** Static options are none of a word's business. */
type Any = readonly unknown[];

/**
 * The rule of a word that takes a factorisation, apart from the identity that computes its value: differentiation has the one
 * without the other, and a bundle that imports `grad` no factorisation in vain.
 */
export const wordRule = <S extends string>(rule: (k: Algebra<Term, Factored>) => Rule<S, Any>) => rule;

/** The same, as the interpreters see it. */
export const ruleOf = (rule: unknown): { readonly spec: Derivable } => ({ spec: { rule } as Derivable });
