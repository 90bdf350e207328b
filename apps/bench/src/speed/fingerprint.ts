import type { Answer } from '../backends/backend.ts';
import type { Case } from './problem.ts';

/** The part of an answer that all libraries have to agree on, whatever their signs, orders and triangles. */
function agreed({ op, n }: Case, answer: Answer): number[] {
  const numbers = answer.flatMap((part) => Array.from(part)).slice(0, n * n);
  switch (op) {
    case 'cholesky':
      return numbers.filter((_, k) => k % n <= Math.floor(k / n));
    case 'qr':
      return numbers.filter((_, k) => k % (n + 1) === 0).map(Math.abs);
    case 'eigh':
    case 'eigvalsh':
    case 'svd':
    case 'svdvals':
      return numbers.sort((x, y) => x - y);
    default:
      return numbers;
  }
}

/** Two numbers that an answer is known by: its norm, and a sum that depends on the places. */
export type Fingerprint = readonly [norm: number, sum: number];

export function fingerprint(item: Case, answer: Answer): Fingerprint {
  const numbers = agreed(item, answer);
  return [Math.hypot(...numbers.slice(0, 4096)), numbers.reduce((sum, x, k) => sum + x * Math.cos(k), 0)];
}

/** Whether two answers are the same up to rounding: to 1e-6 of the norm and of the rounding of n² terms. */
export function agree(a: Fingerprint, b: Fingerprint): boolean {
  const scale = Math.max(Math.abs(a[0]), Math.abs(b[0]));
  return Math.abs(a[0] - b[0]) <= 1e-6 * scale && Math.abs(a[1] - b[1]) <= 1e-5 * scale;
}
