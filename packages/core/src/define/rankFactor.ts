import { primal } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import { type SVD, type SVDOptions, svd } from '../factor/gesvd/svd.ts';
import { rankOf } from '../factor/spectral/rank.ts';
import { toValue } from './prepare.ts';

/** The numbers of an argument, its singular value decomposition, and the rank of each member of the stack. */
export function rankFactor(
  op: string,
  A: ArrayInput,
  rtol: number | undefined,
  vectors: NonNullable<SVDOptions['vectors']>,
): SVD & { readonly X: NdArray; readonly ranks: readonly number[] } {
  if (rtol !== undefined && !(Number.isFinite(rtol) && rtol >= 0))
    throw new DomainError(op, `expected a tolerance of 0 or more, got ${rtol}`);
  const given = toValue(op, A, 0);
  const X = primal(given);
  if (X === undefined) throw new DomainError(op, 'expected numbers, got a symbol');
  if (X !== given && vectors !== 'none') {
    throw new DomainError(
      op,
      'expected numbers, got a value under differentiation',
      'A basis of a space is not unique and has no derivative; its projector has, pinv(A)·A or A·pinv(A).',
    );
  }
  if (X.shape.length < 2) throw new ShapeError(op, 'a matrix (m,n)', showShape(X.shape));
  const [m, n] = X.shape.slice(-2);
  const f = svd(X, op, { vectors });
  const k = Math.min(m, n);
  const members = X.shape.slice(0, -2).reduce((product, d) => product * d, 1);
  const ranks = Array.from({ length: members }, (_, i) =>
    rankOf(f.s.data.subarray(i * k, (i + 1) * k), m, n, rtol),
  );
  return { ...f, X, ranks };
}

/** Columns `from` to `to` of a stack of matrices, the same of each member. */
export function columns({ shape, data }: NdArray, from: number, to: number): NdArray {
  const n = shape[shape.length - 1];
  const rows = data.length / Math.max(n, 1);
  const size = to - from;
  const part = new Float64Array(n === 0 ? 0 : rows * size);
  for (let p = 0; p < part.length; p++) part[p] = data[Math.floor(p / size) * n + from + (p % size)];
  return { shape: [...shape.slice(0, -1), size], data: part };
}

/** The rank that all members of a stack share: bases of different sizes make no stack. */
export function sharedRank(op: string, ranks: readonly number[], rank = ranks[0] ?? 0): number {
  const other = ranks.findIndex((r) => r !== rank);
  if (other < 0) return rank;
  throw new ShapeError(
    op,
    `matrices of one rank, ${rank} as the first`,
    `rank ${ranks[other]} in member ${other}`,
  );
}
