import { type NdArray, pairStacks, stackOf } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { copy } from '../../kernel/copy.ts';
import { transpose } from '../../kernel/transpose.ts';
import { applyQ } from '../qr/applyQ.ts';
import { rescaled } from '../qr/rescaled.ts';
import { type COD, cod, divideCOD } from './cod.ts';

/** Least squares with a factored stack of m×n matrices of any rank. */
export interface LeastSquares {
  readonly A: NdArray;
  readonly m: number;
  readonly n: number;
  /** Numerical rank of each member. */
  readonly rank: Int32Array;
  readonly cod: COD;
  /** X [..., n, c] of least norm among those that minimise the norm of each column of A·X - B; stacks broadcast. */
  solve(B: NdArray): NdArray;
  /** B - A·X of that X, [..., m, c], orthogonal to the columns of A to working precision. */
  residual(B: NdArray): NdArray;
  /** The pseudo-inverse, [..., n, m]. */
  pinv(): NdArray;
}

/** Factors each member of a stack [..., m, n] once; singular values below rtol·σ₁ count as zero (default max(m, n)·ε). */
export function leastSquares(A: NdArray, op: string, rtol?: number): LeastSquares {
  const f = cod(A, op, rtol);
  const { m, n } = f.p;
  const stack = A.shape.slice(0, -2);
  return {
    A,
    m,
    n,
    rank: f.ranks,
    cod: f,
    solve: (B) => rescaled(B, (b) => solve(f, stack, b)),
    residual: (B) => rescaled(B, (b) => residual(f, stack, b)),
    pinv: () => pinv(f, stack),
  };
}

function solve(f: COD, own: readonly number[], B: NdArray): NdArray {
  const { m, n, factors } = f.p;
  const c = B.shape[B.shape.length - 1];
  const { stack, ia, ib } = pairStacks(own, stackOf(B));
  const X = allocate(ia.length * n * c);
  const Y = m > n ? allocate(m * c) : X;
  for (let i = 0; i < ia.length; i++) {
    const a = ia[i];
    const x = i * n * c;
    const y = m > n ? 0 : x;
    copy(m * c, B.data, ib[i] * m * c, Y, y);
    applyQ(factors, a, true, Y, y, c);
    const size = f.ranks[a] * c;
    if (m > n) copy(size, Y, 0, X, x);
    else X.fill(0, x + size, x + m * c);
    divideCOD(f, a, c, X, x);
  }
  return { shape: [...stack, n, c], data: X };
}

function residual(f: COD, own: readonly number[], B: NdArray): NdArray {
  const { m, factors } = f.p;
  const c = B.shape[B.shape.length - 1];
  const { stack, ia, ib } = pairStacks(own, stackOf(B));
  const Y = allocate(ia.length * m * c);
  for (let i = 0; i < ia.length; i++) {
    const y = i * m * c;
    copy(m * c, B.data, ib[i] * m * c, Y, y);
    applyQ(factors, ia[i], true, Y, y, c);
    Y.fill(0, y, y + f.members[ia[i]].rank * c);
    applyQ(factors, ia[i], false, Y, y, c);
  }
  return { shape: [...stack, m, c], data: Y };
}

function pinv(f: COD, stack: readonly number[]): NdArray {
  const { m, n, Q } = f.p;
  const k = Math.min(m, n);
  const X = allocate(f.members.length * n * m);
  f.members.forEach(({ rank }, i) => {
    transpose(m, rank, Q.data, i * m * k, k, X, i * n * m, m);
    divideCOD(f, i, m, X, i * n * m);
  });
  return { shape: [...stack, n, m], data: X };
}
