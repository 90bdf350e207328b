const EPS = 2 ** -53;
const CAP = 100;

/**
 * The j-th root λ of 1/rho + Σ z_i²/(d_i - λ) = 0, for d ascending and distinct, rho > 0 and z without zeros; of
 * 1/rho + Σ z_i²/(d_i² - λ²) = 0, d >= 0, if `squared`.
 *
 * delta[off + i] gets d_i - λ (or d_i² - λ²) to full relative accuracy, because the unknown is the distance from the
 * nearest pole. Each step replaces the sums over the poles left and right of the root by one pole each (Li 1993, fixed
 * weight and middle way); a step that leaves the bracket is replaced by bisection.
 *
 * @returns λ, or NaN if the iteration did not converge
 */
export function secular(
  squared: boolean,
  k: number,
  j: number,
  d: Float64Array,
  z: Float64Array,
  rho: number,
  delta: Float64Array,
  off: number,
): number {
  const last = j === k - 1;
  const p = last ? j - 1 : j;
  const q = p + 1;
  if (k === 1) {
    const root = squared ? Math.hypot(d[0], Math.sqrt(rho) * z[0]) : d[0] + rho * z[0] * z[0];
    delta[off] = -rho * z[0] * z[0];
    return root;
  }
  // d_i - λ times this plus one·d_i is what the equation divides by: 1, or d_i + λ.
  const one = squared ? 1 : 0;
  const inverse = 1 / rho;
  const gap = (d[q] - d[p]) * (squared ? d[q] + d[p] : 1);
  let top = d[q] - d[p];
  if (last) {
    let sum = 0;
    for (let i = 0; i < k; i++) sum += z[i] * z[i];
    top = squared ? distance(d[q], rho * sum) : rho * sum;
  }
  // At the middle of the interval: the sum without its two nearest poles, and with them.
  const base = d[j];
  const middle = top / 2;
  const add = squared ? base + middle : 1;
  let c = inverse;
  for (let i = 0; i < k; i++) {
    if (i !== p && i !== q) c += (z[i] * z[i]) / ((d[i] - base - middle) * (add + one * d[i]));
  }
  const zp = z[p] * z[p];
  const zq = z[q] * z[q];
  const value =
    c +
    zp / ((d[p] - base - middle) * (add + one * d[p])) +
    zq / ((d[q] - base - middle) * (add + one * d[q]));
  const left = !last && value >= 0;
  const origin = left ? d[p] : d[q];
  let lo = left || (last && value >= 0) ? 0 : last ? middle : -middle;
  let hi = left || (last && value >= 0) ? middle : last ? top : 0;
  let tau = left
    ? between(c, c * gap + zp + zq, zp * gap)
    : (last ? beyond : between)(c, -c * gap + zp + zq, -zq * gap);
  if (squared) tau = distance(origin, tau);
  if (last && tau >= top) tau = top;
  else if (!(tau > lo && tau < hi)) tau = (lo + hi) / 2;

  let before = 0;
  let fixed = true;
  for (let step = 0; step < CAP; step++) {
    const root = origin + tau;
    const sum = squared ? root : 1;
    let psi = 0;
    let slope = 0;
    for (let i = 0; i <= p; i++) {
      const x = (d[i] - origin - tau) * (sum + one * d[i]);
      delta[off + i] = x;
      const t = z[i] / x;
      psi += z[i] * t;
      slope += t * t;
    }
    let phi = 0;
    let slopeRight = 0;
    for (let i = k - 1; i >= q; i--) {
      const x = (d[i] - origin - tau) * (sum + one * d[i]);
      delta[off + i] = x;
      const t = z[i] / x;
      phi += z[i] * t;
      slopeRight += t * t;
    }
    const f = inverse + psi + phi;
    const total = slope + slopeRight;
    // Rounding errors of f; the second term is from those of tau.
    const terms = (step < 10 ? 8 : k + 8) * (Math.abs(psi) + Math.abs(phi)) + inverse;
    const unit = squared ? 2 * root : 1;
    if (Math.abs(f) <= EPS * (terms + Math.abs(tau) * total * unit)) return root;
    if (f < 0) lo = tau;
    else hi = tau;
    if (step > 0 && Math.abs(f) > 0.1 * before) fixed = !fixed;
    before = Math.abs(f);

    const dp = delta[off + p];
    const dq = delta[off + q];
    const a = (dp + dq) * f - dp * dq * total;
    const b = dp * dq * f;
    let e = f - dp * slope - dq * slopeRight;
    if (!last && fixed) {
      e = left
        ? f - dq * total + gap * (z[p] / dp) * (z[p] / dp)
        : f - dp * total - gap * (z[q] / dq) * (z[q] / dq);
    }
    let eta = last ? beyond(e, a, b) : between(e, a, b);
    // A step against the sign of f is rounding; Newton's is not.
    if (!(f * eta < 0)) eta = -f / total;
    let next = tau + (squared ? distance(root, eta) : eta);
    // Near a pole the root may be orders of magnitude below the bracket.
    if (!(next > lo && next < hi)) next = lo > 0 || hi < 0 || step % 2 === 0 ? (lo + hi) / 2 : (lo + hi) / 64;
    if (next === tau || !(next > lo && next < hi)) return root;
    tau = next;
  }
  return Number.NaN;
}

/** √(x² + y) - x */
const distance = (x: number, y: number): number => y / (x + Math.sqrt(x * x + y));

/** The root of c·x² - a·x + b that lies between two poles on either side of 0. */
function between(c: number, a: number, b: number): number {
  const root = Math.sqrt(Math.abs(a * a - 4 * b * c));
  return a <= 0 ? (a - root) / (2 * c) : (2 * b) / (a + root);
}

/** The root of c·x² - a·x + b to the right of two poles. */
function beyond(c: number, a: number, b: number): number {
  const root = Math.sqrt(Math.abs(a * a - 4 * b * c));
  return a >= 0 ? (a + root) / (2 * c) : (2 * b) / (a - root);
}
