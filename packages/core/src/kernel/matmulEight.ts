/** out := A·B, 8×8, two columns of B in registers at a time; out must be neither A nor B. */
export function matmulEight(
  A: Float64Array,
  a: number,
  B: Float64Array,
  b: number,
  out: Float64Array,
  o: number,
): void {
  for (let j = 0; j < 8; j += 2) {
    const c = b + j;
    const p0 = B[c];
    const p1 = B[c + 8];
    const p2 = B[c + 16];
    const p3 = B[c + 24];
    const p4 = B[c + 32];
    const p5 = B[c + 40];
    const p6 = B[c + 48];
    const p7 = B[c + 56];
    const q0 = B[c + 1];
    const q1 = B[c + 9];
    const q2 = B[c + 17];
    const q3 = B[c + 25];
    const q4 = B[c + 33];
    const q5 = B[c + 41];
    const q6 = B[c + 49];
    const q7 = B[c + 57];
    for (let r = a, t = o + j, end = a + 64; r < end; r += 8, t += 8) {
      const x0 = A[r];
      const x1 = A[r + 1];
      const x2 = A[r + 2];
      const x3 = A[r + 3];
      const x4 = A[r + 4];
      const x5 = A[r + 5];
      const x6 = A[r + 6];
      const x7 = A[r + 7];
      out[t] = x0 * p0 + x1 * p1 + (x2 * p2 + x3 * p3) + (x4 * p4 + x5 * p5 + (x6 * p6 + x7 * p7));
      out[t + 1] = x0 * q0 + x1 * q1 + (x2 * q2 + x3 * q3) + (x4 * q4 + x5 * q5 + (x6 * q6 + x7 * q7));
    }
  }
}
