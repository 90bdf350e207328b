/** Overwrites the reflectors of tridiag by Qᵀ for the Q that they make, in place. */
export function tridiagQ(n: number, A: Float64Array, aOff: number, aRow: number, tau: Float64Array): void {
  if (n > 0) A[aOff] = 1;
  // The leading i×i block holds H_1···H_{i-1}; Qᵀ := diag(Qᵀ, 1)·H_i needs v_i from row i, which is free after it.
  for (let i = 1; i < n; i++) {
    const v = aOff + i * aRow;
    const t = tau[i];
    for (let r = 0, p = aOff; r < i; r++, p += aRow) {
      let dot = 0;
      for (let j = 0; j < i; j++) dot += A[p + j] * A[v + j];
      dot *= t;
      for (let j = 0; j < i; j++) A[p + j] -= dot * A[v + j];
      A[p + i] = 0;
    }
    for (let j = 0; j < i; j++) A[v + j] = 0;
    A[v + i] = 1;
  }
}
