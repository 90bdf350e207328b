import { type NdArray, pairStacks, sizeOf, stackOf } from '../../array.ts';
import { DomainError, SingularMatrixError } from '../../errors.ts';
import { copy } from '../../kernel/copy.ts';

/**
 * [√λ·I; A], whose Gram matrix is AᵀA + λI, for A [..., m, n] and λ [...]; stacks broadcast.
 *
 * The damping stands on top: then where it is strong QR never adds the right-hand side, of size ‖B‖, to the small Aᵀ·B/√λ.
 */
export function damped(A: NdArray, lambda: NdArray, op: string): NdArray {
  const negative = lambda.data.find((x) => x < 0);
  if (negative !== undefined) throw new DomainError(op, `expected a damping of 0 or more, got ${negative}`);
  const [m, n] = A.shape.slice(-2);
  const { stack, ia, ib } = pairStacks(stackOf(A), lambda.shape);
  const size = (m + n) * n;
  const data = new Float64Array(ia.length * size);
  for (let i = 0; i < ia.length; i++) {
    copy(m * n, A.data, ia[i] * m * n, data, i * size + n * n);
    for (let j = 0; j < n; j++) data[i * size + j * (n + 1)] = Math.sqrt(lambda.data[ib[i]]);
  }
  return { shape: [...stack, m + n, n], data };
}

/** B under n rows of zeros, the right-hand side that belongs to it. */
export function padded(B: NdArray, n: number): NdArray {
  const [m, k] = B.shape.slice(-2);
  const shape = [...B.shape.slice(0, -2), n + m, k];
  const data = new Float64Array(sizeOf(shape));
  for (let from = 0, to = n * k; from < B.data.length; from += m * k, to += (n + m) * k) {
    copy(m * k, B.data, from, data, to);
  }
  return { shape, data };
}

/**
 * Throws SingularMatrixError where a column of A = Q·R is a combination of those before it, to working precision: where
 * r_jj is below n·ε times the norm of column j, however the columns are scaled.
 */
export function requireIndependentColumns(op: string, { shape, data }: NdArray): void {
  const n = shape[shape.length - 1];
  for (let at = 0; at < data.length; at += n * n) {
    for (let j = 0; j < n; j++) {
      let norm = 0;
      for (let i = 0; i <= j; i++) norm = Math.hypot(norm, data[at + i * n + j]);
      const r = data[at + j * (n + 1)];
      if (r > n * 2 ** -52 * norm) continue;
      const member = shape.length > 2 ? at / (n * n) : undefined;
      throw new SingularMatrixError(op, r === 0 ? 0 : r / norm, r === 0 ? j : -1, member);
    }
  }
}
