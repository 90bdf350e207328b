const M = /* @__PURE__ */ new Float64Array(16);
const r = /* @__PURE__ */ new Float64Array(4);

/** r := M⁻¹·r for a d×d matrix, d <= 4, by elimination with complete pivoting; 1/0 where singular. */
function solveSmall(d: number): void {
  const order = [0, 1, 2, 3];
  for (let k = 0; k < d; k++) {
    let best = -1;
    let pi = k;
    let pj = k;
    for (let i = k; i < d; i++) {
      for (let j = k; j < d; j++) {
        if (Math.abs(M[4 * i + j]) > best) {
          best = Math.abs(M[4 * i + j]);
          pi = i;
          pj = j;
        }
      }
    }
    if (pi !== k) {
      [r[k], r[pi]] = [r[pi], r[k]];
      for (let j = 0; j < d; j++) [M[4 * k + j], M[4 * pi + j]] = [M[4 * pi + j], M[4 * k + j]];
    }
    if (pj !== k) {
      [order[k], order[pj]] = [order[pj], order[k]];
      for (let i = 0; i < d; i++) [M[4 * i + k], M[4 * i + pj]] = [M[4 * i + pj], M[4 * i + k]];
    }
    for (let i = k + 1; i < d; i++) {
      const f = M[4 * i + k] / M[5 * k];
      for (let j = k + 1; j < d; j++) M[4 * i + j] -= f * M[4 * k + j];
      r[i] -= f * r[k];
    }
  }
  for (let i = d - 1; i >= 0; i--) {
    for (let j = i + 1; j < d; j++) r[i] -= M[4 * i + j] * r[j];
    r[i] /= M[5 * i];
  }
  const [x0, x1, x2, x3] = r;
  r[order[0]] = x0;
  r[order[1]] = x1;
  if (d > 2) {
    r[order[2]] = x2;
    r[order[3]] = x3;
  }
}

/**
 * X := solution of a·X + X·b = X, or (`stein`) X - a·X·b = X, in place for a p×p block of A and a q×q block of B, p, q <= 2;
 * X is p×q. Rows of A, B and X are `aRow`, `bRow` and `xRow` apart.
 */
export function trsylBlock(
  stein: boolean,
  p: number,
  q: number,
  A: Float64Array,
  a: number,
  aRow: number,
  B: Float64Array,
  b: number,
  bRow: number,
  X: Float64Array,
  x: number,
  xRow: number,
): void {
  if (p === 1 && q === 1) {
    X[x] /= stein ? 1 - A[a] * B[b] : A[a] + B[b];
    return;
  }
  const d = p * q;
  M.fill(0);
  // Unknown (k, l) is number k·q + l.
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < q; j++) {
      const row = 4 * (i * q + j);
      r[i * q + j] = X[x + i * xRow + j];
      if (stein) {
        M[row + i * q + j] = 1;
        for (let k = 0; k < p; k++) {
          for (let l = 0; l < q; l++) M[row + k * q + l] -= A[a + i * aRow + k] * B[b + l * bRow + j];
        }
      } else {
        for (let k = 0; k < p; k++) M[row + k * q + j] += A[a + i * aRow + k];
        for (let l = 0; l < q; l++) M[row + i * q + l] += B[b + l * bRow + j];
      }
    }
  }
  solveSmall(d);
  for (let i = 0; i < p; i++) for (let j = 0; j < q; j++) X[x + i * xRow + j] = r[i * q + j];
}
