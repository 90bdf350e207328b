import { broadcastIndex, broadcastShapes, type NdArray } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { transpose } from '../../kernel/transpose.ts';
import { applyQ } from '../qr/applyQ.ts';
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
  return {
    A,
    m,
    n,
    rank: Int32Array.from(f.members, ({ rank }) => rank),
    cod: f,
    solve: (B) => solve(f, A.shape.slice(0, -2), B),
    residual: (B) => residual(f, A.shape.slice(0, -2), B),
    pinv: () => pinv(f, A.shape.slice(0, -2)),
  };
}

/** Calls `each` with the members of A and B behind each member of the result, whose stack it returns. */
function broadcast(
  own: readonly number[],
  other: readonly number[],
  each: (a: number, b: number, i: number) => void,
) {
  const stack = broadcastShapes(own, other) as readonly number[];
  const fromA = broadcastIndex(own, stack);
  const fromB = broadcastIndex(other, stack);
  fromA.forEach((a, i) => {
    each(a, fromB[i], i);
  });
  return stack;
}

const countOf = (own: readonly number[], other: readonly number[]): number =>
  (broadcastShapes(own, other) as readonly number[]).reduce((s, d) => s * d, 1);

function solve(f: COD, own: readonly number[], B: NdArray): NdArray {
  const { m, n, factors } = f.p;
  const c = B.shape[B.shape.length - 1];
  const other = B.shape.slice(0, -2);
  const X = allocate(countOf(own, other) * n * c);
  const Y = new Float64Array(m * c);
  const stack = broadcast(own, other, (a, b, i) => {
    Y.set(B.data.subarray(b * m * c, (b + 1) * m * c));
    applyQ(factors, a, true, Y, 0, c);
    X.set(Y.subarray(0, f.members[a].rank * c), i * n * c);
    divideCOD(f, a, c, X, i * n * c);
  });
  return { shape: [...stack, n, c], data: X };
}

function residual(f: COD, own: readonly number[], B: NdArray): NdArray {
  const { m, factors } = f.p;
  const c = B.shape[B.shape.length - 1];
  const other = B.shape.slice(0, -2);
  const Y = allocate(countOf(own, other) * m * c);
  const stack = broadcast(own, other, (a, b, i) => {
    const y = i * m * c;
    Y.set(B.data.subarray(b * m * c, (b + 1) * m * c), y);
    applyQ(factors, a, true, Y, y, c);
    Y.fill(0, y, y + f.members[a].rank * c);
    applyQ(factors, a, false, Y, y, c);
  });
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
