/** Values of the elementwise functions that Math lacks; the rest go by Math's own names. */
const extra: Readonly<Record<string, (x: number, p: number) => number>> = {
  pow: (x, p) => x ** p,
  reciprocal: (x) => 1 / x,
  square: (x) => x * x,
  relu: (x) => Math.max(x, 0),
  step: (x) => (x > 0 ? 1 : 0),
  // Each branch exponentiates what cannot overflow.
  sigmoid: (x) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
  softplus: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
};

/** The float64 function of that name. */
export const functionOf = (name: string): ((x: number, p: number) => number) =>
  extra[name] ?? (Math[name as 'exp'] as (x: number) => number);
