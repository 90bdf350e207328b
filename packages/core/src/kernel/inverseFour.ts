/**
 * Inverses of 4×4 matrices by cofactors, for as many in a row as that is accurate for; X must not overlap A.
 *
 * Cofactors err by a few ε times products of the norms ρ of rows. Where Πρ <= 64·|det|, Hadamard's inequality but for that factor,
 * little cancels, and the digits are those of LU; that bounds the condition of the matrix with equal rows, too.
 *
 * @returns how many were inverted: the next one wants pivots, or cannot be inverted at all
 */
export function inverseFour(A: Float64Array, a: number, X: Float64Array, x: number, count: number): number {
  for (let i = 0; i < count; i++, a += 16, x += 16) {
    const a00 = A[a];
    const a01 = A[a + 1];
    const a02 = A[a + 2];
    const a03 = A[a + 3];
    const a10 = A[a + 4];
    const a11 = A[a + 5];
    const a12 = A[a + 6];
    const a13 = A[a + 7];
    const a20 = A[a + 8];
    const a21 = A[a + 9];
    const a22 = A[a + 10];
    const a23 = A[a + 11];
    const a30 = A[a + 12];
    const a31 = A[a + 13];
    const a32 = A[a + 14];
    const a33 = A[a + 15];
    // Minors of the upper and of the lower two rows.
    const s0 = a00 * a11 - a10 * a01;
    const s1 = a00 * a12 - a10 * a02;
    const s2 = a00 * a13 - a10 * a03;
    const s3 = a01 * a12 - a11 * a02;
    const s4 = a01 * a13 - a11 * a03;
    const s5 = a02 * a13 - a12 * a03;
    const c0 = a20 * a31 - a30 * a21;
    const c1 = a20 * a32 - a30 * a22;
    const c2 = a20 * a33 - a30 * a23;
    const c3 = a21 * a32 - a31 * a22;
    const c4 = a21 * a33 - a31 * a23;
    const c5 = a22 * a33 - a32 * a23;
    const det = s0 * c5 - s1 * c4 + s2 * c3 + s3 * c2 - s4 * c1 + s5 * c0;
    const d = 1 / det;
    X[x] = (a11 * c5 - a12 * c4 + a13 * c3) * d;
    X[x + 1] = (a02 * c4 - a01 * c5 - a03 * c3) * d;
    X[x + 2] = (a31 * s5 - a32 * s4 + a33 * s3) * d;
    X[x + 3] = (a22 * s4 - a21 * s5 - a23 * s3) * d;
    X[x + 4] = (a12 * c2 - a10 * c5 - a13 * c1) * d;
    X[x + 5] = (a00 * c5 - a02 * c2 + a03 * c1) * d;
    X[x + 6] = (a32 * s2 - a30 * s5 - a33 * s1) * d;
    X[x + 7] = (a20 * s5 - a22 * s2 + a23 * s1) * d;
    X[x + 8] = (a10 * c4 - a11 * c2 + a13 * c0) * d;
    X[x + 9] = (a01 * c2 - a00 * c4 - a03 * c0) * d;
    X[x + 10] = (a30 * s4 - a31 * s2 + a33 * s0) * d;
    X[x + 11] = (a21 * s2 - a20 * s4 - a23 * s0) * d;
    X[x + 12] = (a11 * c1 - a10 * c3 - a12 * c0) * d;
    X[x + 13] = (a00 * c3 - a01 * c1 + a02 * c0) * d;
    X[x + 14] = (a31 * s1 - a30 * s3 - a32 * s0) * d;
    X[x + 15] = (a20 * s3 - a21 * s1 + a22 * s0) * d;
    const r0 = a00 * a00 + a01 * a01 + (a02 * a02 + a03 * a03);
    const r1 = a10 * a10 + a11 * a11 + (a12 * a12 + a13 * a13);
    const r2 = a20 * a20 + a21 * a21 + (a22 * a22 + a23 * a23);
    const r3 = a30 * a30 + a31 * a31 + (a32 * a32 + a33 * a33);
    const r = r0 * r1 * (r2 * r3);
    // In this range nothing that matters over- or underflows. What is not a number is in no range.
    if (!(r > 1e-200 && r < 1e200 && r <= 4096 * det * det)) return i;
  }
  return count;
}
