import type { Algebra, Rewritable, Saved, Shaped, Value } from '../algebra.ts';
import type { Signature } from '../signature.ts';
import type { Defect, Domain } from './domain.ts';

/** An input that an identity refuses, and the code of the error that it throws. */
export interface Failure {
  readonly on: Defect;
  readonly throws: string;
}

/** A call that shows an identity: its static options, and the shapes of its inputs where the signature leaves them open. */
export interface Example<O extends readonly unknown[]> {
  readonly shapes?: readonly (readonly number[])[];
  readonly options: O;
}

/** The record of an identity as tests, docs and interpreters read it. */
export interface Spec extends Rewritable {
  readonly signature: Signature;
  readonly domain: readonly Domain[];
  readonly fails?: readonly Failure[];
  readonly flops: string;
  readonly source: string;
  check?(x: readonly Value[], options: readonly unknown[]): void;
  equation?<T extends Shaped, F>(k: Algebra<T, F>, saved: Saved<T, F>): readonly [left: T, right: T];
  /** How many static options it takes at the most. */
  readonly optionCount: number;
  /** At least one. */
  readonly examples: readonly Example<readonly unknown[]>[];
}
