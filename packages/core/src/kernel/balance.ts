import { exponent, pow2 } from './exponent.ts';

// A scaling is kept if it takes a twentieth off row plus column (Parlett and Reinsch 1969).
const GAIN = 0.95;
/** The powers of two in D are within 2^±LIMIT. */
const LIMIT = 600;
const CAP = 60;

/**
 * A := D⁻¹·A·D in place for a row-major n×n matrix, D diagonal of powers of two that bring the norms of row and column i
 * close to each other, so that the norm of A falls.
 *
 * The diagonal counts, though scaling does not change it: without it, scaling can ruin a matrix with small off-diagonal
 * parts, or go on where nothing is to be gained (James, Langou and Lowery 2014).
 */
export function balance(n: number, A: Float64Array, off: number, D: Float64Array, dOff: number): void {
  for (let i = dOff; i < dOff + n; i++) D[i] = 1;
  let changed = true;
  for (let sweep = 0; changed && sweep < CAP; sweep++) {
    changed = false;
    for (let i = 0; i < n; i++) {
      const row = off + i * n;
      let r = 0;
      let c = 0;
      for (let j = 0, p = row, q = off + i; j < n; j++, p++, q += n) {
        r += Math.abs(A[p]);
        c += Math.abs(A[q]);
      }
      if (r === 0 || c === 0) continue;
      // As far as LIMIT allows: the column's partners take the rest.
      const have = exponent(D[dOff + i]);
      const want = Math.max(-500, Math.min(500, Math.round((exponent(r) - exponent(c)) / 2)));
      const f = pow2(Math.max(-LIMIT - have, Math.min(LIMIT - have, want)));
      if (f === 1 || !(c * f + r / f < GAIN * (c + r))) continue;
      changed = true;
      D[dOff + i] *= f;
      for (let j = 0, p = row, q = off + i; j < n; j++, p++, q += n) {
        if (j === i) continue;
        A[p] /= f;
        A[q] *= f;
      }
    }
  }
}
