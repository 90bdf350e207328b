/** Polynomials in ε, c_0 + c_1·ε + …, cut off behind one degree. */
export type Taylor = readonly number[];

/** a·b. */
export const times = (a: Taylor, b: Taylor): number[] =>
  a.map((_, i) => {
    let sum = 0;
    for (let k = 0; k <= i; k++) sum += a[k] * b[i - k];
    return sum;
  });

/** a/b. */
export function over(a: Taylor, b: Taylor): number[] {
  const q: number[] = [];
  for (let i = 0; i < a.length; i++) {
    let rest = a[i];
    for (let k = 1; k <= i; k++) rest -= b[k] * q[i - k];
    q.push(rest / b[0]);
  }
  return q;
}

/** value·e^a for an a without constant term. */
export function exponential(value: number, a: Taylor): number[] {
  const y = [value];
  for (let i = 1; i < a.length; i++) {
    let sum = 0;
    for (let k = 1; k <= i; k++) sum += k * a[k] * y[i - k];
    y.push(sum / i);
  }
  return y;
}
