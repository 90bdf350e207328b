/** Spherical Bessel function of the first kind, j_n(x) = √(π/2x)·J_(n+1/2)(x), of order n ≥ 0. */
export function besselSpherical(n: number, x: number): number {
  if (x < 0) return n % 2 === 0 ? besselSpherical(n, -x) : -besselSpherical(n, -x);
  if (x <= 1) {
    let power = 1;
    for (let k = 1; k <= n; k++) power *= x / (2 * k + 1);
    let [term, sum] = [1, 1];
    for (let k = 1; Math.abs(term) > 2 ** -56; k++) {
      term *= (-x * x) / (2 * k * (2 * (n + k) + 1));
      sum += term;
    }
    return power * sum;
  }
  const zeroth = Math.sin(x) / x;
  const first = (zeroth - Math.cos(x)) / x;
  if (n === 0) return zeroth;
  if (n <= x) {
    // j_(k+1) = (2k+1)/x·j_k - j_(k-1), stable as far as the order x.
    let [below, here] = [zeroth, first];
    for (let k = 1; k < n; k++) [below, here] = [here, ((2 * k + 1) * here) / x - below];
    return here;
  }
  // Downwards beyond it, from where there is nothing left; the larger of the first two gives the scale.
  let [above, here, asked] = [0, 2 ** -900, 0];
  for (let k = n + 16 * Math.ceil(Math.cbrt(x)) + 16; k > 0; k--) {
    if (k === n) asked = here;
    [above, here] = [here, ((2 * k + 1) * here) / x - above];
    if (Math.abs(here) > 2 ** 900)
      [above, here, asked] = [above * 2 ** -900, here * 2 ** -900, asked * 2 ** -900];
  }
  return Math.abs(zeroth) > Math.abs(first) ? (asked / here) * zeroth : (asked / above) * first;
}
