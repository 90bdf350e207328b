/** c[cOff + i] := P_i·x for k rows P_i of length n. */
export function panelDot(
  k: number,
  n: number,
  P: Float64Array,
  pOff: number,
  pRow: number,
  x: Float64Array,
  xOff: number,
  c: Float64Array,
  cOff: number,
): void {
  let i = 0;
  for (; i + 3 < k; i += 4) {
    const p0 = pOff + i * pRow;
    const p1 = p0 + pRow;
    const p2 = p1 + pRow;
    const p3 = p2 + pRow;
    let c0 = 0;
    let c1 = 0;
    let c2 = 0;
    let c3 = 0;
    for (let j = 0; j < n; j++) {
      const v = x[xOff + j];
      c0 += P[p0 + j] * v;
      c1 += P[p1 + j] * v;
      c2 += P[p2 + j] * v;
      c3 += P[p3 + j] * v;
    }
    c[cOff + i] = c0;
    c[cOff + i + 1] = c1;
    c[cOff + i + 2] = c2;
    c[cOff + i + 3] = c3;
  }
  for (; i < k; i++) {
    const p = pOff + i * pRow;
    let s = 0;
    for (let j = 0; j < n; j++) s += P[p + j] * x[xOff + j];
    c[cOff + i] = s;
  }
}

/** y -= Σ c_i·P_i over k rows P_i of length n; c has stride cStep. */
export function panelSubtract(
  k: number,
  n: number,
  P: Float64Array,
  pOff: number,
  pRow: number,
  c: Float64Array,
  cOff: number,
  cStep: number,
  y: Float64Array,
  yOff: number,
): void {
  let i = 0;
  for (; i + 3 < k; i += 4) {
    const p0 = pOff + i * pRow;
    const p1 = p0 + pRow;
    const p2 = p1 + pRow;
    const p3 = p2 + pRow;
    const c0 = c[cOff + i * cStep];
    const c1 = c[cOff + (i + 1) * cStep];
    const c2 = c[cOff + (i + 2) * cStep];
    const c3 = c[cOff + (i + 3) * cStep];
    for (let j = 0; j < n; j++) {
      y[yOff + j] -= c0 * P[p0 + j] + c1 * P[p1 + j] + (c2 * P[p2 + j] + c3 * P[p3 + j]);
    }
  }
  for (; i < k; i++) {
    const p = pOff + i * pRow;
    const v = c[cOff + i * cStep];
    for (let j = 0; j < n; j++) y[yOff + j] -= v * P[p + j];
  }
}
