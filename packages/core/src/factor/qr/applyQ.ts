import { reflect } from '../../kernel/householder.ts';
import { reflectColumns } from '../../kernel/householderBlock.ts';
import { reflectFour } from '../../kernel/householderFour.ts';
import { transpose } from '../../kernel/transpose.ts';
import { workspace } from '../../kernel/workspace.ts';
import { layout, type QRFactors } from './factor.ts';

/** X := Q·X or Qᵀ·X in place, for a row-major m×c matrix X and the whole (m×m) Q of one member. */
export function applyQ(
  { m, n, nb, F }: QRFactors,
  member: number,
  transposed: boolean,
  X: Float64Array,
  x: number,
  c: number,
): void {
  const k = Math.min(m, n);
  const { v, t, s } = layout(m, n, nb, member);
  const blocks = Math.ceil(k / nb);
  if (!transposed) signRows(k, F, s, X, x, c);
  const Y = workspace(2 * nb * c);
  for (let b = 0; b < blocks; b++) {
    const j = nb * (transposed ? b : blocks - 1 - b);
    const w = Math.min(nb, k - j);
    const first = v + j * (m + 1);
    if (c === 1) {
      for (let a = 0; a < w; a++) {
        const i = transposed ? a : w - 1 - a;
        reflect(m - j, F, first + i * m, F[t + j * nb + i * (nb + 1)], X, x + j, 0, 1);
      }
      continue;
    }
    reflectColumns(transposed, w, m - j, F, first, m, F, t + j * nb, nb, X, x + j * c, c, c, Y);
  }
  if (transposed) signRows(k, F, s, X, x, c);
}

function signRows(k: number, S: Float64Array, s: number, X: Float64Array, x: number, c: number): void {
  for (let i = 0; i < k; i++) {
    if (S[s + i] < 0) for (let p = x + i * c, end = p + c; p < end; p++) X[p] = -X[p];
  }
}

/** The first c columns of Q, k <= c <= m, to the row-major m×c matrix Q (zero at first). */
export function formQ(f: QRFactors, member: number, c: number, Q: Float64Array, q: number): void {
  if (f.nb === 4) formByFours(f, member, c, Q, q);
  else formByBlocks(f, member, c, Q, q);
}

/** Column by column in a transposed copy. */
function formByFours({ m, n, F }: QRFactors, member: number, c: number, Q: Float64Array, q: number): void {
  const k = Math.min(m, n);
  const { v, t, s } = layout(m, n, 4, member);
  const X = workspace(c * m);
  X.fill(0, 0, c * m);
  for (let i = 0; i < c; i++) X[i * (m + 1)] = i < k ? F[s + i] : 1;
  for (let j = (k - 1) & ~3; j >= 0; j -= 4) {
    const w = Math.min(4, k - j);
    const at = j * (m + 1);
    reflectFour(false, w, m - j, F, v + at, m, F, t + 4 * j, X, at, m, c - j);
  }
  transpose(c, m, X, 0, m, Q, q, c);
}

function formByBlocks(
  { m, n, nb, F }: QRFactors,
  member: number,
  c: number,
  Q: Float64Array,
  q: number,
): void {
  const k = Math.min(m, n);
  const { v, t, s } = layout(m, n, nb, member);
  const Y = workspace(2 * nb * c);
  for (let i = 0; i < c; i++) Q[q + i * (c + 1)] = i < k ? F[s + i] : 1;
  for (let j = (Math.ceil(k / nb) - 1) * nb; j >= 0; j -= nb) {
    const at = v + j * (m + 1);
    reflectColumns(
      false,
      Math.min(nb, k - j),
      m - j,
      F,
      at,
      m,
      F,
      t + j * nb,
      nb,
      Q,
      q + j * (c + 1),
      c,
      c - j,
      Y,
    );
  }
}
