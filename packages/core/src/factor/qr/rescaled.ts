import type { NdArray } from '../../array.ts';
import { ldexp } from '../../kernel/exponent.ts';

/**
 * A linear function of B; where sums of entries may overflow, of 2^-60·B, or where all are near the least of doubles, of
 * 2^600·B. One power for all columns, small enough to spare those of another size.
 */
export function rescaled(B: NdArray, linear: (B: NdArray) => NdArray): NdArray {
  let max = 0;
  for (let p = 0; p < B.data.length; p++) {
    const x = Math.abs(B.data[p]);
    if (x > max) max = x;
  }
  const e = max > 2 ** 1000 ? 60 : max < 2 ** -900 && max > 0 ? -600 : 0;
  if (e === 0) return linear(B);
  const { shape, data } = linear({ shape: B.shape, data: B.data.map((x) => ldexp(x, -e)) });
  for (let p = 0; p < data.length; p++) data[p] = ldexp(data[p], e);
  return { shape, data };
}
