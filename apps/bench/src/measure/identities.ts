import type { AnyIdentity, NdArray } from '@matgrad/core';
import { registry } from '@matgrad/core/registry';
import {
  arbitraryInputs,
  checkGrads,
  GradientMismatchError,
  type GradReport,
  randomArray,
  uniform,
} from '@matgrad/core/testing';
import { sample } from 'fast-check';
import { type IdentityRow, toNumber } from '../results/schema.ts';
import { batch, quartiles } from './clock.ts';

/** Every identity of core, by name: a new one is here without anybody listing it. */
export const identities: ReadonlyMap<string, AnyIdentity> = registry;

/** Size of the axes; elementwise identities choose their own. */
const n = 8;

type Call = (...primals: NdArray[]) => NdArray | NdArray[];

/** Derivatives of one identity against differences and against each other, and what value, JVP and VJP cost. */
export function identityRow(identity: AnyIdentity, budget: number): IdentityRow {
  const { spec } = identity;
  const options = spec.examples[0]?.options ?? [];
  const [x = []] = sample(arbitraryInputs(spec, { min: n, max: n }), { numRuns: 1, seed: 8 });
  const f: Call = (...primals) => (identity as unknown as Call)(...primals, ...(options as never[]));
  const next = uniform(8);
  const like = (parts: readonly NdArray[]) => parts.map((part) => randomArray(next, part.shape));
  const y = f(...x);
  const bar = Array.isArray(y) ? like(y) : like([y])[0];
  const tangents = like(x);
  const calls = {
    value: () => f(...x),
    jvp: () => identity.jvp(x as never, tangents as never, ...(options as never[])),
    vjp: () => identity.vjp(...([...x, ...options] as never[])).pullback(bar as never),
  };
  // All of them warm before the first is timed.
  for (let k = 0; k < (budget > 0 ? 200 : 1); k++) for (const call of Object.values(calls)) call();
  return {
    name: spec.name,
    shapes: x.map(({ shape }) => shape.join('×') || 'scalar').join(', '),
    ...errorsOf(reportOf(f, x, identity)),
    value: timeOf(calls.value, budget),
    jvp: timeOf(calls.jvp, budget),
    vjp: timeOf(calls.vjp, budget),
  };
}

function reportOf(f: Call, x: readonly NdArray[], { spec }: AnyIdentity): GradReport {
  try {
    return checkGrads(f, x, { domain: spec.domain });
  } catch (error) {
    if (error instanceof GradientMismatchError) return error.report;
    throw error;
  }
}

/** First order, adjointness, and the worst of the second order's four nestings. */
function errorsOf({ jvp, vjp, adjoint, ...second }: GradReport): Pick<IdentityRow, 'errors'> {
  const worst = Math.max(...Object.values(second).map(Number), 0);
  return {
    errors: { first: toNumber(Math.max(jvp, vjp)), adjoint: toNumber(adjoint), second: toNumber(worst) },
  };
}

/** Median seconds of one call, by the clock of the processor, over batches that fill the budget. */
function timeOf(run: () => unknown, budget: number): number {
  let calls = 1;
  let seconds = batch(run, calls);
  while (seconds < budget / 20 && calls < 2 ** 16) {
    calls *= 2;
    seconds = batch(run, calls);
  }
  return quartiles(Array.from({ length: 7 }, () => batch(run, calls) / calls)).median;
}
