/**
 * Each of `count` vectors x of n numbers, xRow apart in X, becomes x - w_r·u; its w_r, at W[w + r], becomes tau·vᵀx of the new x.
 *
 * What one reflection takes off and what the next one is to take off, in one pass where two calls of `reflect` read X four times.
 */
export function reflectOnce(
  n: number,
  U: Float64Array,
  uOff: number,
  V: Float64Array,
  vOff: number,
  tau: number,
  X: Float64Array,
  xOff: number,
  xRow: number,
  count: number,
  W: Float64Array,
  w: number,
): void {
  let r = 0;
  let x = xOff;
  for (; r + 3 < count; r += 4, x += 4 * xRow) {
    const at = w + r;
    const w0 = W[at];
    const w1 = W[at + 1];
    const w2 = W[at + 2];
    const w3 = W[at + 3];
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0, p = x, q = uOff, o = vOff; i < n; i++, p++, q++, o++) {
      const u = U[q];
      const v = V[o];
      const x0 = X[p] - w0 * u;
      const x1 = X[p + xRow] - w1 * u;
      const x2 = X[p + 2 * xRow] - w2 * u;
      const x3 = X[p + 3 * xRow] - w3 * u;
      X[p] = x0;
      X[p + xRow] = x1;
      X[p + 2 * xRow] = x2;
      X[p + 3 * xRow] = x3;
      a += v * x0;
      b += v * x1;
      c += v * x2;
      d += v * x3;
    }
    W[at] = tau * a;
    W[at + 1] = tau * b;
    W[at + 2] = tau * c;
    W[at + 3] = tau * d;
  }
  for (; r < count; r++, x += xRow) {
    const w0 = W[w + r];
    let a = 0;
    for (let i = 0, p = x, q = uOff, o = vOff; i < n; i++, p++, q++, o++) {
      X[p] -= w0 * U[q];
      a += V[o] * X[p];
    }
    W[w + r] = tau * a;
  }
}
