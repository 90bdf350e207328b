/**
 * One double-shift sweep of Francis on rows and columns m..i of the Hessenberg matrix H (n×n, row-major): the bulge made by
 * the vector v (3 entries; overwritten) is chased down.
 *
 * H is updated in rows from `top` and columns to `end` (exclusive); Z (if there is one) gets the reflectors from the right.
 * `split`: row m has a small, not a zero, entry left of the diagonal.
 */
export function francisSweep(
  n: number,
  H: Float64Array,
  off: number,
  m: number,
  i: number,
  split: boolean,
  top: number,
  end: number,
  v: Float64Array,
  Z: Float64Array | null,
  zOff: number,
): void {
  for (let k = m; k < i; k++) {
    const three = k < i - 1;
    const p = off + k * n;
    if (k > m) {
      v[0] = H[p + k - 1];
      v[1] = H[p + n + k - 1];
      v[2] = three ? H[p + 2 * n + k - 1] : 0;
    }
    const scale = Math.abs(v[0]) + Math.abs(v[1]) + Math.abs(v[2]);
    if (v[1] === 0 && v[2] === 0) continue;
    const x = v[0] / scale;
    const y = v[1] / scale;
    const z = v[2] / scale;
    const norm = Math.sqrt(x * x + y * y + z * z);
    const beta = x > 0 ? -norm : norm;
    const t1 = (beta - x) / beta;
    const v2 = y / (x - beta);
    const v3 = z / (x - beta);
    if (k > m) {
      H[p + k - 1] = beta * scale;
      H[p + n + k - 1] = 0;
      if (three) H[p + 2 * n + k - 1] = 0;
    } else if (split) {
      H[p + k - 1] *= 1 - t1;
    }
    const t2 = t1 * v2;
    const t3 = t1 * v3;
    const down = Math.min(k + 3, i);
    if (three) {
      for (let j = p + k, stop = p + end; j < stop; j++) {
        const s = H[j] + v2 * H[j + n] + v3 * H[j + 2 * n];
        H[j] -= s * t1;
        H[j + n] -= s * t2;
        H[j + 2 * n] -= s * t3;
      }
      right3(top, down + 1, n, H, off + k, t1, t2, t3, v2, v3);
      if (Z) right3(0, n, n, Z, zOff + k, t1, t2, t3, v2, v3);
    } else {
      for (let j = p + k, stop = p + end; j < stop; j++) {
        const s = H[j] + v2 * H[j + n];
        H[j] -= s * t1;
        H[j + n] -= s * t2;
      }
      right2(top, down + 1, n, H, off + k, t1, t2, v2);
      if (Z) right2(0, n, n, Z, zOff + k, t1, t2, v2);
    }
  }
}

function right3(
  from: number,
  to: number,
  n: number,
  X: Float64Array,
  at: number,
  t1: number,
  t2: number,
  t3: number,
  v2: number,
  v3: number,
): void {
  for (let q = at + from * n, stop = at + to * n; q < stop; q += n) {
    const s = X[q] + v2 * X[q + 1] + v3 * X[q + 2];
    X[q] -= s * t1;
    X[q + 1] -= s * t2;
    X[q + 2] -= s * t3;
  }
}

function right2(
  from: number,
  to: number,
  n: number,
  X: Float64Array,
  at: number,
  t1: number,
  t2: number,
  v2: number,
): void {
  for (let q = at + from * n, stop = at + to * n; q < stop; q += n) {
    const s = X[q] + v2 * X[q + 1];
    X[q] -= s * t1;
    X[q + 1] -= s * t2;
  }
}
