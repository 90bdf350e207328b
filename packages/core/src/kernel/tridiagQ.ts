/** Overwrites the reflectors of tridiag by the Q that they make, in place. g: n numbers of workspace. */
export function tridiagQ(
  n: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  tau: Float64Array,
  g: Float64Array,
): void {
  if (n > 0) A[aOff] = 1;
  // The leading i×i block holds H_{i-1}···H_1; Q := H_i·diag(Q, 1) needs v_i from row i, which is free after it.
  for (let i = 1; i < n; i++) {
    const v = aOff + i * aRow;
    const t = tau[i];
    if (t !== 0) {
      for (let j = 0; j < i; j++) g[j] = 0;
      for (let r = 0, p = aOff; r < i; r++, p += aRow) {
        const x = A[v + r];
        for (let j = 0; j < i; j++) g[j] += x * A[p + j];
      }
      for (let r = 0, p = aOff; r < i; r++, p += aRow) {
        const x = t * A[v + r];
        for (let j = 0; j < i; j++) A[p + j] -= x * g[j];
      }
    }
    for (let j = 0; j < i; j++) A[v + j] = 0;
    for (let r = 0, p = aOff + i; r < i; r++, p += aRow) A[p] = 0;
    A[v + i] = 1;
  }
}
