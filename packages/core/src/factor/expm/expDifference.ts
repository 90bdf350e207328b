/** x, y ↦ (e^y - e^x) / (y - x), and e^x where they are equal, without cancellation or spurious overflow. */
export function expDifference(x: number, y: number): number {
  const d = Math.abs(x - y);
  return d === 0 ? Math.exp(x) : (Math.exp(Math.max(x, y)) * -Math.expm1(-d)) / d;
}
