import { bidiag, bidiagWork } from '../../kernel/bidiag.ts';
import { bidiagApply } from '../../kernel/bidiagApply.ts';
import { bidiagDivide } from '../../kernel/bidiagDivide.ts';
import { bidiagWorkspace } from '../../kernel/bidiagMerge.ts';
import { bidiagQR } from '../../kernel/bidiagQR.ts';
import { bidiagSmall } from '../../kernel/bidiagSmall.ts';
import { dqds } from '../../kernel/dqds.ts';
import { groupsOf, lanes } from '../../kernel/lanes.ts';

const SMALL = 32;
const floats = (n: number) => new Float64Array(n);

/** Where m×n matrices W, m >= n, are decomposed: W = U·diag(d)·Vᵀ, unordered, with uCols columns of U (0 for no vectors). */
const workFor = (m: number, n: number, uCols: number, large: boolean) => ({
  m,
  n,
  uCols,
  d: floats(n),
  e: floats(n),
  tauL: floats(n),
  tauR: floats(n),
  row: floats(m),
  column: floats(large ? bidiagWork(m, n) : m),
  order: Int32Array.from({ length: Math.max(n, uCols) }, (_, i) => i),
  signs: floats(Math.max(n, uCols)),
  /** Where the matrix goes. */
  W: floats(m * n),
  /** Room for V, if it is not in parts. */
  V: floats(large ? 0 : n * n),
  /** If there is divide and conquer: reflectors, and U and V in rows. */
  parts: large
    ? {
        L: floats(n * m),
        R: floats(n * n),
        Ut: floats(uCols * m),
        Vt: floats(uCols > 0 ? n * n : 0),
        space: bidiagWorkspace(uCols > 0 ? n : 0),
      }
    : undefined,
});
export type Work = ReturnType<typeof workFor>;

const few = /* @__PURE__ */ workFor(4 * SMALL, SMALL, SMALL, false);

// Workspace of so many numbers is kept for the next call: to allocate it takes as long as a third of the decomposition.
const KEPT = 2 ** 17;
let kept: Work | undefined;

export function workOf(m: number, n: number, uCols: number): Work {
  const large = n > SMALL || uCols > n || (uCols > 0 && m > 4 * n);
  if (!large && uCols > 0) return few;
  if (kept && kept.m === m && kept.n === n && kept.uCols === uCols) return kept;
  const work = workFor(m, n, uCols, large);
  if (2 * m * n + 5 * n * n + m * uCols <= KEPT) kept = work;
  return work;
}

/** Decomposes W, which is lost: U and V are in the rows of Ut and Vt, or the first and the next in lanes. Whether the iterations converged. */
export function decompose(
  { d, e, tauL, tauR, row, column, W, V, parts }: Work,
  m: number,
  n: number,
  uCols: number,
): boolean {
  if (!parts) {
    const vectors = uCols > 0;
    bidiagSmall(vectors, m, n, W, 0, n, d, e, V, 0, n, tauL, tauR, row, column);
    if (!vectors) return dqds(n, d, e, tauL, tauR) >= 0;
    lanes.load(0, m, n, W, 0, n, 1);
    lanes.load(groupsOf(m), n, n, V, 0, n, 1);
    return bidiagQR(n, d, e, 0, m, n) >= 0;
  }
  const { L, R, Ut, Vt, space } = parts;
  L.fill(0);
  R.fill(0);
  bidiag(m, n, W, 0, n, d, e, L, tauL, R, tauR, column);
  if (uCols === 0) return dqds(n, d, e, tauL, tauR) >= 0;
  Ut.fill(0);
  Vt.fill(0);
  if (bidiagDivide(n, 0, d, e, 0, Ut, 0, m, Vt, 0, n, space) < 0) return false;
  for (let i = n; i < uCols; i++) Ut[i * (m + 1)] = 1;
  bidiagApply(n, 0, m, L, tauL, uCols, Ut);
  bidiagApply(n - 1, 1, n, R, tauR, n, Vt);
  return true;
}
