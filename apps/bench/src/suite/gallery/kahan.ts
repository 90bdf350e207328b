import { fromEntries } from '../../matrix.ts';

const sine = 0.9320390859672263; // sin 1.2
const cosine = 0.3623577544766736; // cos 1.2

/** Upper triangular with rows scaled by powers of a sine: ill conditioned without a small diagonal entry. */
export const kahan = (n: number) => {
  const power = [1];
  for (let i = 1; i < n; i++) power.push((power[i - 1] as number) * sine);
  return fromEntries(n, n, (i, j) => (j < i ? 0 : (j === i ? 1 : -cosine) * (power[i] as number)));
};
