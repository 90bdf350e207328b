/** The same as inverseFour for 2×2 matrices, whose cofactors are exact: only their determinants may lose digits. */
export function inverseTwo(A: Float64Array, a: number, X: Float64Array, x: number, count: number): number {
  for (let i = 0; i < count; i++, a += 4, x += 4) {
    const a00 = A[a];
    const a01 = A[a + 1];
    const a10 = A[a + 2];
    const a11 = A[a + 3];
    const det = a00 * a11 - a01 * a10;
    const d = 1 / det;
    X[x] = a11 * d;
    X[x + 1] = (0 - a01) * d; // no -0 for d > 0
    X[x + 2] = (0 - a10) * d;
    X[x + 3] = a00 * d;
    const r = (a00 * a00 + a01 * a01) * (a10 * a10 + a11 * a11);
    if (!(r > 1e-200 && r < 1e200 && r < 2 ** 80 * (det * det))) return i;
  }
  return count;
}

/** The same for 3×3 matrices. */
export function inverseThree(A: Float64Array, a: number, X: Float64Array, x: number, count: number): number {
  for (let i = 0; i < count; i++, a += 9, x += 9) {
    const a00 = A[a];
    const a01 = A[a + 1];
    const a02 = A[a + 2];
    const a10 = A[a + 3];
    const a11 = A[a + 4];
    const a12 = A[a + 5];
    const a20 = A[a + 6];
    const a21 = A[a + 7];
    const a22 = A[a + 8];
    const c0 = a11 * a22 - a12 * a21;
    const c1 = a12 * a20 - a10 * a22;
    const c2 = a10 * a21 - a11 * a20;
    const det = a00 * c0 + a01 * c1 + a02 * c2;
    const d = 1 / det;
    X[x] = c0 * d;
    X[x + 1] = (a02 * a21 - a01 * a22) * d;
    X[x + 2] = (a01 * a12 - a02 * a11) * d;
    X[x + 3] = c1 * d;
    X[x + 4] = (a00 * a22 - a02 * a20) * d;
    X[x + 5] = (a02 * a10 - a00 * a12) * d;
    X[x + 6] = c2 * d;
    X[x + 7] = (a01 * a20 - a00 * a21) * d;
    X[x + 8] = (a00 * a11 - a01 * a10) * d;
    const r0 = a00 * a00 + a01 * a01 + a02 * a02;
    const r1 = a10 * a10 + a11 * a11 + a12 * a12;
    const r2 = a20 * a20 + a21 * a21 + a22 * a22;
    const r = r0 * r1 * r2;
    if (!(r > 1e-200 && r < 1e200 && r <= 4096 * det * det)) return i;
  }
  return count;
}
