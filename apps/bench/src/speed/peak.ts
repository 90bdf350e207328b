import { batch } from '../measure/clock.ts';

// Multiplications and additions that wait for nothing but their own chain; sixteen chains cover the latency of both units
// on the processors of today. No program made of the same instructions can be faster. As WebAssembly, because it says
// which instructions those are, and because the loop on pairs of numbers is then the same loop.
export const chains = 16;
export const steps = 10_000;

const leb = (x: number): number[] => (x < 128 ? [x] : [(x & 127) | 128, ...leb(x >> 7)]);
const signedLeb = (x: number): number[] => (x < 64 ? [x] : [(x & 127) | 128, ...signedLeb(x >> 7)]);
const sized = (bytes: readonly number[]): number[] => [...leb(bytes.length), ...bytes];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];
const f64 = (x: number): number[] => [...new Uint8Array(new Float64Array([x]).buffer)];
const vector = (code: number): number[] => [0xfd, ...leb(code)];

/** Instructions on one number, and on two at once. */
const widths = {
  1: { type: 0x7c, splat: [], add: [0xa0], mul: [0xa2], first: [] },
  2: { type: 0x7b, splat: vector(0x14), add: vector(0xf0), mul: vector(0xf2), first: [...vector(0x21), 0] },
} as const;

/** `(func (export "loop") (result f64))`: `steps` times x := x·m + c on all chains, then their sum. */
export function loopModule(width: 1 | 2): Uint8Array<ArrayBuffer> {
  const { type, splat, add, mul, first } = widths[width];
  const [get, set, tee] = [0x20, 0x21, 0x22];
  const [m, c, counter] = [chains, chains + 1, chains + 2];
  const chain = Array.from({ length: chains }, (_, k) => k);
  const fill = (local: number, x: number) => [0x44, ...f64(x), ...splat, set, local];
  const code = [
    ...[2, chains + 2, type, 1, 0x7f], // locals: chains and constants, an i32
    ...chain.flatMap((k) => fill(k, k + 1)),
    ...fill(m, 0.999_999),
    ...fill(c, 1e-9),
    ...[0x03, 0x40], // loop
    ...chain.flatMap((k) => [get, k, get, m, ...mul, get, c, ...add, set, k]),
    ...[get, counter, 0x41, 1, 0x6a, tee, counter, 0x41, ...signedLeb(steps), 0x48], // ++counter < steps
    ...[0x0d, 0, 0x0b], // br_if 0, end
    ...[get, 0, ...chain.slice(1).flatMap((k) => [get, k, ...add]), ...first, 0x0b],
  ];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 0, 1, 0x7c]), // () -> f64
    ...section(3, [1, 0]),
    ...section(7, [1, ...sized([...new TextEncoder().encode('loop')]), 0, 0]),
    ...section(10, [1, ...sized(code)]),
  ]);
}

/** The loop ready to run; undefined where WebAssembly or its vector instructions are missing. */
export function peakLoop(width: 1 | 2): (() => number) | undefined {
  const bytes = loopModule(width);
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return undefined;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  return exports['loop'] as () => number;
}

/** Operations per second that one core can do at most: one number at a time, and two at a time. */
export type Peak = { readonly scalar: number | undefined; readonly wide: number | undefined };

/** Measures the ceilings of this process at this moment. */
export function peakMeter(): () => Peak {
  const rate = (width: 1 | 2) => {
    const loop = peakLoop(width);
    if (!loop) return () => undefined;
    // Some 3 ms a batch.
    const measure = () => (2 * width * chains * steps * 80) / batch(loop, 80);
    for (let k = 0; k < 20; k++) measure(); // until the optimising compiler has replaced the first
    return measure;
  };
  const [scalar, wide] = [rate(1), rate(2)];
  return () => ({ scalar: scalar(), wide: wide() });
}
