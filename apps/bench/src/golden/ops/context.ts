import { adjugate } from '../../exact/adjugate.ts';
import { type RationalMatrix, scale, toDoubles, toRational } from '../../exact/rational.ts';
import type { Matrix } from '../../matrix.ts';
import type { SuiteEntry } from '../../suite/entry.ts';
import { frobenius, spectral } from '../norms.ts';

/** What the references of one matrix share: the matrix, its exact determinant and adjugate, its inverse if there is one. */
export type Context = {
  readonly entry: SuiteEntry;
  readonly n: number;
  readonly A: Matrix;
  readonly exactA: RationalMatrix;
  readonly normA: number;
  readonly det: { readonly num: bigint; readonly den: bigint };
  readonly adj: RationalMatrix;
  /** A⁻¹, exact and rounded, and the rounded one's spectral norm. */
  readonly inverse?: { readonly exact: RationalMatrix; readonly X: Matrix; readonly norm2: number };
};

export function contextOf(entry: SuiteEntry): Context {
  const A = entry.build();
  const exactA = toRational(A);
  const { det, adj } = adjugate(exactA);
  const shared = { entry, n: entry.n, A, exactA, normA: frobenius(A.data), det, adj };
  if (det.num === 0n) return shared;
  const exact = scale(det.den, det.num, adj);
  const X = toDoubles(exact);
  return { ...shared, inverse: { exact, X, norm2: spectral(X) } };
}
