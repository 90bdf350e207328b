const EULER_GAMMA = 0.5772156649015329;

/** E_n(x), n ≥ 1, by its power series for 0 < x ≤ 1: Σ_{k≠n-1} (-x)^k/((n-1-k)·k!) + (-x)^(n-1)/(n-1)!·(H_(n-1) - γ - log x). */
function series(n: number, x: number): number {
  let sum = 0;
  let term = 1;
  let harmonic = 0;
  for (let k = 0; k < n || Math.abs(term) > 2 ** -60; k++) {
    if (k > 0) {
      term *= -x / k;
      if (k < n) harmonic += 1 / k;
    }
    sum += term * (k === n - 1 ? harmonic - EULER_GAMMA - Math.log(x) : 1 / (n - 1 - k));
  }
  return sum;
}

/** Exponential integral E_n(x) = ∫₁^∞ e^(-xt)/t^n dt of integer order, for x > 0; infinite at 0 if n < 2, NaN below. */
export function expIntegral(n: number, x: number): number {
  if (!(x > 0)) return x === 0 ? (n < 2 ? 1 / 0 : 1 / (n - 1)) : Number.NaN;
  const decay = Math.exp(-x);
  if (n <= 0) {
    // E_n = (e^-x - n·E_(n+1))/x.
    let E = decay / x;
    for (let k = 1; k <= -n; k++) E = (decay + k * E) / x;
    return E;
  }
  if (x <= 1) return series(n, x);
  // The continued fraction 1/(x + n - n/(x + n + 2 - 2(n + 1)/(x + n + 4 - …))), from its end.
  let f = 0;
  for (let i = 20 + Math.ceil(120 / x); i > 0; i--) f = (i * (n - 1 + i)) / (x + n + 2 * i - f);
  return decay / (x + n - f);
}
