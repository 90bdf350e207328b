import { type NdArray, stackOf } from '../../array.ts';
import { DegenerateError } from '../../errors.ts';
import { trsylBlock } from '../../kernel/trsylBlock.ts';
import { member, overStacks, turnedStack } from '../schur/members.ts';
import type { Modes } from './modes.ts';

/** The pair -B, B of a modal form, factored for what its derivatives ask: K with -B·K + K·B = M, as far as there is one. */
export interface ModalFactor {
  readonly of: readonly [NdArray, NdArray];
  sylvester(M: NdArray): NdArray;
  sylvesterT(M: NdArray): NdArray;
}

const ADVICE =
  'Derivatives of single eigenvalues and eigenvectors do not exist there. Sums over the cluster do: trace, matrix functions, signm.';

/** Size of the diagonal block that begins in row i. */
const blockSize = (n: number, B: Float64Array, i: number): number =>
  i + 1 < n && B[i * (n + 1) + n] !== 0 ? 2 : 1;

/**
 * How far rounding in A may move each eigenvalue: 8n·ε·|wᵀ|·|A|·|v| for left and right eigenvectors w and v, wᵀv = 1. No change of
 * units of rows and columns matters; Infinity where there are no left ones.
 */
function slack(n: number, A: Float64Array, B: Float64Array, V: Float64Array, W: Float64Array): Float64Array {
  const s = new Float64Array(n);
  for (let k = 0; k < n; ) {
    const q = blockSize(n, B, k);
    const size = (X: Float64Array, p: number, step: number) =>
      q === 1 ? Math.abs(X[p]) : Math.hypot(X[p], X[p + step]);
    let sum = 0;
    let left = 0;
    for (let i = 0; i < n; i++) {
      const w = size(W, k * n + i, n);
      left += w;
      for (let j = 0; j < n; j++) sum += w * Math.abs(A[i * n + j]) * size(V, j * n + k, 1);
    }
    s.fill(left === 0 ? 1 / 0 : 8 * n * 2 ** -52 * sum, k, k + q);
    k += q;
  }
  return s;
}

/** Throws where rounding could make two eigenvalues one. */
function requireSimple(op: string, n: number, B: Float64Array, s: Float64Array): void {
  const im = (i: number) =>
    i > 0 && B[i * (n + 1) - 1] !== 0 ? B[i * (n + 1) - n] : i + 1 < n ? -B[i * (n + 1) + 1] : 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const gap = Math.hypot(B[i * (n + 1)] - B[j * (n + 1)], im(i) - im(j));
      if (!(gap > Math.max(s[i], s[j]))) throw new DegenerateError(op, gap, [j, i], ADVICE);
    }
  }
}

/** K with -B·K + K·B = M in blocks of different eigenvalues; 0 in those of one, where M says how they move, but for shear. */
function divide(n: number, B: Float64Array, minus: Float64Array, M: Float64Array, K: Float64Array): void {
  K.set(M);
  for (let i = 0; i < n; ) {
    const p = blockSize(n, B, i);
    for (let j = 0; j < n; ) {
      const q = blockSize(n, B, j);
      const at = i * n + j;
      if (i !== j) trsylBlock(false, p, q, minus, i * (n + 1), n, B, j * (n + 1), n, K, at, n);
      else if (q === 1) K[at] = 0;
      else {
        // With J = [[0, 1], [-1, 0]], B = a·I + b·J and S the part of M that anticommutes with it: K = -S·J/2b.
        const c = 4 * B[at + 1];
        const u = (M[at] - M[at + n + 1]) / c;
        const v = (M[at + 1] + M[at + n]) / c;
        K[at] = v;
        K[at + 1] = -u;
        K[at + n] = -u;
        K[at + n + 1] = -v;
      }
      j += q;
    }
    i += p;
  }
}

/** What derivatives of the modal form of A divide by; nothing is computed before they do. */
export function modalFactor(A: NdArray, { B, V, W }: Modes, op: string): ModalFactor {
  const n = A.shape[A.shape.length - 1];
  const minus: NdArray = { shape: B.shape, data: B.data.map((b) => -b) };
  const checked = new Set<number>();
  const solve = (X: NdArray, Y: NdArray, M: NdArray) =>
    overStacks([stackOf(A), stackOf(M)], n, n, ([m, k], out) => {
      if (!checked.has(m)) {
        const b = member(B, m);
        requireSimple(op, n, b, slack(n, member(A, m), b, member(V, m), member(W, m)));
        checked.add(m);
      }
      divide(n, member(X, m), member(Y, m), member(M, k), out);
    });
  return {
    of: [minus, B],
    sylvester: (M) => solve(B, minus, M),
    sylvesterT: (M) => solve(turnedStack(B), turnedStack(minus), M),
  };
}
