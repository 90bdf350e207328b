import type { NdArray } from '../../array.ts';
import { DomainError, NotPositiveDefiniteError } from '../../errors.ts';
import { smooth } from './differences.ts';
import type { SpectralFactor } from './spectralFactor.ts';
import { symmetricFactor } from './symmetricFactor.ts';
import * as tables from './tables.ts';

/** Functions of a symmetric matrix by name; `pow` takes the exponent. All but `exp` want it positive definite. */
export type SymmetricFunction = 'exp' | 'log' | 'sqrt' | 'inv' | 'pow';

const named: ReadonlyMap<SymmetricFunction, (p: number) => tables.TableOf> = /* @__PURE__ */ new Map([
  ['exp', () => tables.exp],
  ['log', () => tables.log],
  ['sqrt', () => tables.sqrt],
  ['inv', () => tables.reciprocal],
  ['pow', tables.power],
]);

/** The spectrum of A with the divided differences of the function. */
export function functionFactor(A: NdArray, name: SymmetricFunction, p?: number): SpectralFactor {
  if (name === 'pow' && !Number.isFinite(p))
    throw new DomainError('symmetricFunction', `expected an exponent, got ${p}`);
  const table = named.get(name)?.(p ?? 1);
  if (table === undefined)
    throw new DomainError('symmetricFunction', `expected exp, log, sqrt, inv or pow, got ${name}`);
  return symmetricFactor(A, 'symmetricFunction', (values, member) => {
    const bad = values.findIndex((value) => !(value > 0));
    if (name !== 'exp' && bad >= 0) {
      throw new NotPositiveDefiniteError('symmetricFunction', bad, values[bad], member);
    }
    return smooth(values, table);
  });
}
