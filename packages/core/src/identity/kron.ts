import type { IndexMap, Term } from '../algebra.ts';
import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import { rowStack } from '../define/indexMaps.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/indexing.ts';
import * as products from '../interpret/float64/products.ts';

/** From the outer product of two row stacks, A_ij·B_pq in row (i,j) and column (p,q), to the blocks A_ij·B. */
function blocks(
  A: { readonly shape: readonly number[] },
  B: { readonly shape: readonly number[] },
): IndexMap {
  const [m, k] = A.shape.slice(-2);
  const [p, q] = B.shape.slice(-2);
  return {
    name: 'blocks',
    // Of an outer product of row stacks, the Kronecker product; in front of anything else, a map of its own.
    latex: (X) => {
      const [, left, right] =
        /^\\operatorname\{rvec\}\((.*)\) \\operatorname\{rvec\}\((.*)\)\^\{\\top\}$/.exec(X) ?? [];
      return left === undefined ? `\\mathcal{K}(${X})` : `${left} \\otimes ${right}`;
    },
    shape: () => [m * p, k * q],
    index: () =>
      Array.from({ length: m * p * k * q }, (_, at) => {
        const [row, column] = [Math.floor(at / (k * q)), at % (k * q)];
        const [i, j] = [Math.floor(row / p), Math.floor(column / q)];
        return (i * k + j) * p * q + (row % p) * q + (column % q);
      }),
  };
}

/**
 * Kronecker product of two matrices.
 *
 * @param A m×k matrix
 * @param B p×q matrix
 * @returns Y mp×kq of the blocks A_ij·B; (A ⊗ B)·(C ⊗ D) = AC ⊗ BD
 * @throws {ShapeError} if A or B is no matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(kron([[1, 2]], [[1], [3]])) //=> [[1, 2], [3, 6]]
 * @flops mkpq
 * @source Magnus & Neudecker 2019, §2.2
 */
export const kron = /* @__PURE__ */ defineIdentity({
  name: 'kron',
  signature: '(m,k),(p,q)->(r,s)',
  domain: [real, real],
  forward: ([A, B]) => {
    const outer = products.mul(float64.gather(A, rowStack), products.t(float64.gather(B, rowStack)));
    return { y: float64.gather(outer, blocks(A, B)) };
  },
  latex: (A, B) => `${A} \\otimes ${B}`,
  words: { gather: special.gather, scatter: special.scatter, add: special.add },
  rule: ({ add, gather, mul, scatter, t }) => {
    const kronecker = (A: Term, B: Term) =>
      gather(mul(gather(A, rowStack), t(gather(B, rowStack))), blocks(A, B));
    return {
      jvp: ({ x: [A, B] }, dA, dB) => add(kronecker(dA, B), kronecker(A, dB)),
      vjp: ({ x: [A, B] }, Ybar) => {
        const [m, k] = A.shape.slice(-2);
        const [p, q] = B.shape.slice(-2);
        // The cotangent of the outer product a·bᵀ of the row stacks.
        const outer = scatter(Ybar, blocks(A, B), [m * k, p * q]);
        const abar = mul(outer, gather(B, rowStack));
        const bbar = mul(t(outer), gather(A, rowStack));
        return [scatter(abar, rowStack, A.shape), scatter(bbar, rowStack, B.shape)];
      },
    };
  },
});
