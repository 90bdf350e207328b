import { ShapeError } from '../errors.ts';

/** Refuses what is no list of sizes. */
export function requireShape(op: string, shape: unknown): void {
  const fits = Array.isArray(shape) && Array.from(shape).every((d) => Number.isSafeInteger(d) && d >= 0);
  if (fits) return;
  throw new ShapeError(
    op,
    'a shape, a list of whole numbers',
    `${Array.isArray(shape) ? shape.map(String) : shape}`,
  );
}
