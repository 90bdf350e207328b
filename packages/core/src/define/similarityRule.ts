import type { Algebra, Factored, IndexMap, Term } from '../algebra.ts';
import type { Rule } from './define.ts';
import * as special from './special.ts';

/** The words that the rule needs. */
export const similarityWords = {
  add: special.add,
  gather: special.gather,
  sub: special.sub,
  sylvester: special.sylvester,
  sylvesterT: special.sylvesterT,
};

/**
 * The rule of forms A = Q·T·Qᵀ, Q orthogonal, in which T keeps to the places of a map: K = QᵀdQ is skew, and M + T·K - K·T with
 * M = QᵀdA·Q keeps to them too. The factor solves that for the part X of K below the diagonal, all that counts elsewhere.
 */
export const similarityRule =
  (places: IndexMap) =>
  ({
    add,
    gather,
    mul,
    neg,
    sub,
    sylvester,
    sylvesterT,
    t,
  }: Algebra<Term, Factored>): Rule<'(n,n)->(n,n),(n,n)', []> => ({
    jvp: ({ y: [Q, T], f }, dA) => {
      const M = mul(t(Q), dA, Q);
      const X = neg(sylvester(f, M));
      const K = sub(X, t(X));
      return [mul(Q, K), gather(add(M, sub(mul(T, K), mul(K, T))), places)];
    },
    vjp: ({ y: [Q, T], f }, [Qbar, Tbar]) => {
      const U = gather(Tbar, places);
      const S = add(mul(t(Q), Qbar), sub(mul(t(T), U), mul(U, t(T))));
      return [mul(Q, sub(U, sylvesterT(f, sub(S, t(S)))), t(Q))];
    },
  });
