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
  let at = p;
  let to = q;
  for (let i = 1; i < rows; i += 2) {
    const x = Z[at];
    const y = Z[to];
    const u = Z[at + zRow];
    const v = Z[to + zRow];
    Z[at] = c * x + s * y;
    Z[to] = c * y - s * x;
    Z[at + zRow] = c * u + s * v;
    Z[to + zRow] = c * v - s * u;
    at += 2 * zRow;
    to += 2 * zRow;
  }
  if (rows & 1) {
    const x = Z[at];
    const y = Z[to];
    Z[at] = c * x + s * y;
    Z[to] = c * y - s * x;
  }
}
