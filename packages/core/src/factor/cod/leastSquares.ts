import { broadcastIndex, broadcastShapes, type NdArray } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
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

const NONE: readonly number[] = [];
const FIRST = [0];

/** The stack of the result, and the members of A and B behind each of its members. */
function broadcast(
  own: readonly number[],
  B: NdArray,
): [readonly number[], ArrayLike<number>, ArrayLike<number>] {
  const other = B.shape.length === 2 ? NONE : B.shape.slice(0, -2);
  if (own.length + other.length === 0) return [NONE, FIRST, FIRST];
  const stack = broadcastShapes(own, other) as readonly number[];
  return [stack, broadcastIndex(own, stack), broadcastIndex(other, stack)];
}

function solve(f: COD, own: readonly number[], B: NdArray): NdArray {
  const { m, n, factors } = f.p;
  const c = B.shape[B.shape.length - 1];
  const [stack, fromA, fromB] = broadcast(own, B);
  const X = allocate(fromA.length * n * c);
  const Y = m > n ? allocate(m * c) : X;
  for (let i = 0; i < fromA.length; i++) {
    const a = fromA[i];
    const x = i * n * c;
    const y = m > n ? 0 : x;
    for (let p = 0, q = fromB[i] * m * c; p < m * c; p++, q++) Y[y + p] = B.data[q];
    applyQ(factors, a, true, Y, y, c);
    const size = f.ranks[a] * c;
    if (m > n) for (let p = 0; p < size; p++) X[x + p] = Y[p];
    else X.fill(0, x + size, x + m * c);
    divideCOD(f, a, c, X, x);
  }
  return { shape: stack === NONE ? [n, c] : [...stack, n, c], data: X };
}

function residual(f: COD, own: readonly number[], B: NdArray): NdArray {
  const { m, factors } = f.p;
  const c = B.shape[B.shape.length - 1];
  const [stack, fromA, fromB] = broadcast(own, B);
  const Y = allocate(fromA.length * m * c);
  for (let i = 0; i < fromA.length; i++) {
    const y = i * m * c;
    Y.set(B.data.subarray(fromB[i] * m * c, (fromB[i] + 1) * m * c), y);
    applyQ(factors, fromA[i], true, Y, y, c);
    Y.fill(0, y, y + f.members[fromA[i]].rank * c);
    applyQ(factors, fromA[i], false, Y, y, c);
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
