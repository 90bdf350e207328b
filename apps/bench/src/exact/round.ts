const bits = (x: bigint): number => x.toString(2).length;

/** The float64 nearest to num/den (ties to even), subnormals and overflow included. */
export function nearestDouble(num: bigint, den: bigint): number {
  if (num === 0n) return 0;
  const negative = num < 0n !== den < 0n;
  const p = num < 0n ? -num : num;
  const q = den < 0n ? -den : den;
  // An integer quotient of 54 or 55 bits, or fewer where the result is subnormal (its last bit is 2^-1074).
  const shift = Math.min(54 - (bits(p) - bits(q)), 1075);
  const [a, b] = shift >= 0 ? [p << BigInt(shift), q] : [p, q << BigInt(-shift)];
  const quotient = a / b;
  const sticky = a % b === 0n ? 0n : 1n;
  const magnitude = roundToEven(quotient, sticky, shift);
  return negative ? -magnitude : magnitude;
}

/** quotient·2^-shift, with a sticky bit below it, as a float64. */
function roundToEven(quotient: bigint, sticky: bigint, shift: number): number {
  const drop = Math.max(bits(quotient) - 53, shift - 1074);
  const kept = drop > 0 ? quotient >> BigInt(drop) : quotient;
  const rest = drop > 0 ? quotient - (kept << BigInt(drop)) : 0n;
  const half = drop > 0 ? 1n << BigInt(drop - 1) : 0n;
  const up = rest > half || (rest === half && half > 0n && (sticky === 1n || (kept & 1n) === 1n));
  return scaleByPowerOf2(Number(up ? kept + 1n : kept), Math.max(drop, 0) - shift);
}

/** x·2^e without leaving the float64 range on the way; exact where the result is representable. */
export function scaleByPowerOf2(x: number, e: number): number {
  if (e > 1000) return scaleByPowerOf2(x * 2 ** 1000, e - 1000);
  if (e < -1000) return scaleByPowerOf2(x * 2 ** -1000, e + 1000);
  return x * 2 ** e;
}
