// What matgrad throws. The `code` of each class is API, the wording of messages is not.

/** Renders a shape as people write it: `2×3`, `4×2×2`, `scalar`. */
export const showShape = (shape: readonly number[]): string =>
  shape.length === 0 ? 'scalar' : shape.length === 1 ? `vector(${shape[0]})` : shape.join('×');

const named = (member: number | undefined) => (member === undefined ? '' : `, member ${member} of the stack`);

/** Base of every error that matgrad throws: a stable `code` and the operation `op` that refused. */
export class MatgradError extends Error {
  /** Which kind of error; the same in all versions. */
  readonly code: string;
  /** The operation that refused. */
  readonly op: string;
  constructor(code: string, op: string, what: string, details: object, advice?: string) {
    super(`${op}: ${what}${advice === undefined ? '' : `\n${advice}`}`);
    this.name = new.target.name;
    this.code = code;
    this.op = op;
    Object.assign(this, details);
  }
}

/** Arguments whose shapes do not fit the operation's signature. */
export class ShapeError extends MatgradError {
  /** What shapes would have done. */
  declare readonly expected: string;
  /** What came. */
  declare readonly got: string;
  constructor(op: string, expected: string, got: string, advice?: string) {
    super('SHAPE', op, `expected ${expected}, got ${got}`, { expected, got }, advice);
  }
}

/** A matrix that is singular, exactly or to working precision. */
export class SingularMatrixError extends MatgradError {
  /** Reciprocal 1-norm condition number of the equilibrated matrix, 0 when a pivot is exactly zero. */
  declare readonly rcond: number;
  /** Index of the first zero pivot, -1 when none is exactly zero. */
  declare readonly pivot: number;
  /** Which matrix of the stack, in row-major order of the leading axes. */
  declare readonly member: number | undefined;
  constructor(op: string, rcond: number, pivot: number, member?: number) {
    const how =
      pivot < 0 ? `to working precision (rcond = ${rcond.toExponential(2)})` : `(pivot ${pivot} is zero)`;
    super(
      'SINGULAR',
      op,
      `expected a nonsingular matrix, got one that is singular ${how}${named(member)}`,
      { rcond, pivot, member },
      'Regularise it (dampedInv), or use pinv or det.',
    );
  }
}

/** A symmetric matrix with a leading minor that is not positive. */
export class NotPositiveDefiniteError extends MatgradError {
  /** Index of the first pivot that is not positive. */
  declare readonly pivot: number;
  /** That pivot's value: the Schur complement at the moment of failure. */
  declare readonly value: number;
  /** Which matrix of the stack, in row-major order of the leading axes. */
  declare readonly member: number | undefined;
  constructor(op: string, pivot: number, value: number, member?: number) {
    super(
      'NOT_POSITIVE_DEFINITE',
      op,
      `expected a positive definite matrix, got pivot ${pivot} = ${value.toPrecision(3)}${named(member)}`,
      { pivot, value, member },
      'Add a small multiple of the identity, or use an operation for general matrices (slogdet, solve).',
    );
  }
}

/** A matrix handed to a symmetric operation that is further from symmetric than rounding explains. */
export class NotSymmetricError extends MatgradError {
  /** ‖A-Aᵀ‖ / ‖A‖ in the Frobenius norm. */
  declare readonly asymmetry: number;
  /** Which matrix of the stack, in row-major order of the leading axes. */
  declare readonly member: number | undefined;
  constructor(op: string, asymmetry: number, member?: number) {
    super(
      'NOT_SYMMETRIC',
      op,
      `expected a symmetric matrix, got ‖A-Aᵀ‖/‖A‖ = ${asymmetry.toExponential(2)}${named(member)}`,
      { asymmetry, member },
      'Symmetrise it first, (A+Aᵀ)/2, if the difference is noise.',
    );
  }
}

/** NaN or Infinity where a finite number is needed. */
export class NonFiniteError extends MatgradError {
  /** Position in the row-major data of the offending argument. */
  declare readonly index: number;
  constructor(op: string, argument: number, index: number, value: number) {
    super(
      'NON_FINITE',
      op,
      `expected finite numbers, got ${value} at index ${index} of argument ${argument}`,
      {
        index,
      },
    );
  }
}

/** An iteration that reached its cap. */
export class NoConvergenceError extends MatgradError {
  /** The cap. */
  declare readonly iterations: number;
  /** What was left to do, in the measure of the iteration. */
  declare readonly residual: number;
  constructor(op: string, iterations: number, residual: number) {
    const left = `residual ${residual.toExponential(2)} after ${iterations} iterations`;
    super('NO_CONVERGENCE', op, `expected convergence, got ${left}`, { iterations, residual });
  }
}

/** A derivative that does not exist because eigenvalues or singular values coincide, or one of them (or a norm) is zero. */
export class DegenerateError extends MatgradError {
  /** How far the values are apart, or from zero. */
  declare readonly gap: number;
  /** Indices of the values that coincide. */
  declare readonly cluster: readonly number[];
  constructor(op: string, gap: number, cluster: readonly number[], advice?: string) {
    const what =
      cluster.length > 1
        ? `expected separate values, got those of index ${cluster.join(', ')} within ${gap.toExponential(2)} of each other`
        : `expected values away from zero, got ${gap}`;
    super('DEGENERATE', op, what, { gap, cluster }, advice);
  }
}

/** An argument outside the domain of the operation, or of a type that it does not take. */
export class DomainError extends MatgradError {
  constructor(op: string, what: string, advice?: string) {
    super('DOMAIN', op, what, {}, advice);
  }
}
