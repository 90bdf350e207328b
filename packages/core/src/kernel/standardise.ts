const EPS = 2 ** -53;
const sign = (x: number, s: number): number => (s < 0 || Object.is(s, -0) ? -Math.abs(x) : Math.abs(x));

/** a, b, c, d of the standardised block, then the cosine and sine of the rotation. */
export type Block = Float64Array;

/**
 * [[a, b], [c, d]] := G·[[a, b], [c, d]]·Gᵀ, G = [[cs, sn], [-sn, cs]], in standard form: either c = 0 (real
 * eigenvalues) or a = d and b·c < 0 (a complex pair a ± i·sqrt(-bc)). After LAPACK's dlanv2 (Bai, Demmel, Day, Dongarra).
 *
 * The entries are to be of about one size: no scaling against over- and underflow.
 */
export function standardise(B: Block): void {
  let [a, b, c, d] = B;
  let cs = 1;
  let sn = 0;
  if (c === 0) {
    // Upper triangular.
  } else if (b === 0) {
    cs = 0;
    sn = 1;
    [a, b, c, d] = [d, -c, 0, a];
  } else if (a - d !== 0 || Math.sign(b) === Math.sign(c)) {
    const diff = a - d;
    const p = diff / 2;
    const most = Math.max(Math.abs(b), Math.abs(c));
    const least = Math.min(Math.abs(b), Math.abs(c)) * Math.sign(b) * Math.sign(c);
    const scale = Math.max(Math.abs(p), most);
    let z = (p / scale) * p + (most / scale) * least;
    if (z >= 4 * EPS * scale) {
      z = p + sign(Math.sqrt(scale) * Math.sqrt(z), p);
      a = d + z;
      d -= (most / z) * least;
      const tau = Math.hypot(c, z);
      cs = z / tau;
      sn = c / tau;
      b -= c;
      c = 0;
    } else {
      // Complex, or real and nearly equal: make the diagonal equal.
      const sigma = b + c;
      const tau = Math.hypot(sigma, diff);
      cs = Math.sqrt((1 + Math.abs(sigma) / tau) / 2);
      sn = -(p / (tau * cs)) * sign(1, sigma);
      const aa = a * cs + b * sn;
      const bb = -a * sn + b * cs;
      const cc = c * cs + d * sn;
      const dd = -c * sn + d * cs;
      a = (aa * cs + cc * sn + (-bb * sn + dd * cs)) / 2;
      b = bb * cs + dd * sn;
      c = -aa * sn + cc * cs;
      d = a;
      if (c !== 0 && b === 0) {
        [b, c, cs, sn] = [-c, 0, -sn, cs];
      } else if (c !== 0 && Math.sign(b) === Math.sign(c)) {
        const sb = Math.sqrt(Math.abs(b));
        const sc = Math.sqrt(Math.abs(c));
        const root = sign(sb * sc, c);
        const t = 1 / Math.sqrt(Math.abs(b + c));
        a += root;
        d -= root;
        b -= c;
        c = 0;
        [cs, sn] = [cs * sb * t - sn * sc * t, cs * sc * t + sn * sb * t];
      }
    }
  }
  B[0] = a;
  B[1] = b;
  B[2] = c;
  B[3] = d;
  B[4] = cs;
  B[5] = sn;
}
