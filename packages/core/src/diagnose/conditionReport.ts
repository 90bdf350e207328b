import { primal } from '../algebra.ts';
import type { ArrayInput } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import { zeroPivot } from '../factor/lu/divide.ts';
import { type FactoredLU, factorLU } from '../factor/lu/factored.ts';
import { rcondOf } from '../factor/lu/rcond.ts';
import { growthOf, plainRcond } from './condition.ts';

/** What the condition of a matrix comes to, from best to worst. */
export type ConditionKind =
  | 'well conditioned'
  /** Ill conditioned only by the scales of its rows and columns, which `inv`, `solve` and `det` undo. */
  | 'badly scaled'
  | 'ill conditioned'
  /** `inv` and `solve` refuse it. */
  | 'singular to working precision'
  | 'singular';

/** What to do about it. */
export type ConditionAdvice = 'plain' | 'QR or SVD' | 'regularise' | 'pseudo-inverse';

/** How well a square matrix is conditioned, and what that means for functions of it. */
export interface ConditionReport {
  /** In which of five classes the matrix is. */
  readonly kind: ConditionKind;
  /** 1/(‖A‖₁‖A⁻¹‖₁), estimated; 0 for singular A. */
  readonly rcond: number;
  /** κ = ‖A‖₁‖A⁻¹‖₁, its inverse; Infinity for singular A. */
  readonly condition: number;
  /** The same after rows and columns were scaled to about 1: what decides here. */
  readonly equilibrated: { readonly rcond: number; readonly condition: number };
  /** Decimal digits to rely on, of 15.95. */
  readonly digits: {
    /** Of inv, solve, det and logdet: -log₁₀(κ·u). */
    readonly value: number;
    /** Of their gradients: -log₁₀(2κ²·u). */
    readonly gradient: number;
  };
  /** How far the entries grew in elimination; near 1, or pivoting has worked badly. */
  readonly growth: number;
  /** What to compute with. */
  readonly advice: ConditionAdvice;
  /** The advice in a sentence. */
  readonly reason: string;
  /** Which matrix of the stack, in row-major order of the leading axes. */
  readonly member: number | undefined;
}

const UNIT = 2 ** -53;
const worsts: readonly ConditionKind[] = [
  'well conditioned',
  'badly scaled',
  'ill conditioned',
  'singular to working precision',
  'singular',
];

const counsel: Record<ConditionKind, readonly [ConditionAdvice, string]> = {
  'well conditioned': ['plain', 'Nothing special is to be done; digits says what is left.'],
  'badly scaled': ['plain', 'Only the scales of rows and columns differ; inv, solve and det undo that.'],
  'ill conditioned': [
    'QR or SVD',
    'Half of the digits are lost, in gradients all: prefer lstsq and truncatedSvd, and never form AᵀA.',
  ],
  'singular to working precision': [
    'regularise',
    'inv and solve refuse it: ridge(A, B, λ) is smooth in A and in λ.',
  ],
  singular: [
    'pseudo-inverse',
    'There is no inverse: pinv where the rank is meant, ridge where it is not; det and adjugate exist.',
  ],
};

/** Above 1/√u a gradient has no digit left: 2κ²u > 1. */
function kindOf(singular: boolean, rcond: number, equilibrated: number): ConditionKind {
  if (singular) return 'singular';
  if (equilibrated < 2 ** -52) return 'singular to working precision';
  if (equilibrated < 2 ** -26) return 'ill conditioned';
  return rcond < 2 ** -26 ? 'badly scaled' : 'well conditioned';
}

/**
 * Rounding moves A by about u·‖A‖, so A⁻¹ by κu of its norm (Higham 2002, §14.1), and log|det A| by κu.
 *
 * A gradient in A is made of two factors A⁻¹, as in -A⁻ᵀ·C·A⁻ᵀ, or of one and a value: an error of 2κu of ‖A⁻¹‖²‖C‖. What
 * a change of A by its own size would do to the value by its own size, ‖A⁻¹‖‖C‖/‖A‖, is smaller by κ: of that it is 2κ²u.
 */
function digitsOf(rcond: number): ConditionReport['digits'] {
  const lost = -Math.log10(rcond);
  const digits = (loss: number) => (loss < 1 / 0 ? Math.max(0, -Math.log10(UNIT) - loss) : 0);
  return { value: digits(lost), gradient: digits(Math.log10(2) + 2 * lost) };
}

function report(f: FactoredLU, m: number): ConditionReport {
  const singular = zeroPivot(f.factors, m) >= 0;
  const rcond = plainRcond(f.factors, m, f.A.data);
  const equilibrated = rcondOf(f.factors, m, f.A.data, m * f.n * f.n);
  const kind = kindOf(singular, rcond, equilibrated);
  const [advice, reason] = counsel[kind];
  return {
    kind,
    rcond,
    condition: 1 / rcond,
    equilibrated: { rcond: equilibrated, condition: 1 / equilibrated },
    digits: digitsOf(equilibrated),
    growth: growthOf(f.factors, m, f.A.data),
    advice,
    reason,
    member: f.A.shape.length > 2 ? m : undefined,
  };
}

/**
 * Reports on every matrix of a stack, in row-major order of the leading axes; one report for a single matrix.
 *
 * @param A n×n matrix or a stack of them; under differentiation, its value
 * @returns what `conditionReport` says of each member
 * @throws {ShapeError} if A is not square
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * conditionReports([[[1, 0], [0, 2]], [[1, 2], [2, 4]]]).map(({ kind }) => kind) //=> ['well conditioned', 'singular']
 */
export function conditionReports(A: ArrayInput): readonly ConditionReport[] {
  const X = primal(toValue('conditionReport', A, 0));
  if (X === undefined) throw new DomainError('conditionReport', 'expected numbers, got a symbol');
  const [m, n] = X.shape.slice(-2);
  if (n === undefined || m !== n) {
    throw new ShapeError('conditionReport', 'a square matrix (n,n)', showShape(X.shape));
  }
  const f = factorLU(X, 'conditionReport');
  return Array.from({ length: f.factors.members }, (_, member) => report(f, member));
}

/**
 * How well a square matrix is conditioned: what digits of `inv`, `solve`, `det` and of their gradients are to be relied on,
 * and what to do where they are too few.
 *
 * One LU factorisation; all else is estimated from it in O(n²). The condition after equilibration decides, as it does for the
 * errors of `inv` and `solve`.
 *
 * Digits of a value are -log₁₀(κu), with u = 2⁻⁵³: of its norm. Digits of a gradient are -log₁₀(2κ²u): of |f|/‖A‖, the scale
 * on which relative changes of f and of A compare. Of its own norm, the gradient of a loss that has nothing to do with the singular
 * vectors of A loses no more than 2κu.
 *
 * @param A n×n matrix; of a stack, the worst member is reported and `conditionReports` has all
 * @returns rcond, condition, kind, digits in value and gradient, growth, and advice
 * @throws {ShapeError} if A is not square, or a stack without members
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * conditionReport([[2, 1], [1, 3]]).kind //=> 'well conditioned'
 * const { kind, advice, digits } = conditionReport([[1, 1], [1, 1 + 1e-9]]);
 * [kind, advice] //=> ['ill conditioned', 'QR or SVD']
 * Math.round(digits.value) //=> 6
 * digits.gradient //=> 0
 */
export function conditionReport(A: ArrayInput): ConditionReport {
  const all = conditionReports(A);
  if (all.length === 0) throw new ShapeError('conditionReport', 'at least one matrix', 'an empty stack');
  const rank = ({ kind }: ConditionReport) => worsts.indexOf(kind);
  const worse = (a: ConditionReport, b: ConditionReport) =>
    rank(b) > rank(a) || (rank(b) === rank(a) && b.equilibrated.rcond < a.equilibrated.rcond);
  return all.reduce((worst, next) => (worse(worst, next) ? next : worst));
}
