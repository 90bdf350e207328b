/** Σ (s·x²/4)^k/(k!·(n+1)…(n+k)) times (x/2)^n/n!: J_n(x) with s = -1, I_n(x) with s = 1, for n ≥ 0 and |x| ≤ 1. */
export function besselSeries(n: number, x: number, s: 1 | -1): number {
  const q = (s * x * x) / 4;
  let power = 1;
  for (let k = 1; k <= n; k++) power *= x / 2 / k;
  let term = 1;
  let sum = 1;
  for (let k = 1; Math.abs(term) > 2 ** -56; k++) {
    term *= q / (k * (n + k));
    sum += term;
  }
  return power * sum;
}

const FAR = 2 ** 900;

/**
 * Numbers in proportion to J_k(x), s = -1, or I_k(x), s = 1, k = 0..start, by their recurrence downwards, which is stable
 * (Olver et al. 2010, §10.74(iv), Miller's algorithm).
 */
export function besselDownwards(start: number, x: number, s: 1 | -1): Float64Array {
  const r = new Float64Array(start + 2);
  r[start] = 1;
  for (let k = start; k > 0; k--) {
    r[k - 1] = (2 * k * r[k]) / x + s * r[k + 1];
    // What underflows is 2^-900 of the rest.
    if (Math.abs(r[k - 1]) > FAR) for (let i = k - 1; i <= start; i++) r[i] /= FAR;
  }
  return r;
}

/** Coefficients a_k(n)/x^k of Hankel's expansions, a_k = Π_{j≤k} (4n² - (2j-1)²)/(8j), until they are below 2^-56 or grow. */
export function hankel(n: number, x: number): number[] {
  const terms = [1];
  for (let k = 1; ; k++) {
    const last = terms[k - 1];
    const next = (last * (4 * n * n - (2 * k - 1) ** 2)) / (8 * k * x);
    if (Math.abs(next) > Math.abs(last) && k > n) return terms;
    terms.push(next);
    if (Math.abs(next) < 2 ** -56) return terms;
  }
}
