import {
  cofactorDerivative,
  DomainError,
  type NdArray,
  type Spec,
  solve,
  solveTransposed,
  solveTriangular,
  solveTriangularTransposed,
} from '@matgrad/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { differentiableWords } from './differentiable.ts';
import type { Factorisation } from './host/evaluate.ts';
import { byFactor, onHost } from './methods.ts';
import { node, type TensorAlgebra, type TensorFactor } from './node.ts';
import type { Tensorflow } from './tensorflow.ts';

/**
 * Core's algebra on tensors: the same rules, run on whatever device the tensors are.
 *
 * Identities are computed by core on the host. The words that take a factorisation use the one made in the forward pass:
 * it serves the value and every derivative.
 *
 * @param check throw where a member of a stack has no answer, instead of NaN in that member
 */
export function tensorAlgebra(tf: Tensorflow, check: boolean): TensorAlgebra {
  const self = (): TensorAlgebra => algebra;
  const call = (id: Spec, x: readonly Tensor[], o: readonly unknown[]) =>
    node(tf, self, id, x, o, onHost(tf, id, o, check));
  const divided =
    ({ spec }: { readonly spec: Spec }, apply: (f: Factorisation, ...x: NdArray[]) => NdArray) =>
    ({ A, host }: TensorFactor, ...x: Tensor[]) =>
      node(tf, self, spec, [A, ...x], [], byFactor(tf, spec, host, apply)).y as Tensor;
  const identity =
    ({ spec }: { readonly spec: Spec }) =>
    (...x: Tensor[]) =>
      call(spec, x, []).y as Tensor;

  const words = {
    ...differentiableWords(tf, self),
    ldiv: divided(solve, (f, B) => f.solve(B)),
    ldivT: divided(solveTransposed, (f, B) => f.solveT(B)),
    spectral: (f, ...E) => divided(cofactorsAlong(E.length), (host, ...X) => host.spectral(X))(f, ...E),
    lsolve: identity(solveTriangular),
    lsolveT: identity(solveTriangularTransposed),
    // Identities carry their whole record; the interpreters of core only know less of it.
    call: (id, x, o) => call(id as Spec, x, o),
  } satisfies Partial<TensorAlgebra>;
  const algebra: TensorAlgebra = new Proxy(words as Partial<TensorAlgebra> as TensorAlgebra, {
    get: (known, word) => (word in known ? known[word as keyof TensorAlgebra] : () => refuse(String(word))),
  });
  return algebra;
}

/** The derivative of the cofactors along so many directions: the rule of one holds for any number of them. */
function cofactorsAlong(count: number): { readonly spec: Spec } {
  const { spec } = cofactorDerivative;
  const inputs = Array.from({ length: count + 1 }, () => spec.signature.inputs[0]);
  const name = count === 1 ? spec.name : `cofactorDerivative${count}`;
  return { spec: { ...spec, name, signature: { ...spec.signature, inputs } } };
}

/** Core's vocabulary is larger than what the rules of our operations use. */
function refuse(word: string): never {
  throw new DomainError(word, 'expected a rule in the words that tensors have, got one that uses this word');
}
