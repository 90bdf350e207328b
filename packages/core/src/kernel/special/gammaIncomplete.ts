import { nearTwo } from './gamma.ts';
import { derivativeOf, powerTaylor } from './gammaDensity.ts';
import { over, type Taylor, times } from './taylor.ts';

/** Terms of the series, and of the continued fraction, grow in number like √a. */
export const LARGEST = 1e10;

const constant = (m: number, c: number): number[] =>
  Array.from({ length: m + 1 }, (_, k) => (k === 0 ? c : 0));

/** P(a, x) around a: x^a·e^-x/Γ(a+1)·Σ x^k/((a+1)…(a+k)), all of one sign. */
function lower(m: number, a: number, x: number): Taylor {
  const sum = constant(m, 1);
  const term = constant(m, 1);
  // Of derivatives the terms are larger by powers of Σ 1/(a+j).
  for (
    let k = 1;
    k < x - a || Math.abs(term[m]) > 2 ** -58 * Math.abs(sum[m]) || term[0] > 2 ** -58 * sum[0];
    k++
  ) {
    for (let i = 0; i <= m; i++) {
      term[i] = (x * term[i] - (i > 0 ? term[i - 1] : 0)) / (a + k);
      sum[i] += term[i];
    }
  }
  return times(powerTaylor(m, a, x), sum);
}

/** How many terms of the continued fraction below say all at ε = 0, by Lentz's method. */
function count(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / 0;
  let d = 1 / b;
  for (let i = 1; ; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    if (Math.abs(c * d - 1) < 2 ** -54) return i;
  }
}

/** Q(a, x) around a, for x > a + 1: x^a·e^-x/Γ(a) over x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - …)). */
function upper(m: number, a: number, x: number): Taylor {
  const linear = (c: number, slope: number) => constant(m, c).map((value, k) => (k === 1 ? slope : value));
  const power = powerTaylor(m, a, x);
  if (power[0] === 0) return constant(m, 0);
  // Derivatives take their time.
  const terms = (m + 1) * (count(a, x) + 5);
  let f = linear(x + 2 * terms + 1 - a, -1);
  for (let i = terms; i > 0; i--) {
    const rest = over(linear(i * (i - a), -i), f);
    f = linear(x + 2 * i - 1 - a, -1).map((value, k) => value - rest[k]);
  }
  return over(times(power, linear(a, 1)), f);
}

/** Q(a, x) for small a and x, where it may be tiny: 1 - x^a/Γ(a+1)·(1 + a·Σ (-x)^k/((a+k)·k!)). */
function tiny(a: number, x: number): number {
  const log = a * Math.log(x) - nearTwo(a) + Math.log1p(a);
  let term = 1;
  let sum = 0;
  for (let k = 1; Math.abs(term) > 2 ** -58; k++) {
    term *= -x / k;
    sum += term / (a + k);
  }
  return -Math.expm1(log) - Math.exp(log) * a * sum;
}

/** The m-th derivative in a of the regularised incomplete gamma function, P(a, x) or its complement Q(a, x), for 0 < a and x ≥ 0. */
export function gammaIncomplete(complement: boolean, m: number, a: number, x: number): number {
  if (!(a > 0 && a <= LARGEST && x >= 0)) return Number.NaN;
  const whole = m === 0 ? 1 : 0;
  if (x === 0) return complement ? whole : 0;
  if (complement && m === 0 && a < 0.5 && x < 1.5) return tiny(a, x);
  const small = x <= a + 1;
  const y = derivativeOf(small ? lower(m, a, x) : upper(m, a, x));
  return small === complement ? whole - y : y;
}
