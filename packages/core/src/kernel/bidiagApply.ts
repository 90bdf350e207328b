import { tridiagReflect, tridiagReflectWork } from './tridiagReflect.ts';

const NB = 64;

/** Numbers of workspace that bidiagApply needs for k columns. */
export const bidiagApplyWork = (k: number): number => tridiagReflectWork(NB, k);

/** Z := H_0···H_{count-1}·Z for length×k Z and reflectors in the rows of P, of which row i is zero before i + shift. */
export function bidiagApply(
  count: number,
  shift: number,
  length: number,
  P: Float64Array,
  tau: Float64Array,
  k: number,
  Z: Float64Array,
  zOff: number,
  zRow: number,
  work: Float64Array,
): void {
  const last = count - 1 - ((count - 1) % NB);
  for (let first = last; first >= 0; first -= NB) {
    const skip = first + shift;
    const p = first * length + skip;
    const size = Math.min(NB, count - first);
    tridiagReflect(
      false,
      size,
      length - skip,
      P,
      p,
      length,
      tau,
      first,
      k,
      Z,
      zOff + skip * zRow,
      zRow,
      work,
    );
  }
}
