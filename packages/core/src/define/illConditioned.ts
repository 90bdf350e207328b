import { DomainError } from '../errors.ts';
import type { FactoredLU } from '../factor/lu/factored.ts';

/** Consent to matrices whose condition leaves no digit of the result to rely on. */
export interface ConditionOptions {
  /** Accept any matrix that is not exactly singular. */
  readonly illConditioned?: boolean;
}

/** Whether the caller consented; another matrix, say, is no options. */
export function admits(options: ConditionOptions | undefined, op: string): boolean {
  for (const key in Object(options)) {
    if (key !== 'illConditioned')
      throw new DomainError(op, `expected { illConditioned } as options, got ${key}`);
  }
  return options?.illConditioned === true;
}

/** The factorisation, unless its matrix is singular to working precision and the caller did not consent to that. */
export function admitIllConditioned<F extends FactoredLU>(
  f: F,
  options: ConditionOptions | undefined,
  op: string,
): F {
  if (!admits(options, op)) f.requireWellConditioned(op);
  return f;
}
