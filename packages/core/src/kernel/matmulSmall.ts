// Straight lines: at these sizes a loop costs as much as its arithmetic. All of A and B is read before out is written.

/** out := A·B, 2×2. */
export function matmulTwo(
  A: Float64Array,
  a: number,
  B: Float64Array,
  b: number,
  out: Float64Array,
  o: number,
): void {
  const a0 = A[a];
  const a1 = A[a + 1];
  const a2 = A[a + 2];
  const a3 = A[a + 3];
  const b0 = B[b];
  const b1 = B[b + 1];
  const b2 = B[b + 2];
  const b3 = B[b + 3];
  out[o] = a0 * b0 + a1 * b2;
  out[o + 1] = a0 * b1 + a1 * b3;
  out[o + 2] = a2 * b0 + a3 * b2;
  out[o + 3] = a2 * b1 + a3 * b3;
}

/** out := A·B, 3×3. */
export function matmulThree(
  A: Float64Array,
  a: number,
  B: Float64Array,
  b: number,
  out: Float64Array,
  o: number,
): void {
  const a0 = A[a];
  const a1 = A[a + 1];
  const a2 = A[a + 2];
  const a3 = A[a + 3];
  const a4 = A[a + 4];
  const a5 = A[a + 5];
  const a6 = A[a + 6];
  const a7 = A[a + 7];
  const a8 = A[a + 8];
  for (let end = b + 3; b < end; b++, o++) {
    const x = B[b];
    const y = B[b + 3];
    const z = B[b + 6];
    out[o] = a0 * x + a1 * y + a2 * z;
    out[o + 3] = a3 * x + a4 * y + a5 * z;
    out[o + 6] = a6 * x + a7 * y + a8 * z;
  }
}

/** out := A·B, 4×4. */
export function matmulFour(
  A: Float64Array,
  a: number,
  B: Float64Array,
  b: number,
  out: Float64Array,
  o: number,
): void {
  const b0 = B[b];
  const b1 = B[b + 1];
  const b2 = B[b + 2];
  const b3 = B[b + 3];
  const b4 = B[b + 4];
  const b5 = B[b + 5];
  const b6 = B[b + 6];
  const b7 = B[b + 7];
  const b8 = B[b + 8];
  const b9 = B[b + 9];
  const b10 = B[b + 10];
  const b11 = B[b + 11];
  const b12 = B[b + 12];
  const b13 = B[b + 13];
  const b14 = B[b + 14];
  const b15 = B[b + 15];
  for (let end = a + 16; a < end; a += 4, o += 4) {
    const x = A[a];
    const y = A[a + 1];
    const z = A[a + 2];
    const w = A[a + 3];
    out[o] = x * b0 + y * b4 + (z * b8 + w * b12);
    out[o + 1] = x * b1 + y * b5 + (z * b9 + w * b13);
    out[o + 2] = x * b2 + y * b6 + (z * b10 + w * b14);
    out[o + 3] = x * b3 + y * b7 + (z * b11 + w * b15);
  }
}
