import type { Algebra, Factor, Traced, Value } from '../algebra.ts';
import { DomainError } from '../errors.ts';

/** A value under differentiation: what a dual number or a tape node wraps, and the algebra that must see it. */
export class Tracer implements Traced {
  readonly algebra: Algebra<Value, Factor>;
  readonly value: Value;
  /** The tangent, in forward mode. */
  readonly tangent: Value | undefined;

  constructor(algebra: Algebra<Value, Factor>, value: Value, tangent?: Value) {
    this.algebra = algebra;
    this.value = value;
    this.tangent = tangent;
  }

  get shape(): readonly number[] {
    return this.value.shape;
  }

  /** Reading numbers out of a value that is being differentiated would cut the derivative without a word. */
  get data(): Float64Array {
    return this.refuse();
  }

  /** So would arithmetic of JavaScript: `2 * x`. */
  [Symbol.toPrimitive](): never {
    return this.refuse();
  }

  private refuse(): never {
    throw new DomainError(
      'data',
      'the numbers of a value under differentiation were read',
      'Use the operations of matgrad on it, or stopGradient(x) where it is to be a constant.',
    );
  }
}

/** A factorisation under differentiation: the traced matrices that it is of, beside the factors that were paid for. */
export interface TracedFactor {
  readonly algebra: Algebra<Value, Factor>;
  readonly of: readonly Value[];
  readonly f: Factor;
}
