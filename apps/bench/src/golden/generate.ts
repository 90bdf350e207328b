import type { SuiteEntry } from '../suite/entry.ts';
import type { Golden, Reference } from './format.ts';
import { spectral } from './norms.ts';
import * as cholesky from './ops/cholesky.ts';
import { contextOf } from './ops/context.ts';
import * as det from './ops/det.ts';
import * as inv from './ops/inv.ts';
import * as slogdet from './ops/slogdet.ts';
import * as solve from './ops/solve.ts';

/** Above this size only values are kept, to keep the files small. */
const largestWithGradients = 32;

/** The references of one suite entry, from exact rationals (Cholesky and logarithms: 120 digits), rounded once. */
export function generate(entry: SuiteEntry): Golden {
  const context = contextOf(entry);
  const pair = (value: Reference | undefined, gradient: () => Reference | undefined) => {
    const g = entry.n <= largestWithGradients ? gradient() : undefined;
    return value && { value, ...(g ? { gradient: g } : {}) };
  };
  const references = {
    inv: pair(inv.value(context), () => inv.gradient(context)),
    det: pair(det.value(context), () => det.gradient(context)),
    slogdet: pair(slogdet.value(context), () => slogdet.gradient(context)),
    solve: pair(solve.value(context), () => solve.gradient(context)),
    cholesky: pair(cholesky.value(context), () => cholesky.gradient(context)),
  };
  const kappa = context.inverse ? spectral(context.A) * context.inverse.norm2 : null;
  return {
    name: entry.name,
    n: entry.n,
    kappa,
    ops: Object.fromEntries(Object.entries(references).filter(([, reference]) => reference !== undefined)),
  };
}
