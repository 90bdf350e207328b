import type { Domain } from '../define/domain.ts';
import * as domain from '../define/domain.ts';

/** Where a variable of a row lives: its shape in letters, and what else must hold. */
export interface Space {
  readonly shape: readonly string[];
  readonly domain: Domain;
}

const of =
  (what: Domain) =>
  (...shape: string[]): Space => ({ shape, domain: what });

export const matrix = of(domain.real);
export const vector = of(domain.real);
export const scalar: Space = { shape: [], domain: domain.real };
export const positive = of(domain.positive);
export const nonzero = of(domain.nonzero);
export const invertible = (n: string): Space => of(domain.invertible)(n, n);
export const square = (n: string): Space => of(domain.square)(n, n);
export const symmetric = (n: string): Space => of(domain.symmetric)(n, n);
export const spd = (n: string): Space => of(domain.spd)(n, n);
export const graded = (n: string): Space => of(domain.gradedSymmetric)(n, n);
export const fullRank = of(domain.fullRank);
