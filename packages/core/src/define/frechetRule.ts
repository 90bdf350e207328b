import type { Algebra, Factored, Term } from '../algebra.ts';
import type { Rule } from './define.ts';
import * as special from './special.ts';

/** The word that the rule needs. */
export const frechetWords = { frechet: special.frechet };

/**
 * The rule of all functions of a square matrix: ⟨L(A, E), Y⟩ = ⟨E, L(Aᵀ, Y)⟩ and L(Aᵀ, Y) = L(A, Yᵀ)ᵀ (Higham 2008, §3.2).
 */
export const frechetRule = ({ frechet, t }: Algebra<Term, Factored>): Rule<'(n,n)->(n,n)', []> => ({
  jvp: ({ f }, dA) => frechet(f, dA),
  vjp: ({ f }, Ybar) => [t(frechet(f, t(Ybar)))],
});
