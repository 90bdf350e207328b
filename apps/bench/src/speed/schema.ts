import { z } from 'zod';
import { results } from '../results/schema.ts';
import { kinds, speedOps } from './problem.ts';

/** The version of the format; a change that breaks readers gets another number. */
export const speedSchemaName = 'matgrad-speed/1';

const positive = z.number().positive();
const item = {
  op: z.enum(speedOps),
  kind: z.enum(kinds),
  n: z.int().positive(),
  /** Matrices in one call. */
  count: z.int().positive(),
};

/** Seconds of processor time of one call: median and quartiles over the batches. */
export const timing = z.strictObject({
  ...item,
  contender: z.string(),
  median: positive,
  low: positive,
  high: positive,
  batches: z.int().positive(),
  callsPerBatch: z.int().positive(),
});
export type Timing = z.infer<typeof timing>;

export const speedResults = z.strictObject({
  schema: z.literal(speedSchemaName),
  environment: results.shape.environment.extend({
    /** The Python that ran numpy, and torch where it has one. */
    python: z.string().nullable(),
  }),
  effort: z.enum(['full', 'quick']),
  contenders: z.array(z.strictObject({ name: z.string(), version: z.string() })),
  timings: z.array(timing),
  /** Floating point operations per second of the loops that nothing can beat, measured between the batches of a contender. */
  ceilings: z.array(
    z.strictObject({
      ...item,
      contender: z.string(),
      scalar: positive.optional(),
      wide: positive.optional(),
    }),
  ),
  /** What did not run, or not rightly. */
  left: z.array(z.strictObject({ ...item, contender: z.string(), reason: z.string() })),
  /** Part of the speed of its matrix product that a copy of the package keeps when another is loaded beside it. */
  twice: z.array(z.strictObject({ format: z.enum(['esm', 'cjs']), n: z.int(), kept: positive })),
});
export type SpeedResults = z.infer<typeof speedResults>;
