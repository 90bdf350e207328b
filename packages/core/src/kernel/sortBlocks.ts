import { standardise } from './standardise.ts';
import { trsylBlock } from './trsylBlock.ts';

/** x := c·x + s·y and y := c·y - s·x for `count` entries of X, `step` apart. */
function rotate(
  count: number,
  X: Float64Array,
  x: number,
  y: number,
  step: number,
  c: number,
  s: number,
): void {
  for (let k = 0; k < count; k++, x += step, y += step) {
    const a = X[x];
    X[x] = c * a + s * X[y];
    X[y] = c * X[y] - s * a;
  }
}

/** T := G·T·Gᵀ and Q := Q·Gᵀ for the rotation G of rows r and r + 1, in rows 0..end and from column `from` on. */
function turn(
  n: number,
  T: Float64Array,
  Q: Float64Array,
  off: number,
  r: number,
  from: number,
  end: number,
  c: number,
  s: number,
): void {
  rotate(n - from, T, off + r * n + from, off + (r + 1) * n + from, 1, c, s);
  rotate(end, T, off + r, off + r + 1, n, c, s);
  rotate(n, Q, off + r, off + r + 1, n, c, s);
}

const rowsAt = (n: number, T: Float64Array, off: number, i: number): number =>
  i + 1 < n && T[off + (i + 1) * n + i] !== 0 ? 2 : 1;

const block = /* @__PURE__ */ new Float64Array(6);

/** Brings the 2×2 block at row i to standard form. */
function restandardise(n: number, T: Float64Array, Q: Float64Array, off: number, i: number): void {
  const p = off + i * (n + 1);
  block.set([T[p], T[p + 1], T[p + n], T[p + n + 1]]);
  standardise(block);
  turn(n, T, Q, off, i, i, i + 2, block[4], block[5]);
  [T[p], T[p + 1], T[p + n], T[p + n + 1]] = block;
}

/**
 * Exchanges the blocks of p and q rows that begin at row i of T, by rotations; whether that was possible within rounding.
 *
 * The columns of Y = [X; I] with T₁₁·X - X·T₂₂ = -T₁₂ span what belongs to the second one; G·Y = [R; 0] brings them to the front
 * (Bai & Demmel 1993).
 */
function exchange(
  n: number,
  T: Float64Array,
  Q: Float64Array,
  off: number,
  i: number,
  p: number,
  q: number,
): boolean {
  const d = p + q;
  const at = (r: number, c: number) => off + (i + r) * n + i + c;
  const [a, b] = [T[at(0, 0)], T[at(p, p)]];
  const B = Float64Array.from({ length: d * d }, (_, k) => T[at(Math.floor(k / d), k % d)]);
  const Y = Float64Array.from({ length: d * q }, (_, k) => {
    const [r, c] = [Math.floor(k / q), k % q];
    return r < p ? -B[r * d + p + c] : r - p === c ? 1 : 0;
  });
  if (d === 2) Y[1] = a - b;
  else trsylBlock(false, p, q, B, 0, d, B.map((x) => -x), p * (d + 1), d, Y, 0, q); // biome-ignore format: one call
  const rotations: [r: number, c: number, s: number][] = [];
  for (let c = 0; c < q; c++) {
    for (let r = d - 2; r >= c; r--) {
      const h = Math.hypot(Y[r * q + c], Y[(r + 1) * q + c]);
      const [cs, sn] = [Y[r * q + c] / h, Y[(r + 1) * q + c] / h];
      rotate(q, Y, r * q, (r + 1) * q, 1, cs, sn);
      rotate(d, B, r * d, (r + 1) * d, 1, cs, sn);
      rotate(d, B, r, r + 1, d, cs, sn);
      rotations.push([r, cs, sn]);
    }
  }
  const largest = B.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
  for (let r = q; r < d; r++) {
    // 10·d·ε, as in LAPACK's dlaexc; also where the two have an eigenvalue in common and Y is not finite.
    for (let c = 0; c < q; c++) if (!(Math.abs(B[r * d + c]) <= 10 * d * 2 ** -52 * largest)) return false;
  }
  for (const [r, c, s] of rotations) turn(n, T, Q, off, i + r, i, i + d, c, s);
  for (let r = q; r < d; r++) for (let c = 0; c < q; c++) T[at(r, c)] = 0;
  if (q === 1) T[at(0, 0)] = b;
  else restandardise(n, T, Q, off, i);
  if (p === 1) T[at(q, q)] = a;
  else restandardise(n, T, Q, off, i + q);
  return true;
}

/**
 * Q·T·Qᵀ with the blocks on the diagonal of the n×n quasi-triangular T in ascending order of the real parts of their eigenvalues,
 * in place, by exchanges of neighbours; Q and T are row-major at `off`.
 */
export function sortBlocks(n: number, T: Float64Array, Q: Float64Array, off: number): void {
  for (let pass = 0, moved = true; moved && pass < n; pass++) {
    moved = false;
    for (let i = 0, p = 1, q = 1; i < n; ) {
      p = rowsAt(n, T, off, i);
      if (i + p === n) break;
      q = rowsAt(n, T, off, i + p);
      const ordered = T[off + i * (n + 1)] <= T[off + (i + p) * (n + 1)];
      const exchanged = !ordered && exchange(n, T, Q, off, i, p, q);
      moved ||= exchanged;
      i += exchanged ? q : p;
    }
  }
}
