import { halfway, trsyl } from '../../kernel/trsyl.ts';
import { trsylBlock } from '../../kernel/trsylBlock.ts';
import { addProducts, copyOf, type Jet } from '../expm/jets.ts';

const LEAF = 16;

/** Principal root of the diagonal block at row i, of size 1 or 2, in place; a + iμ has the root α + iβ. */
function blockRoot(row: number, T: Float64Array, p: number, size: number): void {
  if (size === 1) {
    T[p] = Math.sqrt(T[p]);
    return;
  }
  const a = T[p];
  const mu = Math.sqrt(Math.abs(T[p + 1])) * Math.sqrt(Math.abs(T[p + row]));
  const modulus = Math.hypot(a, mu);
  // Whichever of α and β has no cancellation first: 2αβ = μ.
  const larger = Math.sqrt(modulus / 2 + Math.abs(a) / 2);
  const alpha = a > 0 ? larger : mu / larger / 2;
  T[p] = alpha;
  T[p + row + 1] = alpha;
  T[p + 1] /= 2 * alpha;
  T[p + row] /= 2 * alpha;
}

const blockSize = (n: number, T: Float64Array, off: number, row: number, i: number): number =>
  i + 1 < n && T[off + (i + 1) * row + i] !== 0 ? 2 : 1;

/**
 * Column by column (Björck and Hammarling 1983; real: Higham 1987). Where two roots on the diagonal are zero, the entry
 * between them is free if what it has to explain is at most `slack`; it is set to zero.
 *
 * @returns whether a root exists
 */
function columns(n: number, T: Float64Array, off: number, row: number, slack: number): boolean {
  for (let j = 0, q = 1; j < n; j += q) {
    q = blockSize(n, T, off, row, j);
    blockRoot(row, T, off + j * (row + 1), q);
    for (let end = j, p = 1; end > 0; end -= p) {
      p = end > 1 && T[off + (end - 1) * row + end - 2] !== 0 ? 2 : 1;
      const i = end - p;
      for (let r = i; r < end; r++) {
        for (let c = j; c < j + q; c++) {
          let s = T[off + r * row + c];
          for (let k = end; k < j; k++) s -= T[off + r * row + k] * T[off + k * row + c];
          T[off + r * row + c] = s;
        }
      }
      const a = off + i * (row + 1);
      const b = off + j * (row + 1);
      const x = off + i * row + j;
      if (p === 1 && q === 1 && T[a] === 0 && T[b] === 0) {
        if (Math.abs(T[x]) > slack) return false;
        T[x] = 0;
      } else trsylBlock(false, p, q, T, a, row, T, b, row, T, x, row);
    }
  }
  return true;
}

/** Halved recursively (Deadman, Higham and Ralha 2013): T₁₂ = U₁·U₁₂ + U₁₂·U₂. */
function halves(n: number, T: Float64Array, off: number, row: number): void {
  if (n <= LEAF) {
    columns(n, T, off, row, 0);
    return;
  }
  const h = halfway(n, T, off, row);
  const low = off + h * (row + 1);
  halves(h, T, off, row);
  halves(n - h, T, low, row);
  trsyl(h, n - h, T, off, row, T, low, row, T, off + h, row);
}

/**
 * T := principal square root of an upper quasi-triangular n×n matrix with standard blocks, in place; its real eigenvalues
 * must be >= 0.
 *
 * @returns false where a defective zero eigenvalue leaves no root (beyond `slack`)
 */
export function quasiRoot(n: number, T: Float64Array, slack: number): boolean {
  for (let p = 0; p < T.length; p += n + 1) if (T[p] === 0) return columns(n, T, 0, n, slack);
  halves(n, T, 0, n);
  return true;
}

/**
 * The jet of the root Y of X's value: Y·Y_S + Y_S·Y = X_S - Σ Y_T·Y_{S\T}, T neither empty nor S; `solve` solves
 * Y·Z + Z·Y = C for Z and may overwrite C.
 */
export function rootJet(n: number, Y: Float64Array, X: Jet, solve: (C: Float64Array) => Float64Array): Jet {
  const Z: Jet = [Y];
  for (let S = 1; S < X.length; S++) {
    Z.push(null);
    const rest = addProducts(n, -1, Z, Z, S, (T) => T === 0 || T === S, copyOf(X[S]));
    Z[S] = rest && solve(rest);
  }
  return Z;
}
