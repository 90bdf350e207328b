import { DomainError } from '../errors.ts';

/** Refuses what is no order of a family of functions that goes to 150. */
export const requireOrder =
  (op: string) =>
  (n: number): void => {
    if (!(Number.isInteger(n) && n >= 0 && n <= 150))
      throw new DomainError(op, `expected an order from 0 to 150, got ${n}`);
  };
