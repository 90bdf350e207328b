import type { Algebra, Rewritable, Saved, Shaped, Value } from '../algebra.ts';
import type { Signature } from '../signature.ts';
import type { Defect, Domain } from './domain.ts';

/** An input that an identity refuses, and the code of the error that it throws. */
export interface Failure {
  /** What is wrong with the input. */
  readonly on: Defect;
  /** The code of the error. */
  readonly throws: string;
}

/** A call that shows an identity: its static options, and the shapes of its inputs where the signature leaves them open. */
export interface Example<O extends readonly unknown[]> {
  /** Of the inputs, without stacks. */
  readonly shapes?: readonly (readonly number[])[];
  /** The static options. */
  readonly options: O;
}

/** The record of an identity as tests, docs and interpreters read it. */
export interface Spec extends Rewritable {
  /** The shapes of inputs and outputs, parsed. */
  readonly signature: Signature;
  /** Where each input lives. */
  readonly domain: readonly Domain[];
  /** Defects of the first input that it refuses. */
  readonly fails?: readonly Failure[];
  /** Refuses static options that do not fit the inputs. */
  check?(x: readonly Value[], options: readonly unknown[]): void;
  /** Both sides of the equation that defines the value. */
  equation?<T extends Shaped, F>(k: Algebra<T, F>, saved: Saved<T, F>): readonly [left: T, right: T];
  /** How many static options it takes at the most. */
  readonly optionCount: number;
  /** At least one. */
  readonly examples: readonly Example<readonly unknown[]>[];
}
