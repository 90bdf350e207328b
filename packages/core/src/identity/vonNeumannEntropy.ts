import { defineIdentity } from '../define/define.ts';
import { spd } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { NotPositiveDefiniteError } from '../errors.ts';
import { smooth } from '../factor/spectral/differences.ts';
import { symmetricFactor } from '../factor/spectral/symmetricFactor.ts';
import * as tables from '../factor/spectral/tables.ts';

/**
 * Von Neumann's entropy of a density matrix, in nats; right at repeated eigenvalues to any order.
 *
 * @param A n×n symmetric positive semidefinite matrix, taken as (A+Aᵀ)/2
 * @returns y = -tr(A·log A) = -Σ λ_i log λ_i, a scalar, with 0·log 0 = 0; its gradient is -(log A + I)
 * @throws {ShapeError} if A is not square
 * @throws {NotSymmetricError} if ‖A-Aᵀ‖ > √ε·‖A‖
 * @throws {NotPositiveDefiniteError} if an eigenvalue is negative by more than rounding; from derivatives, if one is not positive
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(vonNeumannEntropy([[0.5, 0], [0, 0.5]])) //=> 0.6931471805599453
 * toNested(vonNeumannEntropy([[1, 0], [0, 0]])) //=> 0
 * @flops 9n^3
 * @source Lewis 1996
 */
export const vonNeumannEntropy = /* @__PURE__ */ defineIdentity({
  name: 'vonNeumannEntropy',
  signature: '(n,n)->()',
  domain: [spd],
  fails: [
    { on: 'indefinite', throws: 'NOT_POSITIVE_DEFINITE' },
    { on: 'asymmetric', throws: 'NOT_SYMMETRIC' },
  ],
  forward: ([A]) => {
    const entropies: number[] = [];
    const f = symmetricFactor(A, 'vonNeumannEntropy', (values, member) => {
      const refuse = (at: number): never => {
        throw new NotPositiveDefiniteError('vonNeumannEntropy', at, values[at], member);
      };
      const rounding = values.length * 2 ** -52 * Math.max(...values.map(Math.abs));
      if (values[0] < -rounding) refuse(0);
      entropies.push(values.reduce((sum, x) => (x > 0 ? sum - x * Math.log(x) : sum), 0));
      const log = smooth(values, tables.log);
      return (indices) => (values[0] > 0 ? log(indices) : refuse(0));
    });
    return { y: { shape: A.shape.slice(0, -2), data: Float64Array.from(entropies) }, f };
  },
  latex: (A) => `-\\operatorname{tr}(${A} \\log ${A})`,
  derived: (A) => `\\log(${A})`,
  words: {
    add: special.add,
    eye: special.eye,
    inner: special.inner,
    scale: special.scale,
    spectral: special.spectral,
  },
  rule: ({ add, eye, inner, neg, scale, spectral }) => ({
    jvp: ({ x: [A], f }, dA) => neg(inner(add(spectral(f), eye(A)), dA)),
    vjp: ({ x: [A], f }, ybar) => [neg(scale(ybar, add(spectral(f), eye(A))))],
  }),
});
