import { z } from 'zod';

const number = z
  .union([z.number(), z.null(), z.string()])
  .transform((x) => (x === null ? Number.NaN : Number(x)));
const part = z.object({ shape: z.array(z.int().nonnegative()), data: z.array(number) });
export type Part = z.output<typeof part>;

/** One case of a case file; what is not needed to run it is not read. */
export const conformanceCase = z.object({
  id: z.string(),
  op: z.string(),
  params: z
    .object({ k: z.number().optional(), sym: z.boolean().optional() })
    .nullish()
    .transform((params) => params ?? {}),
  inputs: z.array(part),
  cotangent: z.array(part).optional(),
  tangent: z.array(part).optional(),
  vjp: z.unknown().optional(),
  jvp: z.unknown().optional(),
});
export type ConformanceCase = z.output<typeof conformanceCase>;

export const caseFile = z.array(conformanceCase);

/** A part of a result; what JSON cannot hold is spelled out. */
type ResultPart = { readonly shape: readonly number[]; readonly data: readonly (number | string)[] };

/** What the scorer reads: any of the three, and a message for each that threw. */
export type ConformanceResult = {
  readonly id: string;
  readonly errors: { readonly [kind in 'value' | 'vjp' | 'jvp']?: string };
} & { readonly [kind in 'value' | 'vjp' | 'jvp']?: readonly ResultPart[] };

export const toResultPart = ({
  shape,
  data,
}: {
  shape: readonly number[];
  data: ArrayLike<number>;
}): ResultPart => ({
  shape,
  data: Array.from(data, (x) => (Number.isFinite(x) ? x : String(x))),
});
