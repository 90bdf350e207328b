import { bidiag, bidiagWork } from '../../kernel/bidiag.ts';
import { bidiagApply } from '../../kernel/bidiagApply.ts';
import { bidiagDivide } from '../../kernel/bidiagDivide.ts';
import { bidiagWorkspace } from '../../kernel/bidiagMerge.ts';
import { bidiagQR } from '../../kernel/bidiagQR.ts';
import { bidiagSmall } from '../../kernel/bidiagSmall.ts';

/** One way to decompose m×n matrices, m >= n: W = U·diag(d)·Vᵀ, unordered. U and V stay in rows of Ut and Vt, if given. */
export interface Decompose {
  readonly d: Float64Array;
  /** Workspace for finishing. */
  readonly order: Int32Array;
  readonly signs: Float64Array;
  readonly row: Float64Array;
  /** Where W goes; at the offset of U if there is none. */
  readonly W?: Float64Array | undefined;
  readonly Ut?: Float64Array | undefined;
  readonly Vt?: Float64Array | undefined;
  /** Whether the iterations converged. */
  run(U: Float64Array, uOff: number, V: Float64Array, vOff: number): boolean;
}

const SMALL = 32;
const floats = (n: number) => new Float64Array(n);
const few = {
  d: /* @__PURE__ */ floats(SMALL),
  order: /* @__PURE__ */ new Int32Array(SMALL),
  signs: /* @__PURE__ */ floats(SMALL),
  row: /* @__PURE__ */ floats(SMALL),
};
const beside = /* @__PURE__ */ floats(SMALL);
const tau = /* @__PURE__ */ floats(SMALL);
const column = /* @__PURE__ */ floats(4 * SMALL);
const none = /* @__PURE__ */ floats(0);

/** The way for U with uCols columns (0 for no vectors). */
export function decompose(m: number, n: number, uCols: number): Decompose {
  if (n > SMALL || uCols > n || (uCols > 0 && m > 4 * n)) return keptOrLarge(m, n, uCols);
  const { d, signs, row } = few;
  if (uCols === 0) {
    const W = floats(m * n);
    const x = floats(m);
    const run = () => {
      bidiagSmall(false, m, n, W, 0, n, d, beside, none, 0, 0, signs, tau, row, x);
      return bidiagQR(n, d, beside, 0, 0, none, 0, 0, 0, none, 0, 0) >= 0;
    };
    return { ...few, W, run };
  }
  const run = (U: Float64Array, u: number, V: Float64Array, v: number) => {
    bidiagSmall(true, m, n, U, u, n, d, beside, V, v, n, signs, tau, row, column);
    return bidiagQR(n, d, beside, 0, m, U, u, n, n, V, v, n) >= 0;
  };
  return { ...few, run };
}

// Workspace of so many numbers is kept for the next call: to allocate it takes as long as a third of the decomposition.
const KEPT = 2 ** 17;
let kept: { readonly shape: readonly [number, number, number]; readonly way: Decompose } | undefined;

function keptOrLarge(m: number, n: number, uCols: number): Decompose {
  if (kept && kept.shape[0] === m && kept.shape[1] === n && kept.shape[2] === uCols) return kept.way;
  const way = large(m, n, uCols);
  if (2 * m * n + 5 * n * n + m * uCols <= KEPT) kept = { shape: [m, n, uCols], way };
  return way;
}

function large(m: number, n: number, uCols: number): Decompose {
  const W = floats(m * n);
  const L = floats(n * m);
  const R = floats(n * n);
  const [d, e, tauL, tauR, row] = Array.from({ length: 5 }, () => floats(m));
  const order = Int32Array.from({ length: m }, (_, i) => i);
  const work = floats(bidiagWork(m, n));
  const space = uCols > 0 ? bidiagWorkspace(n) : undefined;
  const Ut = floats(uCols * m);
  const Vt = space && floats(n * n);
  const run = (): boolean => {
    L.fill(0);
    R.fill(0);
    bidiag(m, n, W, 0, n, d, e, L, tauL, R, tauR, work);
    if (!space || !Vt) return bidiagQR(n, d, e, 0, 0, none, 0, 0, 0, none, 0, 0) >= 0;
    Ut.fill(0);
    Vt.fill(0);
    if (bidiagDivide(n, 0, d, e, 0, Ut, 0, m, Vt, 0, n, space) < 0) return false;
    for (let i = n; i < uCols; i++) Ut[i * (m + 1)] = 1;
    bidiagApply(n, 0, m, L, tauL, uCols, Ut);
    bidiagApply(n - 1, 1, n, R, tauR, n, Vt);
    return true;
  };
  return { d, order, signs: tauL, row, W, Ut, Vt, run };
}
