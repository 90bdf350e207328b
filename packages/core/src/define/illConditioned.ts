import type { FactoredLU } from '../factor/lu/factored.ts';

/** Consent to matrices whose condition leaves no digit of the result to rely on. */
export interface ConditionOptions {
  /** Accept any matrix that is not exactly singular. */
  readonly illConditioned?: boolean;
}

/** The factorisation, unless its matrix is singular to working precision and the caller did not consent to that. */
export function admitIllConditioned<F extends FactoredLU>(
  f: F,
  options: ConditionOptions | undefined,
  op: string,
): F {
  if (options?.illConditioned !== true) f.requireWellConditioned(op);
  return f;
}
