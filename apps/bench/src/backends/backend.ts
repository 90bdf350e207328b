import type { Kind, Op } from '../golden/format.ts';
import type { Matrix } from '../matrix.ts';

/** One case as a backend gets it. */
export type Inputs = {
  readonly A: Matrix;
  /** Right-hand side, for solve. */
  readonly B: Matrix;
  /** Cotangent of the output, for gradients; 1×1 for det and for log|det|. */
  readonly cotangent: Matrix;
};

/** One output, or one input's gradient, row-major. */
export type Answer = readonly ArrayLike<number>[];

/**
 * A case in the backend's own data types: `run` is what gets timed, `read` brings its result back.
 * `run` throws what the backend throws.
 */
export type Prepared<R = unknown> = {
  run(): R;
  read(result: R): Answer;
  dispose?(): void;
};

/** A library under test. One file each. */
export type Backend = {
  readonly name: string;
  readonly version: string;
  /** Unit roundoff of its arithmetic: 2⁻⁵³ or 2⁻²⁴. */
  readonly unit: number;
  supports(op: Op, kind: Kind): boolean;
  prepare(op: Op, kind: Kind, inputs: Inputs): Prepared;
  /** Called before a block of work, where a library has a global switch. */
  activate?(): Promise<void>;
};

export const float64 = 2 ** -53;
export const float32 = 2 ** -24;

/** Types `read` by `run`. */
export const prepared = <R>(run: () => R, read: (result: R) => Answer): Prepared => ({
  run,
  read: read as (r: unknown) => Answer,
});
