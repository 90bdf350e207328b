import { fromEntries } from '../../matrix.ts';

/** Kac-Murdock-Szegő: ρ^|i-j|, positive definite, tridiagonal inverse, det = (1-ρ²)^(n-1) but for rounding. */
export const kms = (n: number, rho: number) => {
  const power = [1];
  for (let i = 1; i < n; i++) power.push((power[i - 1] as number) * rho);
  return fromEntries(n, n, (i, j) => power[Math.abs(i - j)] as number);
};
