import { broadcastTo, type NdArray } from '@matgrad/core';

/** Members of a stack that have no answer: 1 where one failed. */
export interface Failures {
  readonly stack: readonly number[];
  readonly flags: Uint8Array;
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((n, d) => n * d, 1);

export const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((d, i) => d === b[i]);

/** The leading axes, before the `axes` last ones that make a member. */
export const stackOf = (shape: readonly number[], axes: number): readonly number[] =>
  shape.slice(0, shape.length - axes);

/** How many of the last axes make one member of an array of that shape: a vector is a column, `...` the whole array. */
export const memberAxes = (core: readonly string[], shape: readonly number[]): number =>
  core[0] === '...' ? shape.length : core.length === 1 ? 2 : core.length;

/** Matrix m of a stack. */
export function member({ shape, data }: NdArray, m: number): NdArray {
  const core = shape.slice(-2);
  const size = sizeOf(core);
  return { shape: core, data: data.subarray(m * size, (m + 1) * size) };
}

/** The members, of `axes` axes each, that hold NaN or Infinity. */
export function nonFinite({ shape, data }: NdArray, axes: number): Failures {
  const stack = stackOf(shape, axes);
  const flags = new Uint8Array(sizeOf(stack));
  const size = flags.length === 0 ? 0 : data.length / flags.length;
  for (let m = 0, at = 0; m < flags.length; m++) {
    for (const end = at + size; at < end; at++) if (!Number.isFinite(data[at])) flags[m] = 1;
  }
  return { stack, flags };
}

/** The stack with the identity in place of the square matrices that failed; the stack itself where none did. */
export function standIn(A: NdArray, { flags }: Failures): NdArray {
  const [m = 0, n] = A.shape.slice(-2);
  if (!flags.includes(1) || m !== n) return A;
  const data = Float64Array.from(A.data);
  flags.forEach((failed, at) => {
    if (failed === 0) return;
    data.fill(0, at * n * n, (at + 1) * n * n);
    for (let i = 0; i < n; i++) data[at * n * n + i * (n + 1)] = 1;
  });
  return { shape: A.shape, data };
}

/** Writes NaN over the members, of `axes` axes each, that were computed from one that failed. */
export function poison(
  shape: readonly number[],
  axes: number,
  data: Float32Array,
  failures: readonly Failures[],
): void {
  const stack = stackOf(shape, axes);
  const size = sizeOf(shape.slice(shape.length - axes));
  for (const { stack: from, flags } of failures) {
    if (!flags.includes(1)) continue;
    const failed = broadcastTo({ shape: from, data: Float64Array.from(flags) }, stack).data;
    for (let m = 0; m < failed.length; m++)
      if (failed[m] !== 0) data.fill(Number.NaN, m * size, (m + 1) * size);
  }
}
