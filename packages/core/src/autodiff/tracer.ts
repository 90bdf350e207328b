import type { Algebra, Factor, Traced, Value } from '../algebra.ts';
import type { NdArray } from '../array.ts';
import { DomainError } from '../errors.ts';

/** A value under differentiation: what a dual number or a tape node wraps, and the algebra that must see it. */
export class Tracer implements Traced {
  readonly algebra: Algebra<Value, Factor>;
  readonly value: Value;
  /** The tangent, in forward mode; it may have to be asked for, by `now`. */
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

  /** What Node prints: not the whole algebra. */
  [Symbol.for('nodejs.util.inspect.custom')](): unknown {
    return { underDifferentiation: this.value };
  }

  private refuse(): never {
    throw new DomainError(
      'data',
      'the numbers of a value under differentiation were read',
      'Use the operations of matgrad on it, or stopGradient(x) where it is to be a constant.',
    );
  }
}

/** A value under differentiation that was used after its function had returned: its derivative would be lost. */
export const escaped = (): DomainError =>
  new DomainError(
    'data',
    'a value under differentiation was used outside the function that was differentiated',
    'Return it from that function instead.',
  );

/** Whether an output of a function belongs to the algebra that it was run in; what belongs to a deeper one has escaped. */
export function isOf(algebra: Algebra<Value, Factor>, y: NdArray): y is Tracer {
  if (!(y instanceof Tracer)) return false;
  if (y.algebra.level > algebra.level) throw escaped();
  return y.algebra === algebra;
}

/** A factorisation under differentiation: the traced matrices that it is of, beside the factors that were paid for. */
export interface TracedFactor {
  readonly algebra: Algebra<Value, Factor>;
  readonly of: readonly Value[];
  readonly f: Factor;
}
