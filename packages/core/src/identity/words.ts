import type { Word } from '../algebra.ts';
import { add } from './add.ts';
import { broadcastTo } from './broadcastTo.ts';
import { cofactor } from './cofactor.ts';
import { cofactorDerivative } from './cofactorDerivative.ts';
import type { AnyIdentity } from './define.ts';
import { divideByGaps } from './divideByGaps.ts';
import { evenOnClusters } from './evenOnClusters.ts';
import { expmDerivative } from './expmDerivative.ts';
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
import { solve } from './solve.ts';
import { solveTransposed } from './solveTransposed.ts';
import { solveTriangular } from './solveTriangular.ts';
import { solveTriangularTransposed } from './solveTriangularTransposed.ts';
import { stackParts } from './stack.ts';
import { stein } from './stein.ts';
import { steinTransposed } from './steinTransposed.ts';
import { sub } from './sub.ts';
import { sumTo } from './sumTo.ts';
import { sylvester } from './sylvester.ts';
import { sylvesterTransposed } from './sylvesterTransposed.ts';
import { sym } from './sym.ts';
import { symmetricFunctionDerivative } from './symmetricFunctionDerivative.ts';
import { take } from './take.ts';
import { trace } from './trace.ts';
import { transpose } from './transpose.ts';
import { tril } from './tril.ts';

/**
 * The identity that each word of the algebra is: its rule says how the word differentiates.
 *
 * A word without an entry does not compile. `eye` and `fill` are constants; the words that take a factorisation are
 * the identities of its matrix, with the factorisation already paid for.
 */
export const words: { readonly [W in Exclude<Word, 'eye' | 'fill'>]: AnyIdentity } = {
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
  ldiv: solve,
  ldivT: solveTransposed,
  lsolve: solveTriangular,
  lsolveT: solveTriangularTransposed,
  cofactor,
  dcofactor: cofactorDerivative,
  spectral: symmetricFunctionDerivative,
  frechet: expmDerivative,
  gap: divideByGaps,
  even: evenOnClusters,
  sylvester,
  sylvesterT: sylvesterTransposed,
  stein,
  steinT: steinTransposed,
  sumTo,
  broadcastTo,
  reshape,
  stack: stackParts,
  take,
  put,
  gather,
  scatter,
};
