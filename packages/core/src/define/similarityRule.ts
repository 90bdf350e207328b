import type { Algebra, Factored, Term } from '../algebra.ts';
import type { Rule } from './define.ts';
import * as special from './special.ts';

/** The words that the rule needs. */
export const similarityWords = {
  add: special.add,
  even: special.even,
  sub: special.sub,
  sylvester: special.sylvester,
  sylvesterT: special.sylvesterT,
};

/**
 * The rule of forms A = Q·T·Qᵀ, Q orthogonal, in which T keeps to a pattern that the factor knows: K = QᵀdQ is skew, and
 * M + T·K - K·T with M = QᵀdA·Q keeps to it too. The factor solves that for K; what it does not keep is zero but for rounding.
 */
export const similarityRule = ({
  add,
  even,
  mul,
  neg,
  sub,
  sylvester,
  sylvesterT,
  t,
}: Algebra<Term, Factored>): Rule<'(n,n)->(n,n),(n,n)', []> => ({
  jvp: ({ y: [Q, T], f }, dA) => {
    const M = mul(t(Q), dA, Q);
    const minusK = sylvester(f, M);
    return [neg(mul(Q, minusK)), even(f, add(M, sub(mul(minusK, T), mul(T, minusK))))];
  },
  vjp: ({ y: [Q, T], f }, [Qbar, Tbar]) => {
    const U = even(f, Tbar);
    const S = add(mul(t(Q), Qbar), sub(mul(t(T), U), mul(U, t(T))));
    return [mul(Q, sub(U, sylvesterT(f, S)), t(Q))];
  },
});
