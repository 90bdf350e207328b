import { type NdArray, stackOf } from '../../array.ts';
import { trsm } from '../../kernel/trsm.ts';
import { lowerCholesky } from '../cholesky/lower.ts';
import { member, overStacks, times, turned } from '../schur/members.ts';

/** One equation of a stack: A, Q and G = B·R⁻¹·Bᵀ, n×n. */
export interface Member {
  readonly n: number;
  readonly A: Float64Array;
  readonly G: Float64Array;
  readonly Q: Float64Array;
}

/** Solves each equation of a stack of A, B, Q and symmetric positive definite R by `each`; `op` names the caller in errors. */
export function overEquations(
  op: string,
  [A, B, Q, R]: readonly [A: NdArray, B: NdArray, Q: NdArray, R: NdArray],
  each: (equation: Member) => Float64Array,
): NdArray {
  const [n, m] = B.shape.slice(-2);
  const L = lowerCholesky(R, op);
  return overStacks([A, B, Q, R].map(stackOf), n, n, ([i, j, k, l], out) => {
    const Y = turned(n, m, member(B, j));
    trsm(false, false, m, n, member(L, l), 0, m, 1, Y, 0, n);
    out.set(each({ n, A: member(A, i), G: times(n, n, m, turned(m, n, Y), Y), Q: member(Q, k) }));
  });
}
