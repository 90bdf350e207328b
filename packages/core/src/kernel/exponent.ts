// One double seen as two words: exponents are read and made without logarithms or powers.
const bits = /* @__PURE__ */ new ArrayBuffer(8);
const d = /* @__PURE__ */ new Float64Array(bits);
const w = /* @__PURE__ */ new Uint32Array(bits);

/** The e with 2^e <= |x| < 2^(e+1), for finite x; 0 for x = 0. */
export function exponent(x: number): number {
  if (x === 0) return 0;
  d[0] = x;
  const e = (w[1] >>> 20) & 2047;
  if (e > 0) return e - 1023;
  d[0] = x * 2 ** 54; // denormal
  return ((w[1] >>> 20) & 2047) - 1077;
}

/** 2^e for -1022 <= e <= 1023. */
export function pow2(e: number): number {
  w[0] = 0;
  w[1] = (e + 1023) << 20;
  return d[0];
}

/** x·2^e for any integer e, rounded once. */
export function ldexp(x: number, e: number): number {
  if (x === 0) return x;
  if (e > 1023) return ldexp(x * 2 ** 1023, e - 1023);
  if (e < -2044) return ldexp(x * 2 ** -1022, e + 1022);
  return e < -1022 ? x * pow2(e + 1022) * 2 ** -1022 : x * pow2(e);
}
