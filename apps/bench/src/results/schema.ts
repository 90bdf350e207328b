import { z } from 'zod';
import { kinds, ops } from '../golden/format.ts';
import { outcomes } from '../measure/outcome.ts';

/** The version of the format; a change that breaks readers gets another number. */
export const schemaName = 'matgrad-bench/1';

/** Numbers as JSON can hold them. */
const number = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])]);

/** One matrix × op × kind × backend. */
export const accuracyRow = z.strictObject({
  matrix: z.string(),
  op: z.enum(ops),
  kind: z.enum(kinds),
  backend: z.string(),
  outcome: z.enum(outcomes),
  /** ‖error‖/(u·scale) */
  score: number.optional(),
  /** ‖error‖/‖exact‖ */
  error: number.optional(),
  /** scale/‖exact‖ */
  condition: number.optional(),
  /** Distance to the problem that the answer solves exactly, in units of u: inv, solve and cholesky. */
  backward: number.optional(),
  /** The entry that is furthest off; no `exact` where the answer does not exist. */
  worst: z.strictObject({ at: z.string(), got: number, exact: number.optional() }).optional(),
  /** What it threw. */
  thrown: z.string().optional(),
});
export type AccuracyRow = z.infer<typeof accuracyRow>;

/** One op × kind × size × backend; `gradient` is the value and its gradient together. */
export const speedRow = z.strictObject({
  op: z.enum(ops),
  kind: z.enum(kinds),
  n: z.int().positive(),
  backend: z.string(),
  /** Seconds for one call: median and quartiles over the batches. */
  median: z.number().positive(),
  low: z.number().positive(),
  high: z.number().positive(),
  batches: z.int().positive(),
  callsPerBatch: z.int().positive(),
});
export type SpeedRow = z.infer<typeof speedRow>;

/** One identity of core's registry: relative errors of its derivatives, seconds of one call. */
export const identityRow = z.strictObject({
  name: z.string(),
  shapes: z.string(),
  errors: z.strictObject({
    /** JVP and VJP against four-point differences of the value. */
    first: number,
    /** JVP against VJP: no step, so what is left is rounding. */
    adjoint: number,
    /** Forward and reverse mode nested in all four ways, against differences of the VJP. */
    second: number,
  }),
  value: z.number().nonnegative(),
  jvp: z.number().nonnegative(),
  vjp: z.number().nonnegative(),
});
export type IdentityRow = z.infer<typeof identityRow>;

export const results = z.strictObject({
  schema: z.literal(schemaName),
  environment: z.strictObject({
    date: z.iso.datetime(),
    node: z.string(),
    v8: z.string(),
    os: z.string(),
    cpu: z.string(),
    cores: z.int().positive(),
    /** Load average over the last minute at the end; above the number of cores the times are not to be trusted. */
    load: z.number().nonnegative(),
    /** Whether a garbage collection could be asked for between batches. */
    gc: z.boolean(),
    seconds: z.number(),
  }),
  backends: z.array(
    z.strictObject({ name: z.string(), version: z.string(), unit: z.number(), gradients: z.boolean() }),
  ),
  matrices: z.array(
    z.strictObject({
      name: z.string(),
      n: z.int().positive(),
      tags: z.array(z.string()),
      note: z.string(),
      /** ‖A‖₂‖A⁻¹‖₂, null when singular. */
      kappa: z.number().nullable(),
    }),
  ),
  accuracy: z.array(accuracyRow),
  speed: z.array(speedRow),
  identities: z.array(identityRow),
});
export type Results = z.infer<typeof results>;

type JsonNumber = z.infer<typeof number>;
export const toNumber = (x: number): JsonNumber =>
  Number.isFinite(x) ? x : (String(x) as Exclude<JsonNumber, number>);
