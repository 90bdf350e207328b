import {
  cofactor,
  cofactorDerivative,
  DomainError,
  type Spec,
  solve,
  solveTransposed,
  solveTriangular,
  solveTriangularTransposed,
} from '@matgrad/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type Context, node, type Reuse, type TensorAlgebra, type TensorFactor } from './node.ts';
import type { Tensorflow } from './tensorflow.ts';
import { plainWords } from './words.ts';

/**
 * Core's algebra on tensors: the same rules, run on whatever device the tensors are.
 *
 * The words that take a factorisation are nodes of their own whose value comes from the factorisation made in the
 * forward pass, and whose gradient comes from the rule of the identity that the word is.
 */
export function tensorAlgebra(tf: Tensorflow, check: boolean): TensorAlgebra {
  const divided =
    (id: Spec, apply: Reuse['apply']) =>
    (factor: TensorFactor, ...x: Tensor[]): Tensor =>
      node(context, id, [factor.A, ...x], [], { factor, apply }).y as Tensor;
  const identity =
    (id: Spec) =>
    (...x: Tensor[]): Tensor =>
      node(context, id, x, []).y as Tensor;

  const algebra: TensorAlgebra = {
    ...plainWords(tf),
    map: (_, { name }) => {
      throw new DomainError(name, 'expected a rule without elementwise functions on tensors');
    },
    ldiv: divided(solve.spec, (f, B) => f.solve(B)),
    ldivT: divided(solveTransposed.spec, (f, B) => f.solveT(B)),
    cofactor: divided(cofactor.spec, (f) => f.cofactor()),
    dcofactor: divided(cofactorDerivative.spec, (f, E) => f.dcofactor(E)),
    lsolve: identity(solveTriangular.spec),
    lsolveT: identity(solveTriangularTransposed.spec),
    // Identities carry their whole record; the interpreters of core only know less of it.
    call: (id, x, o) => node(context, id as Spec, x, o),
  };
  const context: Context = { tf, algebra, check };
  return algebra;
}
