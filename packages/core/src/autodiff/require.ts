import { DomainError } from '../errors.ts';

const nameOf = (x: unknown): string =>
  x === null ? 'null' : typeof x === 'object' ? (x.constructor?.name ?? 'an object') : typeof x;

/** Refuses what is no function to differentiate. */
export function requireFunction(op: string, f: unknown): void {
  if (typeof f !== 'function')
    throw new DomainError(op, `expected a function to differentiate, got ${nameOf(f)}`);
}

/** Refuses what is no number of an argument. */
export function requireArgnum(op: string, argnum: unknown): void {
  if (!Number.isInteger(argnum) || (argnum as number) < 0)
    throw new DomainError(op, `expected the number of an argument, from 0, got ${String(argnum)}`);
}

/** Refuses what a function returns by mistake; arrays are checked where they are converted. */
export function requireResult(op: string, y: unknown): void {
  const fits = typeof y === 'number' || (typeof y === 'object' && y !== null && !('then' in y));
  if (fits) return;
  const advice =
    y === undefined
      ? 'A return may be missing. Entries are taken by take(x, i), not x[i].'
      : 'Differentiate what computes an array, synchronously.';
  throw new DomainError(op, `expected the function to return an array, got ${nameOf(y)}`, advice);
}
