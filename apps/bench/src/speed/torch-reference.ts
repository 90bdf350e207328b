import type { SpeedOp } from './problem.ts';

/**
 * PyTorch's value with gradient, for machines that have none: seconds, measured once with this project's method. At n = 4 it is
 * all overhead; what they scale with elsewhere is a guess, so whoever shows them has to show where they come from.
 */
export const torchReference = {
  machine: 'torch 2.13, one thread of an AMD Zen 5 with AVX-512',
  /** What the scalar peak loop did there, in operations per second. */
  scalar: 16.5e9,
  seconds: {
    logdet: { 4: 34.7e-6, 16: 37.4e-6, 64: 90.7e-6, 200: 834e-6 },
    traceInv: { 4: 34.7e-6, 64: 118e-6, 200: 1560e-6 },
    quadratic: { 4: 35.8e-6, 64: 60.9e-6, 200: 290e-6 },
    gp: { 4: 127e-6, 64: 237e-6, 200: 1596e-6 },
  } as Partial<Record<SpeedOp, Readonly<Record<number, number>>>>,
  /** Value with gradient over value. */
  overValue: {
    logdet: { 4: 3, 16: 3.2, 64: 3.5, 200: 3.8 },
    gp: { 200: 6.4 },
  } as Partial<Record<SpeedOp, Readonly<Record<number, number>>>>,
} as const;
