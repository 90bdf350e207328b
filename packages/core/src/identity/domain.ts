import type { Algebra, Factor, Value } from '../algebra.ts';
import type { NdArray } from '../array.ts';
import { NotSymmetricError } from '../errors.ts';

/**
 * Where an input lives: data that tests read as generators, docs as prose, and the machinery as what to do first.
 *
 * Any input of the right shape is `real`; so is a `square` one, but second derivatives want it invertible.
 * `symmetric` and `spd` are taken as (A+Aᵀ)/2, `lower` as the lower triangle: linear maps, so their derivatives follow.
 */
export type Domain =
  | 'real'
  | 'square'
  | 'invertible'
  | 'symmetric'
  | 'spd'
  | 'lower'
  | 'positive'
  | 'nonnegative'
  | 'nonzero'
  | 'below one'
  | 'above one'
  | 'above minus one';

/** Inputs outside a domain, for the failures that an identity declares. */
export type Defect = 'singular' | 'indefinite' | 'asymmetric' | 'zero' | 'negative' | 'large';

// What is left of √ε·‖A‖ is noise of an honest computation; more than that is another matrix than was meant.
const SYMMETRY = 2 ** -26;

function requireSymmetric(op: string, A: NdArray): void {
  const n = A.shape[A.shape.length - 1];
  for (let at = 0, member = 0; at < A.data.length; at += n * n, member++) {
    let largest = 0;
    for (let i = at; i < at + n * n; i++) largest = Math.max(largest, Math.abs(A.data[i]));
    if (largest === 0) continue;
    let norm = 0;
    let skew = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const a = A.data[at + i * n + j] / largest;
        norm += a * a;
        skew += (a - A.data[at + j * n + i] / largest) ** 2;
      }
    }
    const asymmetry = Math.sqrt(skew / norm);
    if (asymmetry > SYMMETRY)
      throw new NotSymmetricError(op, asymmetry, A.shape.length > 2 ? member : undefined);
  }
}

/** The projection onto a domain that is a linear subspace; the input itself for the others. */
export function project(k: Algebra<Value, Factor>, domain: Domain, A: Value): Value {
  if (domain === 'symmetric' || domain === 'spd') return k.sym(A);
  return domain === 'lower' ? k.tril(A) : A;
}

/** Refuses plain inputs that a projection would silently change for another matrix. */
export function checkDomain(op: string, domain: Domain, A: Value): void {
  if ((domain === 'symmetric' || domain === 'spd') && !('algebra' in A)) requireSymmetric(op, A);
}
