import { finite } from './finite.ts';

/**
 * Forms T of a stack of n×n matrices with A_i = Q_i·T_i·Q_iᵀ, each made by `member` into T[t] and into zeros at Q[q].
 *
 * @returns -1, or the first member that is not finite or that `member` fails for: T and Q of all such are NaN
 */
export function similarity(
  n: number,
  A: Float64Array,
  T: Float64Array,
  Q: Float64Array,
  count: number,
  aOff: number,
  tOff: number,
  qOff: number,
  member: (a: number, t: number, q: number) => boolean,
): number {
  const size = n * n;
  let failed = -1;
  for (let i = 0; i < count; i++) {
    const a = aOff + i * size;
    const t = tOff + i * size;
    const q = qOff + i * size;
    Q.fill(0, q, q + size);
    if (finite(size, A, a) && member(a, t, q)) continue;
    T.fill(Number.NaN, t, t + size);
    Q.fill(Number.NaN, q, q + size);
    if (failed < 0) failed = i;
  }
  return failed;
}
