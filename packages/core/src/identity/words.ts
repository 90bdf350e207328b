import type { Derivable, FactoredWord, Word } from '../algebra.ts';
import type { AnyIdentity } from '../define/define.ts';
import { ruleOf } from '../define/wordRule.ts';
import { add } from './add.ts';
import { broadcastTo } from './broadcastTo.ts';
import { divideByGapsRule } from './divideByGaps.ts';
import { evenOnClustersRule } from './evenOnClusters.ts';
import { expmDerivativeRule } from './expmDerivative.ts';
import { gather } from './gather.ts';
import { hadamard } from './hadamard.ts';
import { inner } from './inner.ts';
import { map } from './map.ts';
import { matmul } from './matmul.ts';
import { neg } from './neg.ts';
import { phi } from './phi.ts';
import { put } from './put.ts';
import { reshape } from './reshape.ts';
import { scale } from './scale.ts';
import { scatter } from './scatter.ts';
import { solveRule } from './solve.ts';
import { solveTransposedRule } from './solveTransposed.ts';
import { solveTriangular } from './solveTriangular.ts';
import { solveTriangularTransposed } from './solveTriangularTransposed.ts';
import { stackParts } from './stack.ts';
import { steinRule } from './stein.ts';
import { steinTransposedRule } from './steinTransposed.ts';
import { sub } from './sub.ts';
import { sumTo } from './sumTo.ts';
import { sylvesterRule } from './sylvester.ts';
import { sylvesterTransposedRule } from './sylvesterTransposed.ts';
import { sym } from './sym.ts';
import { symmetricFunctionDerivativeRule } from './symmetricFunctionDerivative.ts';
import { take } from './take.ts';
import { trace } from './trace.ts';
import { transpose } from './transpose.ts';
import { tril } from './tril.ts';

/**
 * The identity that each word of the algebra is: its rule says how the word differentiates.
 *
 * A word without an entry does not compile. `eye` and `fill` are constants; the words that take a factorisation are
 * the identities of its matrix, with the factorisation already paid for: of these only the rules are here.
 */
export const words: {
  readonly [W in Exclude<Word, 'eye' | 'fill'>]: W extends FactoredWord
    ? { readonly spec: Derivable }
    : AnyIdentity;
} = {
  add,
  sub,
  neg,
  had: hadamard,
  scale,
  mul: matmul,
  t: transpose,
  trace,
  inner,
  map,
  sym,
  tril,
  phi,
  ldiv: ruleOf(solveRule),
  ldivT: ruleOf(solveTransposedRule),
  lsolve: solveTriangular,
  lsolveT: solveTriangularTransposed,
  spectral: ruleOf(symmetricFunctionDerivativeRule),
  frechet: ruleOf(expmDerivativeRule),
  gap: ruleOf(divideByGapsRule),
  even: ruleOf(evenOnClustersRule),
  sylvester: ruleOf(sylvesterRule),
  sylvesterT: ruleOf(sylvesterTransposedRule),
  stein: ruleOf(steinRule),
  steinT: ruleOf(steinTransposedRule),
  sumTo,
  broadcastTo,
  reshape,
  stack: stackParts,
  take,
  put,
  gather,
  scatter,
};
