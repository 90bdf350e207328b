const EPS = 2 ** -53;
const CAP = 100;

/**
 * The j-th root λ of 1/rho + Σ z_i²/(d_i - λ) = 0, for d ascending and distinct, rho > 0 and z without zeros.
 *
 * delta[off + i] gets d_i - λ to full relative accuracy, because the unknown is the distance from the nearest pole. Each
 * step replaces the sums over the poles left and right of the root by one pole each (Li 1993, fixed weight and middle
 * way); a step that leaves the bracket is replaced by bisection.
 *
 * @returns λ, or NaN if the iteration did not converge
 */
export function secular(
  k: number,
  j: number,
  d: Float64Array,
  z: Float64Array,
  rho: number,
  delta: Float64Array,
  off: number,
): number {
  if (k === 1) {
    delta[off] = -rho * z[0] * z[0];
    return d[0] - delta[off];
  }
  const last = j === k - 1;
  const p = last ? j - 1 : j;
  const q = p + 1;
  const inverse = 1 / rho;
  const gap = d[q] - d[p];
  let top = gap;
  if (last) {
    let sum = 0;
    for (let i = 0; i < k; i++) sum += z[i] * z[i];
    top = rho * sum;
  }
  // At the middle of the interval: the sum without its two nearest poles, and with them.
  const middle = top / 2;
  let c = inverse;
  for (let i = 0; i < k; i++) if (i !== p && i !== q) c += (z[i] * z[i]) / (d[i] - d[j] - middle);
  const zp = z[p] * z[p];
  const zq = z[q] * z[q];
  const value = c + zp / (d[p] - d[j] - middle) + zq / (d[q] - d[j] - middle);
  const left = !last && value >= 0;
  const origin = d[left ? p : q];
  let lo = left ? 0 : last ? (value < 0 ? middle : 0) : -middle;
  let hi = left ? middle : last ? (value < 0 ? top : middle) : 0;
  let tau = left
    ? rootBetween(c, c * gap + zp + zq, zp * gap)
    : last
      ? rootBeyond(c, -c * gap + zp + zq, -zq * gap)
      : rootBetween(c, -c * gap + zp + zq, -zq * gap);
  if (!(tau > lo && tau < hi)) tau = last && tau >= top ? top : (lo + hi) / 2;

  let before = 0;
  let fixed = true;
  for (let step = 0; step < CAP; step++) {
    let psi = 0;
    let phi = 0;
    let slope = 0;
    for (let i = 0; i <= p; i++) {
      const x = d[i] - origin - tau;
      delta[off + i] = x;
      const t = z[i] / x;
      psi += z[i] * t;
      slope += t * t;
    }
    let slopeRight = 0;
    for (let i = k - 1; i >= q; i--) {
      const x = d[i] - origin - tau;
      delta[off + i] = x;
      const t = z[i] / x;
      phi += z[i] * t;
      slopeRight += t * t;
    }
    const f = inverse + psi + phi;
    const total = slope + slopeRight;
    // Rounding errors of f, the second term from those of tau.
    const noise =
      EPS * ((step < 10 ? 8 : k + 8) * (Math.abs(psi) + Math.abs(phi)) + inverse + Math.abs(tau) * total);
    if (Math.abs(f) <= noise) return origin + tau;
    if (f < 0) lo = tau;
    else hi = tau;
    if (step > 0 && Math.abs(f) > 0.1 * before) fixed = !fixed;
    before = Math.abs(f);

    const dp = delta[off + p];
    const dq = delta[off + q];
    const a = (dp + dq) * f - dp * dq * total;
    const b = dp * dq * f;
    let e: number;
    if (last || !fixed) e = f - dp * slope - dq * slopeRight;
    else if (left) e = f - dq * total + gap * (z[p] / dp) * (z[p] / dp);
    else e = f - dp * total - gap * (z[q] / dq) * (z[q] / dq);
    const eta = last ? rootBeyond(e, a, b) : rootBetween(e, a, b);
    let next = tau + eta;
    // A step against the sign of f, or none, is rounding: Newton's is not.
    if (!(f * eta < 0)) next = tau - f / total;
    if (!(next > lo && next < hi)) {
      // Towards a pole the root may be smaller by orders of magnitude.
      next = lo > 0 || hi < 0 ? (lo + hi) / 2 : step % 2 === 0 ? (lo + hi) / 2 : (lo + hi) / 64;
      if (last && lo === 0 && hi === top) next = top / 2;
    }
    if (next === tau || !(next > lo && next < hi)) return origin + tau;
    tau = next;
  }
  return Number.NaN;
}

/** The root of c·x² - a·x + b that lies between two poles on either side of 0. */
function rootBetween(c: number, a: number, b: number): number {
  const root = Math.sqrt(Math.abs(a * a - 4 * b * c));
  return a <= 0 ? (a - root) / (2 * c) : (2 * b) / (a + root);
}

/** The root of c·x² - a·x + b to the right of two poles. */
function rootBeyond(c: number, a: number, b: number): number {
  const root = Math.sqrt(Math.abs(a * a - 4 * b * c));
  return a >= 0 ? (a + root) / (2 * c) : (2 * b) / (a - root);
}
