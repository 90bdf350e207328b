import { type NdArray, pairStacks, sizeOf, stackOf } from '../../array.ts';
import { SingularMatrixError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { type BandFactors, bandFactorInPlace } from '../../kernel/band/factor.ts';
import { bandSolveInPlace } from '../../kernel/band/solve.ts';
import { exponent, ldexp } from '../../kernel/exponent.ts';
import { inverseNorm } from '../lu/inverseNorm.ts';

/** A member M = 2^r·A·2^c with its rows and columns scaled to entries near 1, factored. */
interface Member extends BandFactors {
  readonly r: Int32Array;
  readonly c: Int32Array;
}

/** A factored stack of banded matrices. */
export interface Band {
  solve(B: NdArray): NdArray;
  solveT(B: NdArray): NdArray;
}

/** Scales and loads a member: entry (i, j) stands at AB[off + (u+i-j)·n + j]. */
function load(n: number, l: number, u: number, AB: Float64Array, off: number): Member {
  const w = 2 * l + u;
  const F = allocate(n * (w + 1));
  const [r, c] = [new Int32Array(n), new Int32Array(n)];
  const each = (visit: (i: number, j: number, at: number) => void) => {
    for (let i = 0; i < n; i++) {
      for (let j = Math.max(0, i - l); j <= Math.min(n - 1, i + u); j++)
        visit(i, j, off + (u + i - j) * n + j);
    }
  };
  const largest = allocate(n);
  each((i, _, at) => {
    largest[i] = Math.max(largest[i], Math.abs(AB[at]));
  });
  for (let i = 0; i < n; i++) r[i] = -exponent(largest[i]);
  largest.fill(0);
  each((i, j, at) => {
    largest[j] = Math.max(largest[j], Math.abs(ldexp(AB[at], r[i])));
  });
  for (let j = 0; j < n; j++) c[j] = -exponent(largest[j]);
  each((i, j, at) => {
    F[i * w + j + l] = ldexp(AB[at], r[i] + c[j]);
  });
  return { n, l, u, F, pivots: new Int32Array(n), r, c };
}

/** ‖M‖₁ before elimination. */
function oneNorm({ n, l, u, F }: Member): number {
  const sums = allocate(n);
  for (let i = 0; i < n; i++) {
    for (let j = Math.max(0, i - l); j <= Math.min(n - 1, i + u); j++)
      sums[j] += Math.abs(F[i * (2 * l + u) + j + l]);
  }
  return Math.max(...sums);
}

/**
 * Factors banded matrices given by their diagonals, `l` below the main one and `u` above, [..., l+u+1, n].
 *
 * Throws SingularMatrixError where rcond of the equilibrated matrix is below 2^-52.
 */
export function band(AB: NdArray, l: number, u: number, op: string): Band {
  const n = AB.shape[AB.shape.length - 1];
  const own = stackOf(AB);
  const members = Array.from({ length: sizeOf(own) }, (_, i) => {
    const member = load(n, l, u, AB.data, i * (l + u + 1) * n);
    const norm = n > 0 ? oneNorm(member) : 0;
    const pivot = bandFactorInPlace(member);
    const condition = () =>
      norm * inverseNorm(n, (transposed, x) => bandSolveInPlace(member, transposed, 1, x, 0), 2 ** 20);
    const rcond = n === 0 ? 1 : pivot >= 0 ? 0 : 1 / condition();
    if (rcond < 2 ** -52) throw new SingularMatrixError(op, rcond, pivot, own.length > 0 ? i : undefined);
    return member;
  });
  const apply = (transposed: boolean, B: NdArray): NdArray => {
    const k = B.shape[B.shape.length - 1];
    const { stack, ia, ib } = pairStacks(own, stackOf(B));
    const X = new Float64Array(ia.length * n * k);
    for (let i = 0; i < ia.length; i++) {
      const member = members[ia[i]];
      const [before, after] = transposed ? [member.c, member.r] : [member.r, member.c];
      const at = i * n * k;
      for (let p = 0; p < n * k; p++) X[at + p] = ldexp(B.data[ib[i] * n * k + p], before[Math.floor(p / k)]);
      bandSolveInPlace(member, transposed, k, X, at);
      for (let p = 0; p < n * k; p++) X[at + p] = ldexp(X[at + p], after[Math.floor(p / k)]);
    }
    return { shape: [...stack, n, k], data: X };
  };
  return { solve: (B) => apply(false, B), solveT: (B) => apply(true, B) };
}
