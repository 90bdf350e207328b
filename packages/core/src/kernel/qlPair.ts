/** Columns p, q := c·p + s·q, c·q - s·p of a matrix of so many rows. */
export function qlPair(
  rows: number,
  Z: Float64Array,
  p: number,
  q: number,
  zRow: number,
  c: number,
  s: number,
): void {
  for (let i = 0, at = p, to = q; i < rows; i++, at += zRow, to += zRow) {
    const x = Z[at];
    const y = Z[to];
    Z[at] = c * x + s * y;
    Z[to] = c * y - s * x;
  }
}
